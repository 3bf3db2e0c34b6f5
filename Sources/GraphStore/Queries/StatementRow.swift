import GRDB
import KnowledgeGraph

/// How statements are read back: the columns of a query and what they mean.
enum StatementRow {
    /// Where a query starts; the join is kept in that order (`CROSS JOIN`), whatever SQLite knows of the sizes of the tables.
    enum Start: String {
        /// To go through all statements by document.
        case documents = """
            FROM documents d CROSS JOIN sentences e ON e.document = d.key CROSS JOIN statements s ON s.sentence = e.key
            """
        /// For few statements whose keys are known.
        case statements = """
            FROM statements s CROSS JOIN sentences e ON e.key = s.sentence CROSS JOIN documents d ON d.key = e.document
            """
    }

    /// The beginning of a query, to be followed by conditions and an order; `s` is the statement, `e` its sentence, `d` its document.
    static func select(from start: Start) -> String {
        """
        \(columns) \(start.rawValue)
            CROSS JOIN actors sa ON sa.key = s.subject CROSS JOIN names sn ON sn.key = s.subjectName
            CROSS JOIN actors oa ON oa.key = s.object CROSS JOIN names o ON o.key = s.objectName
        """
    }

    private static let columns = """
        SELECT s.key, s.id, d.id,
            sa.id, sn.name, sn.type, s.subjectMention, s.subjectStart, s.subjectEnd,
            s.relation, s.class, s.mode,
            oa.id, o.name, o.type, s.objectMention, s.objectStart, s.objectEnd,
            s.isSymmetric, s.status, s.predicate, s.lemma, s.predicateStart, s.predicateEnd,
            s.speaker, s.speakerID, s.speechVerb, s.speakerStart, s.speakerEnd,
            s.day, s.lastDay, s.datePrecision, s.dateText, s.dateSource,
            s.place, s.topic, s.confidence, s.rule, s.detail, e.text, e.number, e.start, e.end,
            EXISTS (SELECT 1 FROM quantities WHERE statement = s.key)
        """

    static func statement(_ row: Row, in database: Database) throws -> KnowledgeGraph.Statement {
        let columns = Columns(row: row)
        return Statement(
            id: try columns.text(1), document: try columns.text(2), subject: try columns.participant(3), relation: try columns.text(9),
            relationClass: try columns.value(10), mode: try columns.optionalText(11), object: try columns.participant(12),
            isSymmetric: try row.decode(atIndex: 18), status: try columns.value(19),
            predicate: KnowledgeGraph.Statement.Predicate(
                text: try columns.text(20), lemma: try columns.text(21), span: try columns.span(22)),
            attribution: try columns.attribution(24), date: try columns.date(29), place: try columns.optionalText(34),
            topic: try columns.optionalText(35),
            quantities: try row.decode(Bool.self, atIndex: 43) ? quantities(row.decode(atIndex: 0), in: database) : [],
            evidence: Evidence(sentence: try columns.text(39), index: try row.decode(atIndex: 40), span: try columns.span(41)),
            confidence: try row.decode(atIndex: 36), rule: try columns.text(37), detail: try columns.optionalText(38))
    }

    private static func quantities(_ statement: Int64, in database: Database) throws -> [KnowledgeGraph.Statement.Quantity] {
        let query = try database.cachedStatement(
            sql: "SELECT value, unit, text, start, end FROM quantities WHERE statement = ? ORDER BY number")
        return try Row.fetchAll(query, arguments: [statement]).map { row in
            let columns = Columns(row: row)
            return Statement.Quantity(
                value: try row.decode(atIndex: 0), unit: try columns.text(1), text: try columns.text(2), span: try columns.span(3))
        }
    }
}

/// Reads values by position, and throws where a damaged file holds something else.
private struct Columns {
    let row: Row

    func text(_ index: Int) throws -> String {
        try row.decode(StoredText.self, atIndex: index).text
    }

    func optionalText(_ index: Int) throws -> String? {
        try row.decode(StoredText?.self, atIndex: index)?.text
    }

    func value<Value: RawRepresentable<String>>(_ index: Int) throws -> Value {
        let text = try text(index)
        guard let value = Value(rawValue: text) else { throw damage("\"\(text.prefix(40))\" is no \(Value.self)") }
        return value
    }

    /// Two columns: start and end.
    func span(_ index: Int) throws -> Range<Int> {
        let (start, end): (Int, Int) = (try row.decode(atIndex: index), try row.decode(atIndex: index + 1))
        guard start <= end else { throw damage("a span ends at \(end) before it starts at \(start)") }
        return start..<end
    }

    /// Six columns: id, name, type, mention, start, end.
    func participant(_ index: Int) throws -> Participant {
        Participant(
            actor: Actor(id: try text(index), name: try text(index + 1), type: try value(index + 2)),
            mention: try optionalText(index + 3).map { TextSpan(text: $0, span: try span(index + 4)) })
    }

    /// Five columns: name, id, verb, start, end.
    func attribution(_ index: Int) throws -> KnowledgeGraph.Statement.Attribution? {
        guard let name = try optionalText(index) else { return nil }
        return Statement.Attribution(
            name: name, id: try optionalText(index + 1), verb: try text(index + 2), span: try span(index + 3))
    }

    /// Five columns: first day, last day, precision, text, source.
    func date(_ index: Int) throws -> StatementDate? {
        guard let first = try row.decode(Int?.self, atIndex: index) else { return nil }
        let last = try row.decode(Int.self, atIndex: index + 1)
        guard first <= last, Columns.years.contains(first), Columns.years.contains(last) else {
            throw damage("there is no day \(first) to \(last)")
        }
        return StatementDate(
            start: CalendarDate(daysSince1970: first), end: CalendarDate(daysSince1970: last), precision: try value(index + 2),
            text: try optionalText(index + 3), source: try value(index + 4))
    }

    /// Days of the years 1 to 9999.
    private static let years = -719_162...2_932_896

    private func damage(_ message: String) -> DatabaseError {
        DatabaseError(resultCode: .SQLITE_CORRUPT, message: message)
    }
}
