import GRDB
import KnowledgeGraph

extension GraphStore {
    /// The sentences behind statements that contain all of these words, best match first; case and accents do not matter.
    ///
    /// The query is words and nothing else: no sign in it has a meaning of its own. Without a word in it, nothing is found. Words that are
    /// together in more than 5 000 sentences tell these hardly apart, and ranking would take long: then the sentences that were added last come
    /// first, and no others are looked at.
    public func search(_ query: String, limit: Int = 50) throws -> [SentenceHit] {
        guard limit > 0, let pattern = SearchPattern.allWords(of: query) else { return [] }
        return try read { snapshot in
            let newest = try snapshot.newestSentences(matching: pattern, limit: max(limit, Self.rankedLimit + 1))
            guard newest.count <= Self.rankedLimit else { return try newest.prefix(limit).map(snapshot.hit) }
            return try snapshot.bestSentences(matching: pattern, limit: limit).map(snapshot.hit)
        }
    }

    private static let rankedLimit = 5000
}

extension StoreSnapshot {
    fileprivate func newestSentences(matching pattern: String, limit: Int) throws -> [Int64] {
        let matches = try RawStatement(
            "SELECT rowid FROM sentencesText WHERE sentencesText MATCH ? ORDER BY rowid DESC LIMIT ?", in: database)
        try matches.bind(pattern, at: 1)
        matches.bind(limit, at: 2)
        var keys: [Int64] = []
        try matches.forEach { keys.append(try $0.key(0)) }
        return keys
    }

    /// By rank, then by document id and place in the document.
    fileprivate func bestSentences(matching pattern: String, limit: Int) throws -> [Int64] {
        let matches = try RawStatement(
            "SELECT rowid, bm25(sentencesText) FROM sentencesText WHERE sentencesText MATCH ?", in: database)
        try matches.bind(pattern, at: 1)
        var found: [(key: Int64, rank: Double)] = []
        try matches.forEach { found.append((try $0.key(0), try $0.real(1))) }
        if limit < found.count {
            // Of the last rank that is wanted all are needed to tell which come first.
            let last = found.map(\.rank).sorted()[limit - 1]
            found.removeAll { $0.rank > last }
        }
        let hits = try found.map { (rank: $0.rank, place: try place(of: $0.key)) }.sorted { left, right in
            if left.rank != right.rank { return left.rank < right.rank }
            if left.place.document != right.place.document { return left.place.document < right.place.document }
            return (left.place.number, left.place.sentence) < (right.place.number, right.place.sentence)
        }
        return hits.prefix(limit).map(\.place.sentence)
    }

    private typealias Place = (sentence: Int64, document: String, number: Int)

    private func place(of sentence: Int64) throws -> Place {
        let find = try RawStatement(
            "SELECT d.id, e.number FROM sentences e JOIN documents d ON d.key = e.document WHERE e.key = ?", in: database)
        find.bind(sentence, at: 1)
        let place = try find.first { (sentence, try $0.text(0), try $0.integer(1)) as Place }
        guard let place else { throw DatabaseError.damage("sentence \(sentence) is missing") }
        return place
    }
}
