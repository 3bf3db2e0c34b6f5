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
        guard let pattern = SearchPattern.allWords(of: query) else { return [] }
        return try read { try $0.search(pattern, limit: limit) }
    }
}

extension StoreSnapshot {
    fileprivate func search(_ pattern: String, limit: Int) throws -> [SentenceHit] {
        let matches = try RawStatement(
            "SELECT rowid, bm25(sentencesText) FROM sentencesText WHERE sentencesText MATCH ?", in: database)
        try matches.bind(pattern, at: 1)
        var found: [(key: Int64, rank: Double)] = []
        try matches.forEach { found.append((try $0.key(0), try $0.real(1))) }
        if limit < found.count {
            guard limit > 0 else { return [] }
            // Of the last rank that is wanted all are needed to tell which come first.
            let last = found.map(\.rank).sorted()[limit - 1]
            found.removeAll { $0.rank > last }
        }
        let hits = try found.map { (rank: $0.rank, place: try place(of: $0.key)) }.sorted { left, right in
            if left.rank != right.rank { return left.rank < right.rank }
            if left.place.document != right.place.document { return left.place.document < right.place.document }
            return (left.place.number, left.place.sentence) < (right.place.number, right.place.sentence)
        }
        return try hits.prefix(limit).map { hit in
            let (evidence, document) = try cache.evidence.evidence(hit.place.sentence)
            return SentenceHit(document: document.id, evidence: evidence, date: hit.place.day.map(CalendarDate.init(daysSince1970:)))
        }
    }

    private typealias Place = (sentence: Int64, document: String, number: Int, day: Int?)

    private func place(of sentence: Int64) throws -> Place {
        let find = try RawStatement(
            "SELECT d.id, e.number, d.day FROM sentences e JOIN documents d ON d.key = e.document WHERE e.key = ?", in: database)
        find.bind(sentence, at: 1)
        let place = try find.first { (sentence, try $0.text(0), try $0.integer(1), try $0.optionalInteger(2)) as Place }
        guard let place else { throw DatabaseError.damage("sentence \(sentence) is missing") }
        return place
    }
}
