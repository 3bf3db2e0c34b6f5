/// Reads tokens from left to right and makes the syntax tree of them.
///
/// Recursive descent without going back: where two readings are possible, the tokens ahead are looked at, and brackets jumped over, so
/// that the time stays linear. Its parts are extensions in the files beside this one.
final class Parser {
    /// Bytes a query may have.
    static let maximumLength = 1 << 20
    /// How deeply expressions and subqueries may be nested, and how high the tree of an expression may be: whoever walks it by recursion,
    /// compiles it or evaluates it must do with a stack of 512 KB in a debug build.
    static let maximumDepth = 100
    /// Levels that a subquery counts for, a pattern in an expression, and a call: they take more of the stack wherever they are walked.
    static let depthOfSubquery = 10
    static let depthOfPattern = 5
    static let depthOfCall = 2
    /// Clauses, nodes and relationships that a single query may have, subqueries included: each runs inside of the one before.
    static let maximumParts = 150
    /// Columns and keys of ORDER BY that a query may have: each is compared with the others.
    static let maximumColumns = 1000

    let text: QueryText
    let tokens: [Token]
    /// For each bracket, where its partner is; -1 without one, and for other tokens.
    let partners: [Int]
    var index = 0
    /// Expressions and subqueries that are being read.
    var depth = 0
    /// The height of the highest tree read so far within the expression being read.
    var height = 0
    /// Clauses, nodes and relationships read so far.
    var parts = 0
    /// Columns and keys of ORDER BY read so far.
    var columns = 0

    init(_ string: String) throws {
        guard string.utf8.count <= Self.maximumLength else {
            throw QueryError(
                .syntaxError, .compileTime, "QueryTooLong",
                "the query has \(string.utf8.count) bytes; at most \(Self.maximumLength) are read: hand lists over as parameters")
        }
        text = QueryText(string)
        tokens = Lexer.tokens(of: text)
        partners = Self.partners(in: tokens)
    }

    private static func partners(in tokens: [Token]) -> [Int] {
        var partners = Array(repeating: -1, count: tokens.count)
        var open: [(sign: Sign, index: Int)] = []
        for (index, token) in tokens.enumerated() {
            guard case .sign(let sign) = token.kind else { continue }
            if sign == .openParenthesis || sign == .openBracket || sign == .openBrace {
                open.append((sign, index))
            } else if let opening = sign.opening, open.last?.sign == opening, let last = open.popLast() {
                partners[last.index] = index
                partners[index] = last.index
            }
        }
        return partners
    }
}

// Looking at tokens and taking them.
extension Parser {
    var token: Token { tokens[index] }

    var location: SourceLocation { SourceLocation(offset: token.start) }

    /// The token so many places on; the end behind it.
    func token(ahead count: Int) -> Token {
        tokens[min(index + count, tokens.count - 1)]
    }

    func isAt(_ sign: Sign) -> Bool { token.kind == .sign(sign) }

    func isAt(_ keyword: Keyword) -> Bool { token.keyword == keyword }

    /// Goes on to the next token; stays at the end.
    func advance() {
        index = min(index + 1, tokens.count - 1)
    }

    /// Takes the sign if it comes next.
    func take(_ sign: Sign) -> Bool {
        guard isAt(sign) else { return false }
        advance()
        return true
    }

    /// Takes the keyword if it comes next.
    func take(_ keyword: Keyword) -> Bool {
        guard isAt(keyword) else { return false }
        advance()
        return true
    }

    func expect(_ sign: Sign, _ purpose: String) throws {
        guard take(sign) else { throw unexpected("`\(sign.rawValue)` \(purpose)") }
    }

    func expect(_ keyword: Keyword, _ purpose: String) throws {
        guard take(keyword) else { throw unexpected("\(keyword.rawValue) \(purpose)") }
    }

    /// Whether the token may name a variable: a word that is not reserved, or anything in backticks.
    func isVariable(_ token: Token) -> Bool {
        token.kind == .quotedName || token.kind == .word && token.keyword?.isReserved != true
    }

    /// Whether the token may name a label, a type or a property: any word.
    func isName(_ token: Token) -> Bool {
        token.kind == .quotedName || token.kind == .word
    }

    func variable(_ expected: String) throws -> Variable {
        guard isVariable(token) else { throw unexpected(expected) }
        let location = location
        return Variable(name: takeName(), location: location)
    }

    /// The name of a label, a type or a property.
    func name(_ expected: String) throws -> String {
        guard isName(token) else { throw unexpected(expected) }
        return takeName()
    }

    private func takeName() -> String {
        defer { advance() }
        return name(of: token)
    }

    /// The name that the token is, without backticks.
    func name(of token: Token) -> String {
        guard token.kind == .quotedName else { return text.string(token.start, token.end) }
        return unquoted(token.start, token.end)
    }

    func unquoted(_ start: Int, _ end: Int) -> String {
        var bytes: [UInt8] = []
        var index = start + 1
        while index < end - 1 {
            bytes.append(text[index])
            // Two backticks stand for one.
            index += text[index] == UInt8(ascii: "`") ? 2 : 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Goes some levels deeper; refuses what is nested too deeply. The caller comes back by changing `depth`.
    func descend(by levels: Int) throws {
        guard depth + levels <= Self.maximumDepth else { throw tooDeep() }
        depth += levels
    }

    func countParts(_ count: Int) throws {
        parts += count
        guard parts <= Self.maximumParts else {
            throw syntaxError(
                "the query has more than \(Self.maximumParts) clauses, nodes and relationships; use a list with UNWIND or IN, or a length as in "
                    + "-[*1..3]-, or ask in several queries", detail: "QueryTooLarge")
        }
    }

    func countColumn() throws {
        columns += 1
        guard columns <= Self.maximumColumns else {
            throw syntaxError(
                "the query has more than \(Self.maximumColumns) columns and keys of ORDER BY; use lists or maps", detail: "QueryTooLarge")
        }
    }

    func tooDeep() -> QueryError {
        QueryError(
            .syntaxError, .compileTime, "NestingTooDeep",
            "the query is nested more than \(Self.maximumDepth) levels deep here; split it with WITH, or use a list with IN", at: location)
    }
}
