import KnowledgeGraph

/// Statements out of a table with a header.
struct StatementTable {
    private var records: CSVRecords
    /// For each place in a record the column that stands there; nil for one that is not read.
    private let columns: [StatementColumn?]
    /// Headings that say nothing that a statement holds.
    let unread: [String]

    /// Throws a `CSVRecords.Fault` when the first record is no header.
    init(_ reader: ByteReader) throws {
        records = try CSVRecords(reader)
        guard let header = try records.next()?.get() else {
            throw CSVRecords.Fault(line: 1, text: "is empty; the first line names the columns: subject, relation, object and others")
        }
        let headings = header.fields.map(StatementColumn.folded)
        let isEdgeList = headings.contains("source") && headings.contains("target") && !headings.contains("subject")
        let isOwnExport = Set(headings).isSuperset(of: ["subject_id", "object_id", "source", "target"])
        let repeated = isOwnExport ? StatementColumn.repeatedForGephi : []
        columns = headings.map { heading in
            if repeated.contains(heading) { return nil }
            if isEdgeList, heading == "source" { return .edgeSource }
            return StatementColumn.all.first { $0.names.contains(heading) }
        }
        unread = zip(header.fields, columns).filter { heading, column in
            column == nil && !heading.trimmed.isEmpty && !repeated.contains(StatementColumn.folded(heading))
        }.map(\.0)
        try check(header)
    }

    /// The draft of the next record and its line; nil after the last.
    mutating func next() throws -> (line: Int, draft: Result<StatementDraft, StatementFault>)? {
        switch try records.next() {
        case nil: return nil
        case .failure(let fault): return (fault.line, .failure(StatementFault(reason: fault.text)))
        case .success(let record):
            do {
                return (record.line, .success(try draft(record)))
            } catch let fault as StatementFault {
                return (record.line, .failure(fault))
            }
        }
    }

    private func draft(_ record: CSVRecords.Record) throws -> StatementDraft {
        if let extra = record.fields.dropFirst(columns.count).first(where: { !$0.trimmed.isEmpty }) {
            throw StatementFault(
                value: extra, reason: "stands behind the last of \(columns.count) columns; put fields with a separator in them in quotes")
        }
        var draft = StatementDraft()
        for (field, column) in zip(record.fields, columns) {
            guard let column else { continue }
            let value = CSVRow.original(column.isVerbatim ? field : field.trimmed)
            if !value.isEmpty { try column.read(value, &draft) }
        }
        return draft
    }

    private func check(_ header: CSVRecords.Record) throws {
        var readings: [String: String] = [:]
        for (heading, column) in zip(header.fields, columns) {
            guard let meaning = column?.meaning else { continue }
            if let other = readings[meaning] {
                throw CSVRecords.Fault(line: header.line, text: "columns \"\(other)\" and \"\(heading)\" both say the \(meaning); keep one")
            }
            readings[meaning] = heading
        }
        let missing = ["subject", "relation", "object"].filter { readings[$0] == nil }
        guard missing.isEmpty else {
            throw CSVRecords.Fault(
                line: header.line,
                text: "no column \(missing.map { "\"\($0)\"" }.joined(separator: ", ")); the first line names the columns: "
                    + "subject, relation, object and others")
        }
    }
}
