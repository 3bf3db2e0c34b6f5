import KnowledgeGraph

/// The opening of a report: what it is made of, in plain sentences.
struct ReportSummary {
    let tally: ReportTally
    let documents: [String: DocumentDetails]
    /// Busiest first.
    let actors: [Report.ActorPage]

    var sentences: [String] {
        guard tally.statements > 0 else { return ["No statements were found."] }
        return [size, people, subjects, certainty, days].compactMap(\.self)
    }

    /// "3 statements", "1 statement".
    static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private var size: String {
        if tally.documents.count == 1, let document = tally.documents.first.flatMap({ documents[$0] }), let title = document.title {
            let origin = DiagramOptions.source(name: document.source.map { LabelText.line($0, columns: 80) }, date: document.date)
            return "This report has \(Self.counted(tally.statements, "statement")) from “\(LabelText.line(title, columns: 160))”"
                + (origin.map { " (\($0))" } ?? "") + "."
        }
        let count = Self.counted(tally.documents.count, "document")
        let known = tally.documents.compactMap { documents[$0]?.date }
        var text = "This report has \(Self.counted(tally.statements, "statement")) from \(count)"
        if let first = known.min(), let last = known.max() {
            text +=
                first == last
                ? " dated \(DateText.long(first, last))" : " dated between \(DateText.long(first, first)) and \(DateText.long(last, last))"
        }
        return text + "."
    }

    private var people: String {
        let types = tally.actorTypes.map { type, count in Self.counted(count, type) }
        let names = actors.prefix(3).map { LabelText.line($0.actor.name, columns: 60) }.filter { !$0.isEmpty }
        let total = tally.mentions.count
        let busiest = names.count > 1 ? " Named most: \(Self.list(names))." : ""
        return "It names \(Self.counted(total, "actor")): \(Self.list(types)).\(busiest)"
    }

    private var subjects: String {
        let ranked = tally.classes.sorted { (-$0.value, $0.key.rawValue) < (-$1.value, $1.key.rawValue) }
        let shown = ranked.prefix(5).map { "\(RelationWords.noun($0.key)) (\($0.value))" }
        let rest = ranked.count - shown.count
        return "What they are about: \(Self.list(shown + (rest > 0 ? [Self.counted(rest, "other kind")] : [])))."
    }

    private var certainty: String {
        let others = Status.allCases.filter { $0 != .actual }.compactMap { status in
            tally.statuses[status].map { "\($0) \(status.rawValue)" }
        }
        let actual = tally.statuses[.actual, default: 0]
        var text = "\(actual) \(actual == 1 ? "is" : "are") given as fact"
        if !others.isEmpty { text += ", \(Self.list(others))" }
        if tally.attributed > 0 { text += "; \(tally.attributed) \(tally.attributed == 1 ? "names" : "name") who says so" }
        return text + "."
    }

    private var days: String? {
        guard let days = tally.days else { return "None of them has a date." }
        let undated = tally.statements - tally.dated
        let range =
            days.lowerBound == days.upperBound
            ? "All dates are \(DateText.long(days.lowerBound, days.upperBound))"
            : "Dates run from \(DateText.long(days.lowerBound, days.lowerBound)) to \(DateText.long(days.upperBound, days.upperBound))"
        return range + (undated == 0 ? "." : "; \(undated) \(undated == 1 ? "has" : "have") none.")
    }

    private static func counted(_ count: Int, _ type: ActorType) -> String {
        switch type {
        case .person: count == 1 ? "1 person" : "\(count) people"
        case .country: count == 1 ? "1 country" : "\(count) countries"
        case .facility: count == 1 ? "1 facility" : "\(count) facilities"
        case .organization, .group, .place, .event, .thing: counted(count, type.rawValue)
        }
    }

    /// "a", "a and b", "a, b and c".
    private static func list(_ items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }
}
