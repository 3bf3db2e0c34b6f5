import GraphFormats
import GraphStore
import KnowledgeGraph

/// Events as `who --events` shows them: one row for all reports of an event.
struct EventTable {
    let events: [Event]
    let store: GraphStore

    func write(as format: TableFormat) throws {
        switch format {
        case .table:
            var table = TextTable(["DATE", "SUBJECT", "RELATION", "OBJECT", "STATUS", "REPORTS", "SPEAKERS"])
            for event in events {
                let newest = try newestReport(of: event)
                table.append(
                    [
                        StatementTable.day(newest), newest.subject.actor.name, StatementTable.label(newest), newest.object.actor.name,
                        event.status.rawValue, "\(event.reports.count)", speakers(of: event).joined(separator: "; "),
                    ], note: StatementTable.evidence(newest))
            }
            try StandardOutput.write(lines: table.lines(width: StandardOutput.terminalWidth))
        case .json:
            try StandardOutput.write(lines: JSONList.lines(events.map(json)))
        case .csv:
            var output = try OutputFile(path: nil)
            CSVRow.write(
                [
                    "day", "subject_id", "subject", "relation", "class", "object_id", "object", "status", "reports", "documents",
                    "speakers",
                    "sentence", "document",
                ], to: &output)
            for event in events { CSVRow.write(try cells(event), to: &output) }
            try output.close()
        }
    }

    private func cells(_ event: Event) throws -> [String] {
        let newest = try newestReport(of: event)
        return [
            event.day?.description ?? "", CSVRow.text(event.subject.id), CSVRow.text(event.subject.name), CSVRow.text(event.relation),
            event.relationClass.rawValue, CSVRow.text(event.object.id), CSVRow.text(event.object.name), event.status.rawValue,
            "\(event.reports.count)", "\(event.documentCount)", CSVRow.text(speakers(of: event).joined(separator: "; ")),
            CSVRow.text(newest.evidence.sentence), CSVRow.text(newest.document),
        ]
    }

    /// The report in the document of the latest date; the first of several.
    private func newestReport(of event: Event) throws -> Statement {
        guard event.reports.count > 1 else { return event.reports[0] }
        let dated = try event.reports.map { (report: $0, date: try store.documentDetails($0.document)?.date) }
        let newest = dated.max { left, right in
            guard let day = right.date else { return false }
            return left.date.map { $0 < day } ?? true
        }
        return newest?.report ?? event.reports[0]
    }

    /// Who says so, each once, in the order of the reports.
    private func speakers(of event: Event) -> [String] {
        var speakers: [String] = []
        for speaker in event.reports.compactMap(\.attribution?.name) where !speakers.contains(speaker) { speakers.append(speaker) }
        return speakers
    }

    private func json(_ event: Event) -> String {
        var json = JSONText()
        json.object { json in
            json.key("day", event.day?.description)
            json.key("subject", event.subject.id)
            json.key("relation", event.relation)
            json.key("class", event.relationClass.rawValue)
            json.key("object", event.object.id)
            json.key("status", event.status.rawValue)
            json.key("documents") { $0.write(event.documentCount) }
            json.key("reports") { $0.array(event.reports) { JSONLines.write($1, to: &$0) } }
        }
        return json.text
    }
}
