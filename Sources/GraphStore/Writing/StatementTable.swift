import GRDB
import KnowledgeGraph

/// The rows of statements, written and taken out.
struct StatementTable {
    /// The keys of the rows that a statement refers to.
    struct References {
        var sentence: Int64
        var relation: Int64
        var subject: NameTable.Keys
        var object: NameTable.Keys
        /// Keys of texts; those of mentions and the predicate are nil where the document has them at their span.
        var subjectMention: Int64?
        var objectMention: Int64?
        var predicate: Int64?
        var lemma: Int64
        var mode: Int64?
        var place: Int64?
        var speaker: Int64?
        var speakerID: Int64?
        var speechVerb: Int64?
        var dateText: Int64?
        var rule: Int64
    }

    private let insert: RawStatement
    private let insertQuantity: RawStatement

    init(_ database: Database) throws {
        insert = try .separate(Self.insertion, in: database)
        insertQuantity = try .separate(
            "INSERT INTO quantities (statement, number, value, unit, text, start, length) VALUES (?, ?, ?, ?, ?, ?, ?)", in: database)
    }

    /// - Returns: the statement's key.
    func insert(_ statement: KnowledgeGraph.Statement, _ references: References) throws -> Int64 {
        let start = statement.evidence.span.lowerBound
        var columns = Columns(row: insert)
        columns.append(references.subject.actor)
        columns.append(references.object.actor)
        columns.append(references.relation)
        columns.append(statement.status.code)
        columns.append(statement.date?.start.daysSince1970)
        columns.append(statement.date?.end.daysSince1970)
        columns.append(references.sentence)
        switch StoredConfidence(statement.confidence) {
        case .tenThousandths(let number): columns.append(number)
        case .exact(let confidence): columns.append(confidence)
        }
        columns.append(references.place)
        try columns.append(statement.topic)
        columns.append(references.speaker)
        columns.append(references.mode)
        switch StoredID(statement.id) {
        case .number(let number): columns.append(number)
        case .text(let text): try columns.append(text)
        }
        columns.append(references.subject, mention: references.subjectMention, statement.subject.mention?.span, from: start)
        columns.append(references.object, mention: references.objectMention, statement.object.mention?.span, from: start)
        columns.append(references.predicate)
        columns.append(references.lemma)
        columns.append(statement.predicate.span, from: start)
        columns.append(references.speakerID)
        columns.append(references.speechVerb)
        columns.append(statement.attribution?.span, from: start)
        columns.append(statement.date?.precision.code)
        columns.append(references.dateText)
        columns.append(statement.date?.source.code)
        columns.append(references.rule)
        try columns.append(statement.detail)
        columns.append(statement.quantities.count)
        try insert.run()
        let key = insert.lastInsertedKey
        for (number, quantity) in statement.quantities.enumerated() {
            try insert(quantity, number: number, statement: key, from: start)
        }
        return key
    }

    private func insert(_ quantity: KnowledgeGraph.Statement.Quantity, number: Int, statement: Int64, from start: Int) throws {
        var columns = Columns(row: insertQuantity)
        columns.append(statement)
        columns.append(number)
        columns.append(quantity.value)
        try columns.append(quantity.unit)
        try columns.append(quantity.text)
        columns.append(quantity.span, from: start)
        try insertQuantity.run()
    }

    private static let insertion = """
        INSERT INTO statements (
            subject, object, relation, status, day, lastDay, sentence, confidence, place, topic, speaker, mode, id,
            subjectName, subjectAlias, subjectMention, subjectStart, subjectLength,
            objectName, objectAlias, objectMention, objectStart, objectLength,
            predicate, lemma, predicateStart, predicateLength, speakerID, speechVerb, speechStart, speechLength,
            datePrecision, dateText, dateSource, rule, detail, quantities
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?, ?)
        """
}

/// Binds the values of a row in the order of its columns.
private struct Columns {
    let row: RawStatement
    private var index: Int32 = 0

    init(row: RawStatement) {
        self.row = row
    }

    mutating func append(_ value: Int?) {
        index += 1
        row.bind(value, at: index)
    }

    mutating func append(_ value: Int64?) {
        index += 1
        row.bind(value, at: index)
    }

    mutating func append(_ value: Double) {
        index += 1
        row.bind(value, at: index)
    }

    mutating func append(_ text: String?) throws {
        index += 1
        try row.bind(text, at: index)
    }

    /// Two columns: the start, counted from the sentence's, and the length. Any two numbers come back as they were: sums wrap around.
    mutating func append(_ span: Range<Int>?, from start: Int) {
        append(span.map { $0.lowerBound &- start })
        append(span.map { $0.upperBound &- $0.lowerBound })
    }

    /// Five columns.
    mutating func append(_ keys: NameTable.Keys, mention: Int64?, _ span: Range<Int>?, from start: Int) {
        append(keys.name)
        append(keys.alias)
        append(mention)
        append(span, from: start)
    }
}
