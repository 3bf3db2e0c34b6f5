/// A piece of a query: a name, a literal, a sign.
struct Token: Hashable {
    enum Kind: Hashable {
        /// A name or a keyword: nearly every keyword is a name somewhere.
        case word
        /// A name in backticks.
        case quotedName
        case integer, float, string
        /// `$name`, `$1`; the text includes the dollar.
        case parameter
        case sign(Sign)
        case fault(Fault)
        /// Behind the last piece.
        case end
    }

    /// What cannot be a piece of a query. The parser says so when it comes to it, after whatever is wrong before it.
    enum Fault: Hashable {
        case malformedNumber
        case unterminatedString, unterminatedName, unterminatedComment
        /// Two backticks with nothing between them.
        case emptyName
        /// A dollar without a name.
        case emptyParameter
        /// An operator of other languages, such as `!=`.
        case foreignOperator
        case strangeCharacter
    }

    var kind: Kind
    /// Set for a word that is one.
    var keyword: Keyword?
    /// Bytes of the query.
    var start: Int
    var end: Int
}

enum Sign: String, Hashable, CaseIterable {
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
    case comma = ","
    case colon = ":"
    case semicolon = ";"
    case dot = "."
    case dots = ".."
    case bar = "|"
    case equal = "="
    case matches = "=~"
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case star = "*"
    case slash = "/"
    case percent = "%"
    case caret = "^"
    /// Other dashes and arrow heads of Unicode, which only relationships may be drawn with.
    case otherDash, otherLess, otherGreater

    /// Those of one byte, by it.
    static let ofOneByte: [Sign?] = {
        var signs = [Sign?](repeating: nil, count: 128)
        for sign in allCases {
            if let byte = sign.rawValue.utf8.first, sign.rawValue.utf8.count == 1 { signs[Int(byte)] = sign }
        }
        return signs
    }()

    /// The bracket that this one closes.
    var opening: Sign? {
        switch self {
        case .closeParenthesis: .openParenthesis
        case .closeBracket: .openBracket
        case .closeBrace: .openBrace
        default: nil
        }
    }
}

enum Keyword: String, Hashable, CaseIterable {
    case match = "MATCH"
    case optional = "OPTIONAL"
    case where_ = "WHERE"
    case with = "WITH"
    case return_ = "RETURN"
    case unwind = "UNWIND"
    case union = "UNION"
    case distinct = "DISTINCT"
    case as_ = "AS"
    case order = "ORDER"
    case by = "BY"
    case ascending = "ASCENDING"
    case asc = "ASC"
    case descending = "DESCENDING"
    case desc = "DESC"
    case skip = "SKIP"
    case limit = "LIMIT"
    case or = "OR"
    case xor = "XOR"
    case and = "AND"
    case not = "NOT"
    case in_ = "IN"
    case starts = "STARTS"
    case ends = "ENDS"
    case contains = "CONTAINS"
    case is_ = "IS"
    case null = "NULL"
    case true_ = "TRUE"
    case false_ = "FALSE"
    case case_ = "CASE"
    case when = "WHEN"
    case then = "THEN"
    case else_ = "ELSE"
    case end = "END"
    case all = "ALL"
    case exists = "EXISTS"
    case create = "CREATE"
    case merge = "MERGE"
    case set = "SET"
    case delete = "DELETE"
    case detach = "DETACH"
    case remove = "REMOVE"
    case call = "CALL"
    case foreach = "FOREACH"
    case load = "LOAD"
    case explain = "EXPLAIN"

    static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    static let longest = allCases.map(\.rawValue.utf8.count).max() ?? 0

    /// Whether only backticks make a variable of it (openCypher 9, ReservedWord).
    var isReserved: Bool {
        switch self {
        case .call, .foreach, .load, .explain: false
        default: true
        }
    }

    /// Whether a clause begins with it.
    var beginsClause: Bool {
        switch self {
        case .match, .optional, .with, .return_, .unwind: true
        default: writes
        }
    }

    /// Whether it begins a clause that writes, or one of procedures.
    var writes: Bool {
        switch self {
        case .create, .merge, .set, .delete, .detach, .remove, .call, .foreach, .load: true
        default: false
        }
    }
}
