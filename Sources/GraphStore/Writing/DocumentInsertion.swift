import GRDB
import KnowledgeGraph

/// One document on its way into the database, inside a transaction.
struct DocumentInsertion {
    /// Sentences that are the same to the last byte are one.
    private struct Sentence: Hashable {
        let text: ByteText
        let index: Int
        let span: Range<Int>
    }

    private let writer: StoreWriter
    private let document: GraphDocument
    private let part: DocumentRow.FilePart?
    private let key: Int64
    private let matcher: SpanMatcher
    private var sentences: [Sentence: Int64] = [:]
    private var sentenceKeys = KeyRun()
    private var statementKeys = KeyRun()

    /// Adds the document, which must not be in the database, or a part of a file of statements.
    static func insert(
        _ document: GraphDocument, part: DocumentRow.FilePart? = nil, hash: String, _ statements: some Sequence<KnowledgeGraph.Statement>,
        with writer: StoreWriter
    ) throws {
        let key = try RawStatement("SELECT coalesce(max(key), 0) + 1 FROM documents", in: writer.database).first { try $0.key(0) }
        guard let key else { preconditionFailure("a maximum is one row") }
        var text = document.text
        try text.withUTF8 { bytes in
            var insertion = DocumentInsertion(writer: writer, document: document, part: part, key: key, matcher: SpanMatcher(bytes))
            try insertion.insert(statements)
            try insertion.insertDocument(hash: hash)
        }
    }

    private init(
        writer: StoreWriter, document: GraphDocument, part: DocumentRow.FilePart?, key: Int64, matcher: SpanMatcher
    ) {
        self.writer = writer
        self.document = document
        self.part = part
        self.key = key
        self.matcher = matcher
    }

    private mutating func insert(_ statements: some Sequence<KnowledgeGraph.Statement>) throws {
        var seen: Set<ByteText> = []
        for statement in statements where seen.insert(ByteText(statement.id)).inserted {
            guard statement.document.hasBytes(of: document.id) else {
                throw GraphStoreError.foreignStatement(id: statement.id, document: document.id)
            }
            if let detail = Self.fault(of: statement) { throw GraphStoreError.invalidStatement(id: statement.id, detail: detail) }
            try insert(statement)
        }
    }

    /// Why a statement cannot be kept; nil when it can.
    private static func fault(of statement: KnowledgeGraph.Statement) -> String? {
        if !statement.confidence.isFinite || !statement.quantities.allSatisfy({ $0.value.isFinite }) { return "a number is not finite" }
        guard let date = statement.date else { return nil }
        let (first, last) = (date.start.daysSince1970, date.end.daysSince1970)
        return StoredDays.areDays(first, last) ? nil : "there is no day \(first) to \(last) since 1970-01-01"
    }

    private mutating func insert(_ statement: KnowledgeGraph.Statement) throws {
        let attribution = statement.attribution
        let references = StatementTable.References(
            sentence: try sentence(statement.evidence), relation: try writer.relations.use(of: statement),
            subject: try writer.names.use(statement.subject), object: try writer.names.use(statement.object),
            subjectMention: try words(statement.subject.mention), objectMention: try words(statement.object.mention),
            predicate: try words(TextSpan(text: statement.predicate.text, span: statement.predicate.span)),
            lemma: try writer.texts.use(statement.predicate.lemma), mode: try writer.texts.use(statement.mode),
            place: try writer.texts.use(statement.place), speaker: try writer.texts.use(attribution?.name),
            speakerID: try writer.texts.use(attribution?.id), speechVerb: try writer.texts.use(attribution?.verb),
            dateText: try writer.texts.use(statement.date?.text), rule: try writer.texts.use(statement.rule))
        try statementKeys.append(writer.statements.insert(statement, references))
    }

    private mutating func sentence(_ evidence: Evidence) throws -> Int64 {
        let sentence = Sentence(text: ByteText(evidence.sentence), index: evidence.index, span: evidence.span)
        if let known = sentences[sentence] { return known }
        let isSpan = matcher.document(reads: evidence.sentence, at: evidence.span)
        let key = try writer.sentences.insert(evidence, document: key, isSpan: isSpan)
        try sentenceKeys.append(key)
        sentences[sentence] = key
        return key
    }

    /// The key of words that the document does not have at their span.
    private func words(_ words: TextSpan?) throws -> Int64? {
        guard let words, !matcher.document(reads: words.text, at: words.span) else { return nil }
        return try writer.texts.use(words.text)
    }

    private func insertDocument(hash: String) throws {
        let row = try RawStatement(
            """
            INSERT INTO documents (
                key, id, hash, day, firstSentence, sentences, firstStatement, statements, title, source, url, text, file, part
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, in: writer.database)
        row.bind(key, at: 1)
        try row.bind(document.id, at: 2)
        try row.bind(hash, at: 3)
        row.bind(document.date?.daysSince1970, at: 4)
        row.bind(sentenceKeys.first, at: 5)
        row.bind(sentenceKeys.count, at: 6)
        row.bind(statementKeys.first, at: 7)
        row.bind(statementKeys.count, at: 8)
        try row.bind(document.title, at: 9)
        try row.bind(document.source, at: 10)
        try row.bind(document.url, at: 11)
        try row.bind(document.text, at: 12)
        try row.bind(part?.file, at: 13)
        row.bind(part?.number, at: 14)
        try row.run()
    }
}

/// Keys that follow one another.
private struct KeyRun {
    private(set) var first: Int64 = 0
    private(set) var count = 0

    mutating func append(_ key: Int64) throws {
        if count == 0 { first = key }
        guard key == first &+ Int64(count) else { throw DatabaseError.damage("row \(key) does not follow the one before") }
        count += 1
    }
}
