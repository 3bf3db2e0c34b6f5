import GRDB

/// What a statement has beside its facts.
package struct StatementTexts: Sendable {
    package var id: String
    /// Key of its sentence.
    package var sentence: Int64
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
                id: row.isInteger(0) ? StoredID.text(of: try row.key(0)) : try row.text(0), sentence: try row.key(1),
                place: try shared(row, 2), topic: try row.optionalText(3), speaker: try shared(row, 4), mode: try shared(row, 5),
                detail: try row.optionalText(6), rule: try cache.text(row.key(7)), confidence: try row.confidence(8))
        }
        guard let texts else { throw DatabaseError.damage("statement \(statement) is missing") }
        return texts
    }

    /// A sentence and the id of its document, by the sentence's key. Two look-ups, none for the sentence that was read last.
    package func sentence(_ key: Int64) throws -> (text: String, document: String) {
        let (evidence, document) = try cache.evidence.evidence(key)
        return (evidence.sentence, document.id)
    }
}
