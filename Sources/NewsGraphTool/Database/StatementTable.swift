import GraphFormats
import KnowledgeGraph

/// Statements as a command shows them.
enum StatementTable {
    static func write(_ statements: [Statement], as format: TableFormat) throws {
        switch format {
        case .table:
            try StandardOutput.write(lines: table(statements).lines(width: StandardOutput.terminalWidth))
        case .json:
            try StandardOutput.write(lines: JSONList.lines(statements.map(JSONLines.line)))
        case .csv:
            var output = try OutputFile(path: nil)
            CSV().write(StatementList(statements), to: &output)
            try output.close()
        }
    }

    static func table(_ statements: [Statement]) -> TextTable {
        var table = TextTable(["DATE", "SUBJECT", "RELATION", "OBJECT", "STATUS", "SPEAKER"])
        for statement in statements {
            table.append(
                [
                    day(statement), statement.subject.actor.name, label(statement), statement.object.actor.name, statement.status.rawValue,
                    statement.attribution?.name ?? "",
                ], note: evidence(statement))
        }
        return table
    }

    /// The sentence and its document: `“Ana Ruiz met Bo Ek.” [briefing]`.
    static func evidence(_ statement: Statement) -> String { "“\(statement.evidence.sentence)” [\(statement.document)]" }

    /// The first day, or "2025-06" and "2025" for whole months and years, or "first/last" (ISO 8601) for other stretches.
    static func day(_ statement: Statement) -> String {
        guard let date = statement.date else { return "–" }
        return switch date.precision {
        case .day: date.start.description
        case .month: String(date.start.description.prefix(7))
        case .year: String(date.start.description.prefix(4))
        case .week, .quarter, .range: date.start == date.end ? date.start.description : "\(date.start)/\(date.end)"
        }
    }

    /// What a reader calls the relation: "met with", with the office held and the like; the words of the text where no type covers it.
    static func label(_ statement: Statement) -> String {
        guard statement.relation != "other" else { return statement.detail ?? statement.predicate.text }
        let name = statement.relation.split(separator: "-").joined(separator: " ")
        return statement.detail.map { "\(name): \($0)" } ?? name
    }
}

/// A JSON list with one element a line.
enum JSONList {
    static func lines(_ elements: [String]) -> [String] {
        guard let last = elements.last else { return ["[]"] }
        return ["["] + elements.dropLast().map { $0 + "," } + [last, "]"]
    }
}
