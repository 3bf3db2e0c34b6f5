/// What stands around every page: its name in the window, the search box, the navigation.
struct PageFrame: Sendable {
    let title: String
    let site: String
    let searchText: String
    let sections: [Link]
    let styleAddress = Asset.styleSheet.address
    let iconAddress = Asset.icon.address
    let searchScriptAddress = Asset.searchScript.address
    /// Nil on pages without a figure.
    let figureScriptAddress: String?

    struct Link: Sendable {
        let sectionName: String
        let sectionAddress: String
        let isCurrent: Bool
    }

    /// The pages that the navigation leads to.
    enum Section: String, Sendable, CaseIterable {
        case start = "Start"
        case figure = "Figure"
        case path = "Path"
        case query = "Query"
        case article = "Article"
        case duplicates = "Duplicates"

        var address: String { self == .start ? "/" : "/\(rawValue.lowercased())" }
    }

    /// - Parameters:
    ///   - site: the name of the database.
    ///   - searchText: what the search box has in it.
    init(_ title: String, site: String, section: Section? = nil, searchText: String = "", hasFigure: Bool = false) {
        self.title = title
        self.site = site
        self.searchText = searchText
        sections = Section.allCases.map { Link(sectionName: $0.rawValue, sectionAddress: $0.address, isCurrent: $0 == section) }
        figureScriptAddress = hasFigure ? Asset.figureScript.address : nil
    }
}
