import KnowledgeGraph

/// What stands on a line: one row a relation and status, repeats counted, the most striking first.
struct EdgeLabel {
    var relationLabels: [String: String]
    var dates: DateText
    /// False where the place of the line says the day, as on a timeline.
    var showsDates = true

    private var words: FigureWords { dates.language.words }

    private static let columns = 30
    private static let mostRows = 4

    func rows(of bundle: EdgeBundle) -> [Diagram.Edge.Row] {
        var rows: [(key: Key, statements: [Statement])] = []
        for statement in bundle.statements {
            let key = Key(
                label: label(of: statement), status: statement.status, relationClass: statement.relationClass,
                tone: RelationTone(statement.relationClass))
            if let index = rows.firstIndex(where: { $0.key == key }) {
                rows[index].statements.append(statement)
            } else {
                rows.append((key, [statement]))
            }
        }
        let ordered = rows.enumerated().sorted { ($0.element.key.tone, $0.offset) < ($1.element.key.tone, $1.offset) }.map(\.element)
        return fitting(ordered).map { key, statements in
            Diagram.Edge.Row(
                label: key.label, count: statements.count, note: note(key.status, statements), relationClass: key.relationClass,
                isDenied: key.status == .denied)
        }
    }

    /// The name of the relation in words: from the catalogue, else from its name; for what no relation type covers, the predicate.
    func label(of statement: Statement) -> String {
        if statement.relationClass == .other {
            let words = LabelText.line(statement.predicate.text, columns: EdgeLabel.columns)
            return words.isEmpty ? LabelText.line(statement.relation, columns: EdgeLabel.columns) : words
        }
        if statement.relation == "holds-office", let office = statement.detail.map({ LabelText.cleaned($0) }), !office.isEmpty {
            return LabelText.line(office, columns: EdgeLabel.columns)
        }
        let label = relationLabels[statement.relation].map { LabelText.line($0, columns: EdgeLabel.columns) } ?? ""
        return label.isEmpty ? LabelText.line(statement.relation.replacing("-", with: " "), columns: EdgeLabel.columns) : label
    }

    private struct Key: Equatable {
        var label: String
        var status: Status
        var relationClass: RelationClass
        var tone: RelationTone
    }

    /// The first rows; when there are too many, the last one counts the rest.
    private func fitting(_ rows: [(key: Key, statements: [Statement])]) -> [(key: Key, statements: [Statement])] {
        guard rows.count > EdgeLabel.mostRows else { return rows }
        let kept = rows.prefix(EdgeLabel.mostRows - 1)
        let rest = rows.dropFirst(kept.count)
        guard var last = rest.first else { return rows }
        last.key.label = words.andMore(rest.count)
        last.key.status = .actual
        last.statements = Array(last.statements.prefix(1))
        last.statements[0].date = nil
        return kept + [last]
    }

    /// Status and date; only a date that the sentence says.
    private func note(_ status: Status, _ statements: [Statement]) -> String? {
        let said = statements.compactMap(\.date).filter { $0.source == .text }
        let date = said.isEmpty || !showsDates ? nil : dates.short(said)
        // A denied relation has its mark in front instead.
        let parts = [status == .denied ? nil : words.word(for: status), date].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
