import GRDB
import KnowledgeGraph

/// How statements are read back: the columns of a query and what they mean.
struct StatementRow {
    /// What to select from `statements s`.
    static let columns = """
        s.key, s.id, s.sentence, s.relation, s.status, s.day, s.lastDay, s.datePrecision, s.dateText, s.dateSource, s.confidence,
        s.place, s.topic, s.mode, s.rule, s.detail, s.quantities,
        s.subjectName, s.subjectMention, s.subjectStart, s.subjectLength, s.objectName, s.objectMention, s.objectStart, s.objectLength,
        s.predicate, s.lemma, s.predicateStart, s.predicateLength, s.speaker, s.speakerID, s.speechVerb, s.speechStart, s.speechLength
        """

    private let row: RawStatement
    private let cache: ReadCache
    private let document: EvidenceReader.Document
    private let evidence: Evidence

    /// - Parameter row: a row with `columns`.
    static func statement(_ row: RawStatement, _ cache: ReadCache) throws -> KnowledgeGraph.Statement {
        let (evidence, document) = try cache.evidence.evidence(row.key(2))
        return try StatementRow(row: row, cache: cache, document: document, evidence: evidence).statement()
    }

    private func statement() throws -> KnowledgeGraph.Statement {
        guard let relation = try cache.relations()[row.key(3)] else { throw DatabaseError.damage("a relation type is missing") }
        return Statement(
            id: row.isInteger(1) ? StoredID.text(of: try row.key(1)) : try row.text(1), document: document.id,
            subject: try participant(17), relation: relation.name, relationClass: relation.relationClass, mode: try optionalText(13),
            object: try participant(21), isSymmetric: relation.isSymmetric, status: try Status(code: row.integer(4)),
            predicate: try predicate(25), attribution: try attribution(29), date: try date(5), place: try optionalText(11),
            topic: try row.optionalText(12), quantities: try row.integer(16) > 0 ? quantities(row.key(0)) : [], evidence: evidence,
            confidence: try row.confidence(10), rule: try text(14), detail: try row.optionalText(15))
    }

    /// The text whose key the column has.
    private func text(_ column: Int32) throws -> String {
        try cache.text(row.key(column))
    }

    private func optionalText(_ column: Int32) throws -> String? {
        try row.optionalKey(column).map { try cache.text($0) }
    }

    /// Two columns, start and length: a span that counts from the sentence's start.
    private func span(_ column: Int32, of row: RawStatement) throws -> Range<Int> {
        try EvidenceReader.span(row.integer(column) &+ evidence.span.lowerBound, row.integer(column + 1))
    }

    /// The text whose key the column has, or else what the document has at the span.
    private func text(_ column: Int32, orAt span: Range<Int>) throws -> String {
        try optionalText(column) ?? document.text.text(from: span.lowerBound, length: span.upperBound &- span.lowerBound)
    }

    /// Four columns: name, mention, start, length.
    private func participant(_ column: Int32) throws -> Participant {
        let actor = try cache.actor(named: row.key(column))
        guard !row.isNull(column + 2) else { return Participant(actor: actor) }
        let span = try span(column + 2, of: row)
        return Participant(actor: actor, mention: TextSpan(text: try text(column + 1, orAt: span), span: span))
    }

    /// Four columns: text, lemma, start, length.
    private func predicate(_ column: Int32) throws -> KnowledgeGraph.Statement.Predicate {
        let span = try span(column + 2, of: row)
        return Statement.Predicate(text: try text(column, orAt: span), lemma: try text(column + 1), span: span)
    }

    /// Five columns: name, id, verb, start, length.
    private func attribution(_ column: Int32) throws -> KnowledgeGraph.Statement.Attribution? {
        guard let name = try optionalText(column) else { return nil }
        return Statement.Attribution(
            name: name, id: try optionalText(column + 1).map { try cache.root(of: $0) }, verb: try text(column + 2),
            span: try span(column + 3, of: row))
    }

    /// Five columns: first day, last day, precision, text, source.
    private func date(_ column: Int32) throws -> StatementDate? {
        guard let days = try StoredDays.days(row, column) else { return nil }
        return StatementDate(
            start: CalendarDate(daysSince1970: days.lowerBound), end: CalendarDate(daysSince1970: days.upperBound),
            precision: try StatementDate.Precision(code: row.integer(column + 2)), text: try optionalText(column + 3),
            source: try StatementDate.Source(code: row.integer(column + 4)))
    }

    private func quantities(_ statement: Int64) throws -> [KnowledgeGraph.Statement.Quantity] {
        let rows = try RawStatement(
            "SELECT value, unit, text, start, length FROM quantities WHERE statement = ? ORDER BY number", in: cache.database)
        rows.bind(statement, at: 1)
        var quantities: [KnowledgeGraph.Statement.Quantity] = []
        try rows.forEach { row in
            quantities.append(
                Statement.Quantity(value: try row.real(0), unit: try row.text(1), text: try row.text(2), span: try span(3, of: row)))
        }
        return quantities
    }
}

/// Days of the file, as two columns: first and last.
enum StoredDays {
    /// Nil without a date; throws when there are no such days.
    static func days(_ row: RawStatement, _ column: Int32) throws -> ClosedRange<Int>? {
        guard let first = try row.optionalInteger(column) else { return nil }
        let last = try row.integer(column + 1)
        guard areDays(first, last) else {
            throw DatabaseError.damage("there is no day \(first) to \(last)")
        }
        return first...last
    }

    static func areDays(_ first: Int, _ last: Int) -> Bool {
        first <= last && years.contains(first) && years.contains(last)
    }

    /// Days of the years 1 to 9999.
    private static let years = -719_162...2_932_896
}
