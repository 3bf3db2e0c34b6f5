// Literals and parameters: openCypher 9, Literal and Parameter.
extension Parser {
    /// The number that comes next.
    func number(isNegative: Bool) throws -> Expression.Literal {
        if token.kind == .integer { return .integer(try integer(isNegative: isNegative)) }
        let written = text.string(token.start, token.end)
        guard let value = Double(written), value.isFinite else {
            throw syntaxError(
                "`\(excerpt(token))` is too large for a float; at most 1.7976931348623157e308 fits", detail: "FloatingPointOverflow")
        }
        advance()
        return .float(isNegative ? -value : value)
    }

    /// The integer that comes next: decimal, hexadecimal (`0x1F`) or octal (`0o17`, `017`).
    func integer(isNegative: Bool) throws -> Int {
        var digits = text.string(token.start, token.end).lowercased()[...]
        var radix = 10
        if digits.hasPrefix("0x") {
            (digits, radix) = (digits.dropFirst(2), 16)
        } else if digits.hasPrefix("0o") {
            (digits, radix) = (digits.dropFirst(2), 8)
        } else if digits.hasPrefix("0") {
            radix = 8
        }
        guard let value = Int((isNegative ? "-" : "") + digits, radix: radix) else {
            throw syntaxError(
                "`\(isNegative ? "-" : "")\(excerpt(token))` does not fit an integer of 64 bits; write it as a float or a string",
                detail: "IntegerOverflow")
        }
        advance()
        return value
    }

    /// The name of the parameter that comes next.
    func parameter() -> String {
        defer { advance() }
        let start = token.start + 1
        return text[start] == UInt8(ascii: "`") ? unquoted(start, token.end) : text.string(start, token.end)
    }

    /// The string that comes next, its escapes resolved.
    func string() throws -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(token.end - token.start)
        var position = token.start + 1
        while position < token.end - 1 {
            if text[position] == UInt8(ascii: "\\") {
                bytes.append(contentsOf: Array(String(try escape(&position)).utf8))
            } else {
                bytes.append(text[position])
                position += 1
            }
        }
        advance()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The character that the escape there stands for; goes behind it.
    private func escape(_ position: inout Int) throws -> Unicode.Scalar {
        let start = position
        position += 2
        switch Unicode.Scalar(text[start + 1]) {
        case "\\": return "\\"
        case "'": return "'"
        case "\"": return "\""
        case "`": return "`"
        case "b", "B": return "\u{8}"
        case "f", "F": return "\u{C}"
        case "n", "N": return "\n"
        case "r", "R": return "\r"
        case "t", "T": return "\t"
        case "u": return try codePoint(from: start, digits: 4, &position)
        case "U": return try codePoint(from: start, digits: 8, &position)
        default:
            let letter = text.scalar(at: start + 1).map { String($0.scalar) } ?? ""
            throw syntaxError(
                "`\\\(letter)` is no escape; write `\\\\\(letter)` for a backslash and `\(letter)`", at: SourceLocation(offset: start))
        }
    }

    private func codePoint(from start: Int, digits: Int, _ position: inout Int) throws -> Unicode.Scalar {
        var value = try hexadecimal(from: start, at: position, digits: digits)
        position += digits
        // Two halves of a pair, as JSON writes characters beyond U+FFFF.
        if (0xD800...0xDBFF).contains(value), text[position] == UInt8(ascii: "\\"), text[position + 1] == UInt8(ascii: "u") {
            let low = try hexadecimal(from: start, at: position + 2, digits: 4)
            if (0xDC00...0xDFFF).contains(low) {
                value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00)
                position += 6
            }
        }
        guard let scalar = Unicode.Scalar(value) else { throw invalidUnicode(from: start, "is no character of Unicode") }
        return scalar
    }

    private func hexadecimal(from start: Int, at position: Int, digits: Int) throws -> UInt32 {
        var value: UInt32 = 0
        for index in position..<position + digits {
            guard index < token.end - 1, let digit = Character(Unicode.Scalar(text[index])).hexDigitValue else {
                throw invalidUnicode(from: start, "needs \(digits) hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private func invalidUnicode(from start: Int, _ problem: String) -> QueryError {
        let marker = text.string(start, start + 2)
        return syntaxError(
            "the escape \(marker) here \(problem); \\u takes four, as in \\u00e9, and \\U eight", detail: "InvalidUnicodeLiteral",
            at: SourceLocation(offset: start))
    }
}
