/// A strict reader of the part of Turtle that has no blank nodes and no collections (https://www.w3.org/TR/turtle/#sec-grammar).
///
/// Independent of the writer; throws at the first character that the grammar does not allow.
struct TurtleReader {
    private let bytes: [UInt8]
    private var position = 0
    private var prefixes: [String: String] = [:]
    private var base = ""
    private(set) var triples: [Triple] = []

    private static let xsd = "http://www.w3.org/2001/XMLSchema#"
    private static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

    static func triples(in text: String) throws -> [Triple] {
        var reader = TurtleReader(bytes: Array(text.utf8))
        try reader.document()
        return reader.triples
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func document() throws {
        skipSpace()
        while position < bytes.count {
            if takes("@prefix") {
                skipSpace()
                let prefix = try prefixName()
                skipSpace()
                prefixes[prefix] = try iri(resolving: false)
            } else if takes("@base") {
                skipSpace()
                base = try iri(resolving: false)
            } else {
                try statement()
            }
            skipSpace()
            try expect(".")
            skipSpace()
        }
    }

    private mutating func statement() throws {
        let subject = try name()
        repeat {
            skipSpace()
            let property = isKeywordA() ? Self.type : try name()
            repeat {
                skipSpace()
                triples.append(Triple(subject: subject, property: property, object: try object()))
                skipSpace()
            } while takes(",")
        } while takes(";")
    }

    private mutating func isKeywordA() -> Bool {
        guard current == UInt8(ascii: "a"), position + 1 < bytes.count, bytes[position + 1] == 0x20 else { return false }
        position += 1
        return true
    }

    private mutating func object() throws -> Triple.Term {
        switch current {
        case UInt8(ascii: "\""):
            let text = try string()
            guard takes("^^") else { return .literal(text, datatype: Self.xsd + "string") }
            return .literal(text, datatype: try name())
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"): return try number()
        default:
            for word in ["true", "false"] where takes(word) { return .literal(word, datatype: Self.xsd + "boolean") }
            return .iri(try name())
        }
    }

    private mutating func name() throws -> String {
        if current == UInt8(ascii: "<") { return try iri(resolving: true) }
        let prefix = try prefixName()
        guard let namespace = prefixes[prefix] else { throw error("unknown prefix \(prefix)") }
        return namespace + (try localName())
    }

    private mutating func prefixName() throws -> String {
        var name: [UInt8] = []
        while isLetter(current) { name.append(advance()) }
        try expect(":")
        return String(decoding: name, as: UTF8.self)
    }

    /// `(PN_CHARS_U | [0-9] | PLX) (PN_CHARS | PLX)*` in ASCII; a dot would have to stand inside and is not taken.
    private mutating func localName() throws -> String {
        var name: [UInt8] = []
        while true {
            if current == UInt8(ascii: "%") {
                name.append(advance())
                for _ in 0..<2 {
                    guard isHex(current) else { throw error("% without two hexadecimal digits") }
                    name.append(advance())
                }
            } else if isLetter(current) || isDigit(current) || current == UInt8(ascii: "_") {
                name.append(advance())
            } else if current == UInt8(ascii: "-"), !name.isEmpty {
                name.append(advance())
            } else {
                return String(decoding: name, as: UTF8.self)
            }
        }
    }

    private mutating func iri(resolving: Bool) throws -> String {
        try expect("<")
        var name: [UInt8] = []
        while current != UInt8(ascii: ">") {
            guard position < bytes.count, current > 0x20, !"<\"{}|^`\\".utf8.contains(current) else { throw error("not allowed in an IRI") }
            name.append(advance())
        }
        position += 1
        let text = String(decoding: name, as: UTF8.self)
        guard resolving, !text.contains("://") else { return text }
        // What resolving would change (RFC 3986, 5.2.4).
        let path = text.split(separator: "#", omittingEmptySubsequences: false)[0].split(separator: "/", omittingEmptySubsequences: false)
        guard !text.contains(":"), !path.dropLast().contains(""), !path.contains("."), !path.contains("..") else {
            throw error("\(text.prefix(80)) would be resolved to another name")
        }
        return base + text
    }

    private mutating func string() throws -> String {
        try expect("\"")
        var text: [UInt8] = []
        while current != UInt8(ascii: "\"") {
            guard position < bytes.count, current != 0x0A, current != 0x0D else { throw error("string without end") }
            guard current == UInt8(ascii: "\\") else {
                text.append(advance())
                continue
            }
            position += 1
            switch advance() {
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "\""): text.append(0x22)
            case UInt8(ascii: "\\"): text.append(0x5C)
            case UInt8(ascii: "u"):
                guard position + 4 <= bytes.count,
                    let scalar = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16).flatMap(
                        Unicode.Scalar.init)
                else { throw error("\\u without four digits") }
                position += 4
                text += Array(String(scalar).utf8)
            default: throw error("unknown escape")
            }
        }
        position += 1
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func number() throws -> Triple.Term {
        var digits: [UInt8] = []
        if current == UInt8(ascii: "-") || current == UInt8(ascii: "+") { digits.append(advance()) }
        while isDigit(current) { digits.append(advance()) }
        guard current == UInt8(ascii: "."), position + 1 < bytes.count, isDigit(bytes[position + 1]) else {
            guard digits.contains(where: isDigit) else { throw error("no number") }
            return .literal(String(decoding: digits, as: UTF8.self), datatype: Self.xsd + "integer")
        }
        digits.append(advance())
        while isDigit(current) { digits.append(advance()) }
        guard current != UInt8(ascii: "e"), current != UInt8(ascii: "E") else { throw error("a double") }
        return .literal(String(decoding: digits, as: UTF8.self), datatype: Self.xsd + "decimal")
    }

    // MARK: Characters

    private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func advance() -> UInt8 {
        defer { position += 1 }
        return current
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private mutating func takes(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }

    private mutating func expect(_ text: String) throws {
        guard takes(text) else { throw error("\(text) expected") }
    }

    private func error(_ reason: String) -> SyntaxError {
        SyntaxError(description: "byte \(position): \(reason): \(String(decoding: bytes[position...].prefix(60), as: UTF8.self))")
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte) }
}
