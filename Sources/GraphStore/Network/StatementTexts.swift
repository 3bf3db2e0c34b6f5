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

    /// A sentence by its key. Two look-ups by key.
    package func sentence(_ key: Int64) throws -> String {
        let row = cache.findSentence
        row.bind(key, at: 1)
        let text = try row.first { row in
            try row.isNull(0)
                ? cache.documentBytes.text(ofDocument: row.key(1), from: row.integer(2), length: row.integer(3)) : row.text(0)
        }
        guard let text else { throw DatabaseError.damage("sentence \(key) is missing") }
        return text
    }

    /// A sentence by its place. One look-up by key.
    package func sentence(at place: SentencePlace) throws -> String {
        try cache.documentBytes.text(ofDocument: place.document, from: Int(place.start), length: Int(place.length))
    }

    /// The id of a sentence's document. Two look-ups by key in one.
    package func document(ofSentence key: Int64) throws -> String {
        let row = cache.findDocument
        row.bind(key, at: 1)
        guard let id = try row.first({ try $0.text(0) }) else { throw DatabaseError.damage("sentence \(key) is missing") }
        return id
    }
}
