/// Cuts a query into tokens, in one pass.
///
/// It never fails: what cannot be a token becomes one with a fault.
struct Lexer {
    private let text: QueryText
    private var position = 0
    private var tokens: [Token] = []

    /// The tokens of a query, `end` last.
    static func tokens(of text: QueryText) -> [Token] {
        var lexer = Lexer(text: text)
        lexer.run()
        return lexer.tokens
    }

    private init(text: QueryText) {
        self.text = text
        tokens.reserveCapacity(text.count / 4 + 1)
    }

    private mutating func run() {
        while let (scalar, length) = text.scalar(at: position) {
            let start = position
            if scalar.isSpace {
                position += length
            } else if scalar == "/", text[position + 1] == UInt8(ascii: "/") || text[position + 1] == UInt8(ascii: "*") {
                comment()
            } else if scalar.startsName {
                word()
            } else if scalar.isDigit || scalar == "." && isDigit(position + 1) {
                add(number(), from: start)
            } else {
                add(other(scalar, length), from: start)
            }
        }
        // Right behind the last token, so that an error there is shown on a line with text.
        let end = tokens.last?.end ?? 0
        tokens.append(Token(kind: .end, start: end, end: end))
    }

    private mutating func add(_ kind: Token.Kind, from start: Int) {
        tokens.append(Token(kind: kind, start: start, end: position))
    }

    private mutating func comment() {
        let start = position
        let isLine = text[position + 1] == UInt8(ascii: "/")
        position += 2
        while position < text.count {
            if isLine, text[position] == 0x0A || text[position] == 0x0D { return }
            if !isLine, text[position] == UInt8(ascii: "*"), text[position + 1] == UInt8(ascii: "/") {
                position += 2
                return
            }
            position += 1
        }
        if !isLine { add(.fault(.unterminatedComment), from: start) }
    }

    private mutating func word() {
        let start = position
        skipName()
        // Other scripts have letters whose capitals are those of a keyword.
        let mayBeKeyword = position - start <= Keyword.longest && text.bytes[start..<position].allSatisfy { $0 < 0x80 }
        let keyword = mayBeKeyword ? Keyword.byName[text.string(start, position).uppercased()] : nil
        tokens.append(Token(kind: .word, keyword: keyword, start: start, end: position))
    }

    private mutating func skipName() {
        while let (scalar, length) = text.scalar(at: position), scalar.continuesName { position += length }
    }

    private func isDigit(_ index: Int) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index])
    }

    private mutating func skipDigits() {
        while isDigit(position) { position += 1 }
    }
}

// Numbers: openCypher 9, NumberLiteral. All letters and digits that follow belong to one, so that `12abc` is one fault.
extension Lexer {
    private mutating func number() -> Token.Kind {
        let start = position
        let marker = text[position + 1] | 0x20
        if text[position] == UInt8(ascii: "0"), marker == UInt8(ascii: "x") || marker == UInt8(ascii: "o") {
            let radix = marker == UInt8(ascii: "x") ? 16 : 8
            skipName()
            return isNumeral(start + 2, position, radix: radix) ? .integer : .fault(.malformedNumber)
        }
        var isFloat = false
        skipDigits()
        // `1..3` is a range: a point needs a digit behind it.
        if text[position] == UInt8(ascii: "."), isDigit(position + 1) {
            isFloat = true
            position += 1
            skipDigits()
        }
        if let end = endOfExponent() {
            isFloat = true
            position = end
        }
        let end = position
        skipName()
        guard position == end else { return .fault(.malformedNumber) }
        if isFloat { return .float }
        // 017 is octal, as in openCypher's older grammar.
        let isOctal = text[start] == UInt8(ascii: "0")
        return !isOctal || isNumeral(start, end, radix: 8) ? .integer : .fault(.malformedNumber)
    }

    /// Where the digits of `e-12` end; nil when no exponent starts here.
    private func endOfExponent() -> Int? {
        guard text[position] | 0x20 == UInt8(ascii: "e") else { return nil }
        var index = position + 1
        if text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
        guard isDigit(index) else { return nil }
        while isDigit(index) { index += 1 }
        return index
    }

    private func isNumeral(_ start: Int, _ end: Int, radix: Int) -> Bool {
        start < end
            && text.bytes[start..<end].allSatisfy { byte in
                Character(Unicode.Scalar(byte)).hexDigitValue.map { $0 < radix } ?? false
            }
    }
}

extension Lexer {
    /// Strings, names in backticks, parameters, signs.
    private mutating func other(_ scalar: Unicode.Scalar, _ length: Int) -> Token.Kind {
        switch scalar {
        case "'", "\"": return string()
        case "`": return quotedName()
        case "$": return parameter()
        default: break
        }
        if let kind = twoByteSign() {
            position += 2
            return kind
        }
        position += length
        guard scalar.isASCII else { return Self.drawn(scalar).map { .sign($0) } ?? .fault(.strangeCharacter) }
        if let sign = Sign.ofOneByte[Int(scalar.value)] { return .sign(sign) }
        return scalar == "!" || scalar == "&" ? .fault(.foreignOperator) : .fault(.strangeCharacter)
    }

    private func twoByteSign() -> Token.Kind? {
        switch (Unicode.Scalar(text[position]), Unicode.Scalar(text[position + 1])) {
        case (".", "."): .sign(.dots)
        case ("=", "~"): .sign(.matches)
        case ("<", ">"): .sign(.notEqual)
        case ("<", "="): .sign(.lessOrEqual)
        case (">", "="): .sign(.greaterOrEqual)
        case ("!", "="), ("=", "="), ("|", "|"), ("&", "&"): .fault(.foreignOperator)
        default: nil
        }
    }

    private mutating func string() -> Token.Kind {
        let quote = text[position]
        position += 1
        while position < text.count {
            let byte = text[position]
            position += 1
            if byte == quote { return .string }
            if byte == UInt8(ascii: "\\"), position < text.count { position += 1 }
        }
        return .fault(.unterminatedString)
    }

    /// Two backticks inside stand for one.
    private mutating func quotedName() -> Token.Kind {
        let start = position
        position += 1
        while position < text.count {
            position += 1
            guard text[position - 1] == UInt8(ascii: "`") else { continue }
            guard text[position] == UInt8(ascii: "`") else {
                return position == start + 2 ? .fault(.emptyName) : .quotedName
            }
            position += 1
        }
        return .fault(.unterminatedName)
    }

    private mutating func parameter() -> Token.Kind {
        position += 1
        if text[position] == UInt8(ascii: "`") {
            let kind = quotedName()
            return kind == .quotedName ? .parameter : kind
        }
        let start = position
        skipName()
        return position > start ? .parameter : .fault(.emptyParameter)
    }

    /// Dashes and arrow heads that openCypher 9 lets relationships be drawn with.
    private static func drawn(_ scalar: Unicode.Scalar) -> Sign? {
        switch scalar.value {
        case 0xAD, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: .otherDash
        case 0x27E8, 0x3008, 0xFE64, 0xFF1C: .otherLess
        case 0x27E9, 0x3009, 0xFE65, 0xFF1E: .otherGreater
        default: nil
        }
    }
}
