/// Changes queries at random, the same way for the same seed: characters, words, whole parts, and nesting.
struct QueryMutation {
    private var generator: SplitMix64
    /// Queries to change and to take parts from.
    private var pool: [String]
    private static let poolSize = 2000
    /// In Unicode scalars: longer ones are cut.
    private static let maximumLength = 4000

    init(seed: UInt64, seeds: [String]) {
        generator = SplitMix64(state: seed)
        pool = seeds
    }

    mutating func next() -> String {
        var scalars = Array(pool[index(pool.count)].unicodeScalars)
        for _ in 0...index(4) { change(&scalars) }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars.prefix(Self.maximumLength))
        return String(text)
    }

    /// A query worth to be changed further, such as one that was accepted.
    mutating func keep(_ query: String) {
        if pool.count < Self.poolSize {
            pool.append(query)
        } else {
            // The seeds stay.
            let kept = QuerySeeds.all.count
            pool[kept + index(Self.poolSize - kept)] = query
        }
    }

    private mutating func change(_ scalars: inout [Unicode.Scalar]) {
        let place = range(in: scalars)
        switch index(11) {
        case 0: scalars.removeSubrange(place)
        case 1: scalars.insert(contentsOf: scalars[place], at: index(scalars.count + 1))
        case 2: scalars.replaceSubrange(place, with: Self.words[index(Self.words.count)].unicodeScalars)
        case 3, 4: scalars.insert(contentsOf: " \(Self.words[index(Self.words.count)]) ".unicodeScalars, at: place.lowerBound)
        case 5: scalars.insert(scalar(), at: place.lowerBound)
        case 6:
            let other = Array(pool[index(pool.count)].unicodeScalars)
            scalars.replaceSubrange(place, with: other[range(in: other)])
        case 7:
            let other = Array(pool[index(pool.count)].unicodeScalars)
            scalars = Array(scalars[..<place.lowerBound] + other.suffix(index(other.count + 1)))
        case 8: scalars.removeSubrange(place.upperBound...)
        case 9:
            let (open, close) = Self.brackets[index(Self.brackets.count)]
            let depth = 1 << index(10)
            scalars.insert(contentsOf: String(repeating: close, count: index(2) * depth).unicodeScalars, at: place.upperBound)
            scalars.insert(contentsOf: String(repeating: open, count: depth).unicodeScalars, at: place.lowerBound)
        default:
            let part = Array(scalars[place])
            for _ in 0..<(1 << index(7)) where scalars.count < Self.maximumLength {
                scalars.insert(contentsOf: part, at: place.upperBound)
            }
        }
    }

    private mutating func range(in scalars: [Unicode.Scalar]) -> Range<Int> {
        let start = index(scalars.count + 1)
        // Short ones more often.
        let length = min(1 << index(8), scalars.count - start)
        return start..<(start + index(length + 1))
    }

    private mutating func scalar() -> Unicode.Scalar {
        switch index(3) {
        case 0: Unicode.Scalar(UInt8(index(128)))
        case 1: Self.oddScalars[index(Self.oddScalars.count)]
        default: Unicode.Scalar(UInt32(index(0x11_0000))) ?? "\u{FFFD}"
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
