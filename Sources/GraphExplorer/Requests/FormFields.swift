import GraphFormats

/// The fields of a form or a query string, in their order: `application/x-www-form-urlencoded`.
///
/// Source: https://url.spec.whatwg.org/#urlencoded-parsing. Bytes that are no UTF-8 become U+FFFD, so that nothing is refused for its spelling.
struct FormFields: Sendable, Hashable {
    private(set) var fields: [Field] = []

    struct Field: Sendable, Hashable {
        var name: String
        var value: String
    }

    /// Fields beyond this many are not read.
    private static let most = 200

    init(_ fields: [Field]) {
        self.fields = fields
    }

    init(_ text: String) {
        self.init(bytes: text.utf8)
    }

    init(bytes: some Collection<UInt8>) {
        for part in bytes.split(separator: UInt8(ascii: "&"), maxSplits: Self.most).prefix(Self.most) {
            let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            fields.append(Field(name: Self.decoded(halves[0]), value: halves.count > 1 ? Self.decoded(halves[1]) : ""))
        }
    }

    /// The first value that is more than white space, without the white space around it.
    subscript(_ name: String) -> String? { self[all: name].first }

    /// Every such value with this name.
    subscript(all name: String) -> [String] {
        fields.filter { $0.name == name }.compactMap { field in
            let trimmed = field.value.trimmingWhitespace
            return trimmed.isEmpty ? nil : trimmed
        }
    }

    /// The value as it is, white space and all.
    func text(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    private static func decoded(_ text: some Collection<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                if let high = rest.first.flatMap(hexValue), let low = rest.dropFirst().first.flatMap(hexValue) {
                    bytes.append(high << 4 | low)
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                }
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
    }
}

/// A query string being written: what ``FormFields`` reads.
struct QueryString: Sendable, Hashable {
    private(set) var text = ""

    mutating func append(_ name: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        text += (text.isEmpty ? "" : "&") + Self.encoded(name) + "=" + Self.encoded(value)
    }

    /// The path with the query, or alone when there is none.
    func after(_ path: String) -> String { text.isEmpty ? path : "\(path)?\(text)" }

    /// Everything but what RFC 3986 leaves unreserved, and `/` and `:`, which queries may have, is written as `%XX`.
    static func encoded(_ text: String) -> String { PercentEncoding.encoded(text, keeping: Array("-.~/:".utf8)) }
}

extension String {
    var trimmingWhitespace: String {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        let end = scalars.lastIndex { !$0.properties.isWhitespace }
        return end.map { String(scalars[...$0]) } ?? ""
    }
}
