/// Changes queries at random, the same way for the same seed: bytes, words, whole parts, and nesting.
struct QueryMutation {
    private var generator: SplitMix64
    /// Queries to change and to take parts from, in UTF-8.
    private var pool: [[UInt8]]
    /// How many of them were given; they stay.
    private let seedCount: Int
    private static let poolSize = 2000
    /// Of queries in bytes: longer ones are cut.
    private static let maximumLength = 2000
    /// Longer queries are not changed further: they would only grow.
    private static let maximumKeptLength = 300

    init(seed: UInt64, seeds: [String]) {
        generator = SplitMix64(state: seed)
        pool = seeds.map { Array($0.utf8) }
        seedCount = seeds.count
    }

    mutating func next() -> String {
        var bytes = parent()
        for _ in 0...index(4) { change(&bytes) }
        // Bytes that are no UTF-8 become U+FFFD.
        return String(decoding: bytes.prefix(Self.maximumLength), as: UTF8.self)
    }

    /// A query worth to be changed further, such as one that was accepted.
    mutating func keep(_ query: String) {
        guard query.utf8.count <= Self.maximumKeptLength else { return }
        if pool.count < Self.poolSize {
            pool.append(Array(query.utf8))
        } else {
            pool[seedCount + index(Self.poolSize - seedCount)] = Array(query.utf8)
        }
    }

    /// As often a seed as a query that was kept.
    private mutating func parent() -> [UInt8] {
        pool[index(index(2) == 0 ? seedCount : pool.count)]
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = range(in: bytes)
        switch index(11) {
        case 0: bytes.removeSubrange(place)
        case 1: bytes.insert(contentsOf: bytes[place], at: index(bytes.count + 1))
        case 2: bytes.replaceSubrange(place, with: Self.words[index(Self.words.count)].utf8)
        case 3, 4: bytes.insert(contentsOf: " \(Self.words[index(Self.words.count)]) ".utf8, at: place.lowerBound)
        case 5: bytes.insert(contentsOf: oddity(), at: place.lowerBound)
        case 6:
            let other = parent()
            bytes.replaceSubrange(place, with: other[range(in: other)])
        case 7:
            let other = parent()
            bytes.replaceSubrange(place.lowerBound..., with: other.suffix(index(other.count + 1)))
        case 8: bytes.removeSubrange(place.upperBound...)
        case 9:
            let (open, close) = Self.brackets[index(Self.brackets.count)]
            let depth = 1 << index(9)
            bytes.insert(contentsOf: String(repeating: close, count: index(2) * depth).utf8, at: place.upperBound)
            bytes.insert(contentsOf: String(repeating: open, count: depth).utf8, at: place.lowerBound)
        default:
            let part = bytes[place]
            for _ in 0..<(1 << index(7)) where bytes.count < Self.maximumLength {
                bytes.insert(contentsOf: part, at: place.upperBound)
            }
        }
    }

    private mutating func range(in bytes: [UInt8]) -> Range<Int> {
        let start = index(bytes.count + 1)
        // Short ones more often.
        let length = min(1 << index(8), bytes.count - start)
        return start..<(start + index(length + 1))
    }

    /// Bytes of a character that few people write, or of none.
    private mutating func oddity() -> [UInt8] {
        switch index(3) {
        case 0: [UInt8(index(256))]
        case 1: Array(String(Self.oddScalars[index(Self.oddScalars.count)]).utf8)
        default: Array(String(Unicode.Scalar(UInt32(index(0x11_0000))) ?? "\u{FFFD}").utf8)
        }
    }

    /// From 0 up to the bound, which is left out; 0 when it is 0.
    private mutating func index(_ bound: Int) -> Int {
        bound == 0 ? 0 : Int(generator.next() % UInt64(bound))
    }

    private static let oddScalars: [Unicode.Scalar] = [
        "\0", "\u{7F}", "\u{A0}", "\u{AD}", "\u{301}", "\u{200B}", "\u{200D}", "\u{2028}", "\u{202E}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}",
        "\u{10FFFF}", "\r", "\n", "\t", "\\", "'", "\"", "`",
    ]

    private static let brackets = [
        ("(", ")"), ("[", "]"), ("{", "}"), ("{a: ", "}"), ("[x IN ", " | x]"), ("not ", ""), ("-", ""), ("CASE WHEN ", " THEN 1 END"),
        ("EXISTS { MATCH (n) WHERE ", " RETURN n }"), ("size(", ")"), ("1 + (", ")"), ("all(x IN ", " WHERE x)"), ("/*", "*/"), ("'", "'"),
    ]

    private static let words = [
        "MATCH", "OPTIONAL", "WHERE", "RETURN", "WITH", "UNWIND", "AS", "ORDER", "BY", "SKIP", "LIMIT", "DISTINCT", "UNION", "ALL", "DESC",
        "AND", "OR", "XOR", "NOT", "IN", "IS", "NULL", "true", "CASE", "WHEN", "THEN", "ELSE", "END", "EXISTS", "COUNT", "CREATE", "MERGE",
        "SET", "DELETE", "CALL", "EXPLAIN", "STARTS", "ENDS", "CONTAINS", "shortestPath", "reduce", "any", "single", "date",
        "duration.between",
        "(", ")", "[", "]", "{", "}", "<", ">", "<=", "<>", "=", "=~", "+", "-", "*", "/", "%", "^", "|", ":", ";", ",", ".", "..", "...",
        "$",
        "$x", "-->", "<--", "--", "-[", "]->", "<-[", "]-", "()", "(a)", "[]", "{}", "'", "\"", "`", "\\", "//", "/*", "*/", "\\u12", "\\U",
        "a", "n", "x", "*1..2", "*9223372036854775807..", "0", "1", "-1", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808", "18446744073709551616", "1e309", "1e-400", "0x", "0xFFFFFFFFFFFFFFFFF", "0o8", ".5", "1.", "1..2", "NaN",
        "count(*)", "range(0, 9223372036854775807)", "'\\'", "é", "😀",
    ]
}

/// Steele, Lea and Flood, “Fast splittable pseudorandom number generators”, 2014.
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
