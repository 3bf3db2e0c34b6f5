/// Reads JSON that others wrote (RFC 8259), strictly and in linear time.
///
/// Foundation's readers do not tell 1 from 1.0 and `true`, or from each other only by trying; ids and parameters must come back as they came.
struct JSONReader {
    /// What is wrong, and at which byte, counted from 0.
    struct Failure: Error, Hashable, CustomStringConvertible {
        var reason: String
        var place: Int

        var description: String { "\(reason) (byte \(place))" }
    }

    /// Lists and objects inside each other, at most.
    static let deepest = 64

    private let bytes: [UInt8]
    private var place = 0

    /// The value that the bytes are, with nothing but white space around it.
    static func value(_ bytes: some Sequence<UInt8>) throws(Failure) -> JSONValue {
        var reader = JSONReader(bytes: Array(bytes))
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.place == reader.bytes.count else { throw reader.failure("more follows after the value") }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private func failure(_ reason: String) -> Failure { Failure(reason: reason, place: place) }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { place += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONValue {
        guard depth <= Self.deepest else { throw failure("more than \(Self.deepest) levels") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw failure("a value is missing")
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(Failure) -> JSONValue {
        guard bytes[place...].starts(with: word.utf8) else { throw failure("neither a value nor a word of JSON") }
        place += word.utf8.count
        return value
    }

    private mutating func object(depth: Int) throws(Failure) -> JSONValue {
        place += 1
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        skipSpace()
        if take("}") { return .object([]) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw failure("a name in quotes is missing") }
            let name = try string()
            guard names.insert(name).inserted else { throw failure("a name stands twice in an object") }
            skipSpace()
            guard take(":") else { throw failure("a colon is missing") }
            members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
            skipSpace()
        } while take(",")
        guard take("}") else { throw failure("a comma or } is missing") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(Failure) -> JSONValue {
        place += 1
        var elements: [JSONValue] = []
        skipSpace()
        if take("]") { return .array([]) }
        repeat {
            elements.append(try value(depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw failure("a comma or ] is missing") }
        return .array(elements)
    }

    private mutating func number() throws(Failure) -> JSONValue {
        let start = place
        _ = take("-")
        guard let first = next, Self.isDigit(first) else { throw failure("neither a value nor a word of JSON") }
        let digits = skipDigits()
        guard first != UInt8(ascii: "0") || digits == 1 else { throw failure("a number begins with 0") }
        var isWhole = true
        if take(".") {
            isWhole = false
            guard skipDigits() > 0 else { throw failure("a digit is missing") }
        }
        if take("e") || take("E") {
            isWhole = false
            if !take("+") { _ = take("-") }
            guard skipDigits() > 0 else { throw failure("a digit is missing") }
        }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if isWhole, let number = Int(text) { return .integer(number) }
        guard let number = Double(text), number.isFinite else { throw failure("the number is too large") }
        return .number(number)
    }

    private mutating func skipDigits() -> Int {
        let start = place
        while let byte = next, Self.isDigit(byte) { place += 1 }
        return place - start
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private mutating func string() throws(Failure) -> String {
        place += 1
        var content: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                place += 1
                guard let text = String(validating: content, as: UTF8.self) else { throw failure("the text is not UTF-8") }
                return text
            case UInt8(ascii: "\\"):
                place += 1
                content.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20: throw failure("a control character stands in a text; write it as \\n, \\t or \\u00XX")
            default:
                content.append(byte)
                place += 1
            }
        }
        throw failure("a text has no end")
    }

    private mutating func escape() throws(Failure) -> Character {
        guard let byte = next else { throw failure("a text has no end") }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(byte))
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return Character(try scalar())
        default: throw failure("no such escape")
        }
    }

    /// `XXXX`, and the second half of a surrogate pair; half a pair alone is U+FFFD.
    private mutating func scalar() throws(Failure) -> Unicode.Scalar {
        let first = try hexDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, bytes[place...].starts(with: "\\u".utf8) else { return "\u{FFFD}" }
        let start = place
        place += 2
        let second = try hexDigits()
        guard (0xDC00...0xDFFF).contains(second) else {
            place = start
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func hexDigits() throws(Failure) -> UInt32 {
        guard place + 4 <= bytes.count else { throw failure("a text has no end") }
        let digits = bytes[place..<place + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw failure("four hexadecimal digits are expected") }
        place += 4
        return number
    }
}
