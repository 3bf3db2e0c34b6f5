/// The text of a query as bytes of UTF-8.
struct QueryText {
    let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var count: Int { bytes.count }

    /// The byte there; 0 behind the end.
    subscript(index: Int) -> UInt8 {
        index < bytes.count ? bytes[index] : 0
    }

    func string(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The character that starts there, nil behind the end, and how many bytes it takes.
    func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        guard index < bytes.count else { return nil }
        if bytes[index] < 0x80 { return (Unicode.Scalar(bytes[index]), 1) }
        var decoder = UTF8()
        var rest = bytes[index..<min(index + 4, bytes.count)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return ("\u{FFFD}", 1) }
        return (scalar, UTF8.width(scalar))
    }
}

extension Unicode.Scalar {
    /// openCypher 9, IdentifierStart.
    var startsName: Bool {
        isASCII ? isLetter || self == "_" : properties.isIDStart || properties.generalCategory == .connectorPunctuation
    }

    /// openCypher 9, IdentifierPart, without the currency signs.
    var continuesName: Bool {
        isASCII ? isLetter || isDigit || self == "_" : properties.isIDContinue
    }

    /// openCypher 9, whitespace.
    var isSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x1C...0x20, 0xA0, 0x1680, 0x180E, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// One of ASCII.
    var isDigit: Bool { (0x30...0x39).contains(value) }

    private var isLetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
}
