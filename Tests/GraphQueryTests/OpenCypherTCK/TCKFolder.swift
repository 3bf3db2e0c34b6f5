import Foundation

/// Where the TCK's scenarios are: they are no part of this repository.
struct TCKFolder {
    var folder: URL

    /// The folder that the environment names in OPENCYPHER_TCK, else `shared/data/opencypher` beside the repository; nil when there is none.
    /// A name that the environment gives is not doubted: a wrong one must not skip the tests.
    static let found: TCKFolder? = {
        if let named = ProcessInfo.processInfo.environment["OPENCYPHER_TCK"] { return TCKFolder(folder: URL(filePath: named)) }
        let beside = URL(filePath: #filePath).appending(path: "../../../../../shared/data/opencypher").standardizedFileURL
        return FileManager.default.fileExists(atPath: beside.path(percentEncoded: false)) ? TCKFolder(folder: beside) : nil
    }()

    /// Every scenario of every `.feature` file in the folder, by path.
    func scenarios() throws -> [TCKScenario] {
        try files(withExtension: "feature").flatMap { path in
            let feature = try GherkinReader.feature(in: try text(of: path), file: path)
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            return TCKScenarioReader.scenarios(in: feature, folder: folder)
        }
    }

    /// The queries that build each named graph: those in `graphs/NAME/NAME.cypher`, which end with semicolons.
    func namedGraphs() throws -> [String: [String]] {
        try files(withExtension: "cypher").reduce(into: [:]) { graphs, path in
            let name = String(path.split(separator: "/").dropLast().last ?? "")
            let queries = try text(of: path).split(separator: ";").filter { !$0.allSatisfy(\.isWhitespace) }
            graphs[name, default: []] += queries.map(String.init)
        }
    }

    /// Paths relative to the folder, sorted.
    private func files(withExtension wanted: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false)).filter { $0.hasSuffix(".\(wanted)") }
            .sorted()
    }

    private func text(of path: String) throws -> String {
        try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }
}
