import GRDB
import KnowledgeGraph

/// One document on its way into the database, inside a transaction.
struct DocumentInsertion {
    private let database: Database
    private let id: String
    private let key: Int64
    private var sentences: [Evidence: Int64] = [:]
    private var names = NameInsertion()

    init(_ document: GraphDocument, hash: String, into database: Database) throws {
        self.database = database
        id = document.id
        try database.execute(
            sql: "INSERT INTO documents (id, hash, day, title, source, url, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                document.id.stored, hash, document.date?.daysSince1970, document.title?.stored, document.source?.stored,
                document.url?.stored, document.text.stored,
            ])
        key = database.lastInsertedRowID
    }

    consuming func insert(_ statements: some Sequence<KnowledgeGraph.Statement>) throws {
        var seen: Set<String> = []
        for (number, statement) in statements.enumerated() where seen.insert(statement.id).inserted {
            guard statement.document == id else {
                throw GraphStoreError.foreignStatement(id: statement.id, document: id)
            }
            try insert(statement, number: number)
        }
        try names.insertMentions(document: key, into: database)
    }

    private mutating func insert(_ statement: KnowledgeGraph.Statement, number: Int) throws {
        let subject = try names.insert(statement.subject, into: database)
        let object = try names.insert(statement.object, into: database)
        var values = Values()
        values.append(statement.id)
        values.append(try sentence(statement.evidence))
        values.append(number)
        values.append(statement.subject, keys: subject)
        values.append(statement.relation)
        values.append(statement.relationClass.rawValue)
        values.append(statement.mode)
        values.append(statement.object, keys: object)
        values.append(statement.isSymmetric)
        values.append(statement.status.rawValue)
        values.append(statement.predicate.text)
        values.append(statement.predicate.lemma)
        values.append(statement.predicate.span)
        values.append(statement.attribution?.name)
        values.append(statement.attribution?.id)
        values.append(statement.attribution?.verb)
        values.append(statement.attribution?.span)
        values.append(statement.date?.start.daysSince1970)
        values.append(statement.date?.end.daysSince1970)
        values.append(statement.date?.precision.rawValue)
        values.append(statement.date?.text)
        values.append(statement.date?.source.rawValue)
        values.append(statement.place)
        values.append(statement.topic)
        values.append(statement.confidence)
        values.append(statement.rule)
        values.append(statement.detail)
        try database.cachedStatement(sql: Self.statementSQL).execute(arguments: values.arguments)
        let key = database.lastInsertedRowID
        for (number, quantity) in statement.quantities.enumerated() {
            let insertion = try database.cachedStatement(
                sql: "INSERT INTO quantities (statement, number, value, unit, text, start, end) VALUES (?, ?, ?, ?, ?, ?, ?)")
            try insertion.execute(arguments: [
                key, number, quantity.value, quantity.unit.stored, quantity.text.stored, quantity.span.lowerBound,
                quantity.span.upperBound,
            ])
        }
    }

    private mutating func sentence(_ evidence: Evidence) throws -> Int64 {
        if let known = sentences[evidence] { return known }
        let insertion = try database.cachedStatement(
            sql: "INSERT INTO sentences (document, number, start, end, text) VALUES (?, ?, ?, ?, ?)")
        try insertion.execute(arguments: [
            key, evidence.index, evidence.span.lowerBound, evidence.span.upperBound, evidence.sentence.stored,
        ])
        let key = database.lastInsertedRowID
        sentences[evidence] = key
        return key
    }

    private static let statementSQL = """
        INSERT INTO statements (
            id, sentence, number,
            subject, subjectName, subjectMention, subjectStart, subjectEnd,
            relation, class, mode,
            object, objectName, objectMention, objectStart, objectEnd,
            isSymmetric, status, predicate, lemma, predicateStart, predicateEnd,
            speaker, speakerID, speechVerb, speakerStart, speakerEnd,
            day, lastDay, datePrecision, dateText, dateSource,
            place, topic, confidence, rule, detail
        ) VALUES (?, ?, ?,  ?, ?, ?, ?, ?,  ?, ?, ?,  ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?)
        """
}

/// What the question marks of an insertion stand for, in the order of its columns.
private struct Values {
    private(set) var arguments: StatementArguments = []

    mutating func append(_ text: String?) {
        arguments += [text?.stored]
    }

    mutating func append(_ value: (some DatabaseValueConvertible)?) {
        arguments += [value]
    }

    /// Two columns.
    mutating func append(_ span: Range<Int>?) {
        arguments += [span?.lowerBound, span?.upperBound]
    }

    /// Five columns.
    mutating func append(_ participant: Participant, keys: (actor: Int64, name: Int64)) {
        append(keys.actor)
        append(keys.name)
        append(participant.mention?.text)
        append(participant.mention?.span)
    }
}
