import GRDB
import KnowledgeGraph

extension GraphStore {
    /// The sentences behind statements that contain all of these words, the last perhaps as the beginning of a word; those that were added last
    /// come first. Case and accents do not matter.
    ///
    /// ```swift
    /// try store.sentences(beginning: "grain agr")   // "Both sides signed a grain agreement."
    /// ```
    /// For each letter that is typed: nothing is ranked, and what is looked at is bounded. The newest 1 000 sentences are looked at first, which
    /// has words that are common. Of the others the index of words gives those that have all words as they stand, and when these are not enough,
    /// those with longer words for the last one, if that has three letters or more: fewer are the beginning of too many. With fewer letters,
    /// the newest 2 000 sentences with the words before it are looked at. The first 16 words count. As `search` does, it takes words and nothing
    /// else; without a word, nothing is found.
    public func sentences(beginning words: String, limit: Int = 5) throws -> [SentenceHit] {
        guard limit > 0, let typed = TypedWords(words, beginnings: .last) else { return [] }
        return try read { snapshot in
            var found: [Int64] = []
            if let oldest = try snapshot.findAmongNewest(typed, limit: limit, &found), found.count < limit {
                try snapshot.findInIndex(typed, before: oldest, limit: limit, &found)
            }
            return try found.map(snapshot.hit)
        }
    }
}

extension StoreSnapshot {
    private static let newestSentences = 1000
    private static let candidates = 2000
    /// A word with as many letters is the beginning of few words.
    private static let lettersOfFewWords = 3

    /// Looks at the newest sentences.
    /// - Returns: the key of the last one that was looked at; nil when there is no other.
    fileprivate func findAmongNewest(_ typed: TypedWords, limit: Int, _ found: inout [Int64]) throws -> Int64? {
        let rows = try RawStatement(
            "SELECT key, text, document, start, length FROM sentences ORDER BY key DESC LIMIT \(Self.newestSentences)", in: database)
        defer { rows.reset() }
        var words = WordBytes()
        var (count, last) = (0, Int64.min)
        while found.count < limit {
            guard try rows.step() else { return count < Self.newestSentences ? nil : last }
            (count, last) = (count + 1, try rows.key(0))
            words.removeAll()
            words.append(
                try rows.isNull(1)
                    ? cache.documentBytes.text(ofDocument: rows.key(2), from: rows.integer(3), length: rows.integer(4)) : rows.text(1))
            if typed.areAll(in: words) { found.append(last) }
        }
        return last
    }

    fileprivate func findInIndex(_ typed: TypedWords, before key: Int64, limit: Int, _ found: inout [Int64]) throws {
        var older = try keys(matching: typed.patternOfWhole, before: key, limit: limit - found.count)
        if found.count + older.count < limit {
            older = try Set(older + keys(beginning: typed, before: key, limit: limit)).sorted(by: >)
        }
        found += older.prefix(limit - found.count)
    }

    /// Those that may have a longer word for the last, newest first.
    private func keys(beginning typed: TypedWords, before key: Int64, limit: Int) throws -> [Int64] {
        let isOfMany = typed.lettersOfLast < Self.lettersOfFewWords
        if let others = typed.patternWithoutLast {
            let candidates = try keys(matching: others, before: key, limit: Self.candidates)
            let found = try candidates.filter { try isMatch($0, typed) }
            if isOfMany || candidates.count < Self.candidates || found.count >= limit { return found }
        }
        return isOfMany ? [] : try keys(matching: typed.pattern, before: key, limit: limit)
    }

    private func isMatch(_ sentence: Int64, _ typed: TypedWords) throws -> Bool {
        var words = WordBytes()
        words.append(try self.sentence(sentence))
        return typed.areAll(in: words)
    }

    /// Newest first.
    private func keys(matching pattern: String, before key: Int64, limit: Int) throws -> [Int64] {
        let rows = try RawStatement(
            "SELECT rowid FROM sentencesText WHERE sentencesText MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?", in: database)
        try rows.bind(pattern, at: 1)
        rows.bind(key, at: 2)
        rows.bind(limit, at: 3)
        var keys: [Int64] = []
        try rows.forEach { keys.append(try $0.key(0)) }
        return keys
    }
}
