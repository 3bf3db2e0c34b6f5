import GRDB

/// What a statement has beside its facts.
package struct StatementTexts: Sendable {
    package var id: String
    package var place: String?
    package var topic: String?
    package var speaker: String?
    package var mode: String?
    package var detail: String?
    package var rule: String
    package var confidence: Double
}

extension StoreSnapshot {
    /// One look-up by key; words that many statements share are remembered.
    package func texts(_ statement: Int64) throws -> StatementTexts {
        let row = cache.findTexts
        row.bind(statement, at: 1)
        func shared(_ row: RawStatement, _ column: Int32) throws -> String? { try row.optionalKey(column).map { try cache.text($0) } }
        let texts = try row.first { row in
            StatementTexts(
                id: row.isInteger(0) ? StoredID.text(of: try row.key(0)) : try row.text(0),
                place: try shared(row, 1), topic: try row.optionalText(2), speaker: try shared(row, 3), mode: try shared(row, 4),
                detail: try row.optionalText(5), rule: try cache.text(row.key(6)), confidence: try row.confidence(7))
        }
        guard let texts else { throw DatabaseError.damage("statement \(statement) is missing") }
        return texts
    }

    /// The sentence of a statement and the id of its document. Three look-ups by key in one.
    package func sentence(of statement: Int64) throws -> (text: String, document: String) {
        let row = cache.findSentence
        row.bind(statement, at: 1)
        let found = try row.first { (text: try $0.text(0), document: try $0.text(1)) }
        guard let found else { throw DatabaseError.damage("the sentence of statement \(statement) is missing") }
        return found
    }
}
