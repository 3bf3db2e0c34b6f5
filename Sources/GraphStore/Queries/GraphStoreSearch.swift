import GRDB
public import KnowledgeGraph

/// A sentence that a search found.
public struct SentenceHit: Sendable, Hashable {
    public var document: String
    public var evidence: Evidence
    /// Of the document.
    public var date: CalendarDate?
}

extension GraphStore {
    /// The sentences behind statements that contain all of these words, best match first; case and accents do not matter.
    ///
    /// The query is words and nothing else: no sign in it has a meaning of its own. Without a word in it, nothing is found.
    public func search(_ query: String, limit: Int = 50) throws -> [SentenceHit] {
        guard let pattern = FTS5Pattern(matchingAllTokensIn: query) else { return [] }
        return try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT d.id, e.text, e.number, e.start, e.end, d.day
                    FROM sentencesText JOIN sentences e ON e.key = sentencesText.rowid JOIN documents d ON d.key = e.document
                    WHERE sentencesText MATCH ? ORDER BY rank, d.id, e.number LIMIT ?
                    """, arguments: [pattern, limit])
            return try rows.map { row in
                let (start, end): (Int, Int) = (try row.decode(atIndex: 3), try row.decode(atIndex: 4))
                return SentenceHit(
                    document: try row.decode(StoredText.self, atIndex: 0).text,
                    evidence: Evidence(
                        sentence: try row.decode(StoredText.self, atIndex: 1).text, index: try row.decode(atIndex: 2),
                        span: start..<max(start, end)),
                    date: try row.decode(Int?.self, atIndex: 5).map(CalendarDate.init(daysSince1970:)))
            }
        }
    }
}
