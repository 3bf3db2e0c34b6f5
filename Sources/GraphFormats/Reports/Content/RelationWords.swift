import KnowledgeGraph

/// Relations, classes, statuses and dates as a report writes them.
struct RelationWords {
    var labels: [String: String]

    private static let columns = 80

    /// The relation in words: from the catalogue, else from its name; for what no relation type covers, the predicate.
    func label(of statement: Statement) -> String {
        let words = statement.relationClass == .other ? statement.predicate.text : labels[statement.relation] ?? ""
        let label = LabelText.line(words, columns: Self.columns)
        return label.isEmpty ? LabelText.line(statement.relation.replacing("-", with: " "), columns: Self.columns) : label
    }

    /// "Talks", "Office, membership".
    static func heading(of relationClass: RelationClass) -> String {
        let words = relationClass.legend
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// "3 May 2031", "May 2031", "2031", "1–4 May 2031".
    static func date(_ date: StatementDate) -> String {
        let last = max(date.start, date.end)
        switch date.precision {
        case .year where date.start.components.year == last.components.year: return String(date.start.components.year)
        case .month where date.start.components.month == last.components.month: return String(DateText.long(date.start, date.start).split(separator: " ", maxSplits: 1)[1])
        case .day, .week, .month, .quarter, .year, .range: return DateText.long(date.start, last)
        }
    }

    /// How the date is known.
    static func resolution(of date: StatementDate) -> String {
        let words = date.text.map { LabelText.line($0, columns: columns) }.flatMap { $0.isEmpty ? nil : "“\($0)”" }
        switch date.source {
        case .text: return words.map { "read from \($0) in the sentence" } ?? "said in the sentence"
        case .context: return words.map { "carried over from \($0) in a sentence before" } ?? "carried over from a sentence before"
        case .document: return "the document’s own date; the sentence gives none"
        }
    }
}
