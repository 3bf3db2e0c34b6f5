/// Which clauses of a query write or call procedures, by its words alone: a query that does not parse is told apart too.
enum WriteClauses {
    /// The first such keyword, in upper case; nil when the query only reads.
    ///
    ///     WriteClauses.first(in: "MATCH (n) DELETE n")        // "DELETE"
    ///     WriteClauses.first(in: "RETURN 'CREATE' AS set")    // nil
    static func first(in query: String, allowing allowed: Set<String> = []) -> String? {
        words(of: query).first { keywords.contains($0) && !allowed.contains($0) }
    }

    private static let keywords: Set<String> = ["CREATE", "MERGE", "SET", "DELETE", "REMOVE", "CALL", "FOREACH", "LOAD"]

    /// Names that stand where a clause may start, in upper case: not after `.`, `:`, `$` or AS, not before `:`, outside strings, quoted names and
    /// comments.
    private static func words(of query: String) -> [String] {
        var words: [String] = []
        var last = ""
        for match in query.matches(of: token) {
            if let word = match.word {
                let text = word.uppercased()
                let isName = [".", ":", "$", "AS"].contains(last) || query[match.range.upperBound...].first { !$0.isWhitespace } == ":"
                if !isName { words.append(text) }
                last = text
            } else if let sign = match.sign, !sign.allSatisfy(\.isWhitespace) {
                last = String(sign)
            }
        }
        return words
    }

    private static var token: Regex<(Substring, word: Substring?, sign: Substring?)> {
        /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/[^\n]*|\/\*(?:[^*]|\*[^\/])*\*\/|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<sign>.|\n)/
    }
}
