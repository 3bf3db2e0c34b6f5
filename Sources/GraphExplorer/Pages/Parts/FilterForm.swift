import GraphFormats
import GraphStore
import KnowledgeGraph

/// The filters of a page, as a form that its address fills in.
struct FilterForm: Sendable {
    let classChoices: [Choice]
    let statusChoices: [Choice]
    let relationOptions: [Option]
    /// Relations of the address beyond the one that the list shows.
    let moreRelations: [Option]
    let since: String?
    let until: String?
    /// The days that the graph knows, for the slider.
    let firstDay: String?
    let lastDay: String?
    /// Whether anything is left out.
    let isFiltered: Bool
    /// "talks since 3 May 2031"; nil without a filter.
    let filterWords: String?

    struct Choice: Sendable {
        let choiceValue: String
        let choiceWords: String
        let choiceCount: String?
        let choiceTone: String
        let isChosen: Bool
    }

    struct Option: Sendable {
        let optionValue: String
        let optionWords: String
        let isChosen: Bool
    }

    /// - Parameters:
    ///   - classes: counts to show, by class; only these and what the filter names are offered.
    ///   - days: of the graph.
    init(
        _ filter: StatementFilter, classes: [GraphStatistics.Count], statuses: [GraphStatistics.Count], relations: [GraphStatistics.Count],
        days: ClosedRange<CalendarDate>?, labels: [String: String]
    ) {
        func word(_ relation: String) -> String {
            LabelText.line(labels[relation] ?? relation.replacing("-", with: " "), columns: 50).nonEmpty ?? relation
        }
        let classCounts = Dictionary(classes.map { ($0.name, $0.count) }, uniquingKeysWith: +)
        let statusCounts = Dictionary(statuses.map { ($0.name, $0.count) }, uniquingKeysWith: +)
        classChoices = RelationClass.allCases.compactMap { item in
            let isChosen = filter.classes.contains(item)
            guard let count = classCounts[item.rawValue] ?? (isChosen ? 0 : nil) else { return nil }
            return Choice(
                choiceValue: item.rawValue, choiceWords: RelationWords.noun(item), choiceCount: PageWords.number(count),
                choiceTone: PageWords.tone(item), isChosen: isChosen)
        }
        statusChoices = Status.allCases.compactMap { item in
            let isChosen = filter.statuses.contains(item)
            guard let count = statusCounts[item.rawValue] ?? (isChosen ? 0 : nil) else { return nil }
            return Choice(
                choiceValue: item.rawValue, choiceWords: PageWords.status(item), choiceCount: PageWords.number(count), choiceTone: "none",
                isChosen: isChosen)
        }
        let chosen = filter.relations.sorted()
        let named = Set(relations.map(\.name))
        let offered = relations.map(\.name) + chosen.filter { !named.contains($0) }
        relationOptions = offered.prefix(200).map { Option(optionValue: $0, optionWords: word($0), isChosen: $0 == chosen.first) }
            .sorted { $0.optionWords < $1.optionWords }
        moreRelations = chosen.dropFirst().map { Option(optionValue: $0, optionWords: word($0), isChosen: true) }
        since = filter.since?.description
        until = filter.until?.description
        firstDay = days?.lowerBound.description
        lastDay = days?.upperBound.description
        isFiltered = filter != .everything
        filterWords = isFiltered ? Self.words(of: filter, relation: word) : nil
    }

    private static func words(of filter: StatementFilter, relation: (String) -> String) -> String {
        var parts: [String] = []
        let kinds = filter.classes.map(RelationWords.noun).sorted() + filter.relations.sorted().map { "“\(relation($0))”" }
        if !kinds.isEmpty { parts.append(PageWords.list(kinds)) }
        if !filter.statuses.isEmpty {
            parts.append("only what is " + PageWords.list(Status.allCases.filter(filter.statuses.contains).map(\.rawValue), "or"))
        }
        switch (filter.since, filter.until) {
        case (let since?, let until?): parts.append(since <= until ? PageWords.days(since...until) : "")
        case (let since?, nil): parts.append("from \(PageWords.day(since)) on")
        case (nil, let until?): parts.append("until \(PageWords.day(until))")
        case (nil, nil): break
        }
        return parts.joined(separator: ", ")
    }
}
