public import KnowledgeGraph

/// Goes through the statements of a file.
public struct StatementReader {
    private enum Source {
        case unopened(ByteReader)
        case lines(StatementLines)
        case table(StatementTable)
    }

    /// A line that has given an id, and what else it said.
    private struct Named {
        let line: Int
        let content: Int
    }

    private let file: String
    private let format: StatementFile.Format
    private let defaults: StatementDefaults
    private var source: Source
    /// By hashes of document and id.
    private var named: [Int: Named] = [:]

    /// Columns that are not read; known once the first statement is.
    public private(set) var unreadColumns: [String] = []

    init(file: String, format: StatementFile.Format, defaults: StatementDefaults, reader: ByteReader) {
        self.file = file
        self.format = format
        self.defaults = defaults
        source = .unopened(reader)
    }

    /// The next statement, or what is wrong with the next line; nil after the last.
    ///
    /// Throws when the file as a whole is none of statements, and what reading its bytes throws.
    public mutating func next() throws -> Result<SourcedStatement, GraphFormatError>? {
        guard let (line, draft) = try nextDraft() else { return nil }
        do {
            let statement = try defaults.statement(draft.get())
            if try draft.get().id != nil { try checkID(of: statement, line: line) }
            return .success(statement)
        } catch let fault as StatementFault {
            return .failure(.unreadable(file: file, line: line, detail: fault.text))
        }
    }

    private mutating func nextDraft() throws -> (line: Int, draft: Result<StatementDraft, StatementFault>)? {
        switch source {
        case .unopened(let reader):
            try open(reader)
            return try nextDraft()
        case .lines(var lines):
            defer { source = .lines(lines) }
            return try lines.next()
        case .table(var table):
            defer { source = .table(table) }
            return try table.next()
        }
    }

    private mutating func open(_ reader: ByteReader) throws {
        var reader = reader
        guard try !reader.isUTF16() else {
            throw GraphFormatError.unreadable(file: file, line: nil, detail: "is UTF-16; save it as UTF-8")
        }
        try reader.dropMark()
        guard format == .csv else {
            source = .lines(StatementLines(reader))
            return
        }
        do {
            let table = try StatementTable(reader)
            unreadColumns = table.unread
            source = .table(table)
        } catch let fault as CSVRecords.Fault {
            throw GraphFormatError.unreadable(file: file, line: fault.line, detail: fault.text)
        }
    }

    /// An id may come again only with the same statement: the database would keep the first of them.
    private mutating func checkID(of statement: SourcedStatement, line: Int) throws {
        var key = Hasher()
        key.combine(statement.statement.document)
        key.combine(statement.statement.id)
        let content = statement.statement.hashValue
        let hash = key.finalize()
        let first = named[hash, default: Named(line: line, content: content)]
        guard first.content == content else {
            throw StatementFault(
                field: "id", value: statement.statement.id,
                reason: "was given to another statement on line \(first.line); leave ids out, and they are made")
        }
        named[hash] = first
    }
}
