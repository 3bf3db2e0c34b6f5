package import KnowledgeGraph

/// Relations, classes, statuses and dates as a report writes them.
package struct RelationWords: Sendable {
    /// By relation name.
    package var labels: [String: String]

    private static let columns = 80

    package init(labels: [String: String]) {
        self.labels = labels
    }

    /// The relation in words: from the catalogue, else from its name; for what no relation type covers, the predicate.
    package func label(of statement: Statement) -> String {
        let words = statement.relationClass == .other ? statement.predicate.text : labels[statement.relation] ?? ""
        let label = LabelText.line(words, columns: Self.columns)
        return label.isEmpty ? LabelText.line(statement.relation.replacing("-", with: " "), columns: Self.columns) : label
    }

    /// "Talks", "Office, membership".
    package static func heading(of relationClass: RelationClass) -> String {
        let words = noun(relationClass)
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// "talks", "office and membership".
    package static func noun(_ relationClass: RelationClass) -> String {
        FigureLanguage.english.words.legend(relationClass).replacing(", ", with: " and ")
    }

    /// "3 May 2031", "May 2031", "2031", "1–4 May 2031".
    package static func date(_ date: StatementDate) -> String {
        let last = max(date.start, date.end)
        switch date.precision {
        case .year where date.start.components.year == last.components.year: return String(date.start.components.year)
        case .month where date.start.components.month == last.components.month:
            return String(DateText.long(date.start, date.start).drop { $0 != " " }.dropFirst())
        case .day, .week, .month, .quarter, .year, .range: return DateText.long(date.start, last)
        }
    }

    /// "3 May", "May"; with the year where it is another than that of the first day.
    static func dateInMonth(_ date: StatementDate) -> String {
        let year = " \(date.start.components.year)"
        let text = Self.date(date)
        return text.hasSuffix(year) ? String(text.dropLast(year.count)) : text
    }

    /// How the date is known.
    package static func resolution(of date: StatementDate) -> String {
        let words = date.text.map { LabelText.line($0, columns: columns) }.flatMap { $0.isEmpty ? nil : "“\($0)”" }
        switch date.source {
        case .text: return words.map { "read from \($0) in the sentence" } ?? "said in the sentence"
        case .context: return words.map { "carried over from \($0) in a sentence before" } ?? "carried over from a sentence before"
        case .document: return "the document’s own date; the sentence gives none"
        }
    }
}
