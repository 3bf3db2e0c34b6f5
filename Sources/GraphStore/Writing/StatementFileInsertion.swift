import GRDB
import KnowledgeGraph

/// A file of statements on its way into the database, inside a transaction.
///
/// It is kept in parts: runs of statements that name the same document. Parts that are there as they are stay untouched, so memory holds one
/// part and the ids, and a long file of which little has changed is soon added again.
struct StatementFileInsertion {
    /// Statements of one part, at most.
    static let partLimit = 5_000

    private struct Content: Hashable {
        let document: ByteText
        let hash: String
    }

    private let writer: StoreWriter
    private let file: String
    /// Parts that the database has of the file and that have not come up yet.
    private var old: [Content: [DocumentRow]]
    private let isNew: Bool
    private var run: [SourcedStatement] = []
    private var part = 0
    /// Ids of the file's statements, by document.
    private var seen: [ByteText: Set<StoredID>] = [:]
    /// Ids of statements that the database has of a document from elsewhere.
    private var known: (document: String, ids: Set<StoredID>)?
    private var inserted = 0
    private var leftOut = 0
    private var hasMoved = false

    init(file: String, writer: StoreWriter) throws {
        self.writer = writer
        self.file = file
        let parts = try DocumentRow.parts(ofFile: file, in: writer.database)
        isNew = parts.isEmpty
        old = Dictionary(grouping: parts) { Content(document: ByteText($0.id), hash: $0.hash) }
    }

    mutating func append(_ statement: SourcedStatement) throws {
        if let last = run.last, run.count == Self.partLimit || !last.statement.document.hasBytes(of: statement.statement.document) {
            try finishRun()
        }
        run.append(statement)
    }

    /// To be called after the last statement: takes out what the file no longer says.
    mutating func finish() throws -> GraphStore.FileAddition {
        try finishRun()
        let gone = old.values.joined().sorted { $0.key < $1.key }
        for row in gone { try writer.remove(row) }
        let isUnchanged = inserted == 0 && gone.isEmpty && !hasMoved
        return GraphStore.FileAddition(
            addition: isUnchanged ? .unchanged : isNew ? .added : .replaced, statements: inserted, known: leftOut)
    }

    private mutating func finishRun() throws {
        guard let document = run.first?.statement.document else { return }
        defer { run.removeAll(keepingCapacity: true) }
        let kept = try new(run, of: document)
        guard !kept.isEmpty else { return }
        var details = DocumentDetails(id: document)
        for statement in run { details.fillGaps(from: statement.document) }
        let row = GraphDocument(
            id: document, date: details.date, title: details.title, source: details.source, url: details.url, text: "")
        let hash = row.contentHash(of: kept)
        let place = DocumentRow.FilePart(file: file, number: part)
        part += 1
        if let same = old[Content(document: ByteText(document), hash: hash)]?.popFirst() {
            try move(same, to: place)
        } else {
            writer.change()
            try DocumentInsertion.insert(row, part: place, hash: hash, kept, with: writer)
            inserted += kept.count
        }
    }

    /// The statements that neither the file before them nor the database from elsewhere has.
    private mutating func new(_ run: [SourcedStatement], of document: String) throws -> [KnowledgeGraph.Statement] {
        let elsewhere = try idsElsewhere(document)
        return run.map(\.statement).filter { statement in
            let id = StoredID(statement.id)
            guard seen[ByteText(document), default: []].insert(id).inserted else { return false }
            guard elsewhere.contains(id) else { return true }
            leftOut += 1
            return false
        }
    }

    private mutating func idsElsewhere(_ document: String) throws -> Set<StoredID> {
        if let known, known.document.hasBytes(of: document) { return known.ids }
        let rows = try RawStatement(
            """
            SELECT s.id FROM documents d CROSS JOIN statements s
                ON s.key >= d.firstStatement AND s.key < d.firstStatement + d.statements
            WHERE d.id = ? AND d.file IS NOT ?
            """, in: writer.database)
        try rows.bind(document, at: 1)
        try rows.bind(file, at: 2)
        var ids: Set<StoredID> = []
        try rows.forEach { ids.insert(try StoredID($0, 0)) }
        known = (document, ids)
        return ids
    }

    private mutating func move(_ row: DocumentRow, to place: DocumentRow.FilePart) throws {
        guard row.part?.number != place.number else { return }
        hasMoved = true
        writer.change()
        let update = try RawStatement("UPDATE documents SET part = ? WHERE key = ?", in: writer.database)
        update.bind(place.number, at: 1)
        update.bind(row.key, at: 2)
        try update.run()
    }
}

extension StoreWriter {
    /// Takes out of files of statements what reading the document itself has given, too: a statement is kept once.
    func takeOver(document id: String) throws {
        let parts = try DocumentRow.parts(ofDocument: id, in: database)
        guard !parts.isEmpty, let own = try DocumentRow.find(id, in: database) else { return }
        let given = Set(try ids(of: own).map(\.id))
        for part in parts {
            let all = try ids(of: part)
            let taken = all.filter { given.contains($0.id) }.map(\.key)
            if taken.count == all.count {
                try remove(part)
            } else if !taken.isEmpty {
                changeWhatIsThere()
                try DocumentRemoval.remove(taken, of: part, with: self)
            }
        }
    }

    private func ids(of row: DocumentRow) throws -> [(key: Int64, id: StoredID)] {
        let rows = try RawStatement("SELECT key, id FROM statements WHERE key >= ? AND key < ?", in: database)
        rows.bind(row.statements.lowerBound, at: 1)
        rows.bind(row.statements.upperBound, at: 2)
        var ids: [(key: Int64, id: StoredID)] = []
        try rows.forEach { ids.append((try $0.key(0), try StoredID($0, 1))) }
        return ids
    }
}

extension StoredID {
    fileprivate init(_ row: RawStatement, _ column: Int32) throws {
        self = row.isInteger(column) ? .number(try row.key(column)) : .text(try row.text(column))
    }
}

extension Array {
    fileprivate mutating func popFirst() -> Element? { isEmpty ? nil : removeFirst() }
}
