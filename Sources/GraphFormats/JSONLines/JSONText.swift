/// JSON being written: compact, keys in the order they are written (RFC 8259).
///
/// ```swift
/// var json = JSONText()
/// json.object { $0.key("name", "Mali") }
/// json.text   // {"name":"Mali"}
/// ```
package struct JSONText {
    package private(set) var text = ""
    /// A comma is due before the next key or element.
    private var isAfterValue = false

    package init() {}

    /// The text of what the body writes.
    package static func text(_ body: (inout JSONText) -> Void) -> String {
        var json = JSONText()
        body(&json)
        return json.text
    }

    package mutating func object(_ body: (inout JSONText) -> Void) {
        nested(open: "{", close: "}") { body(&$0) }
    }

    package mutating func array<Element>(_ elements: [Element], _ body: (inout JSONText, Element) -> Void) {
        nested(open: "[", close: "]") { json in
            for element in elements {
                json.separate()
                body(&json, element)
                json.isAfterValue = true
            }
        }
    }

    /// Writes the key and whatever the body writes as its value. Keys must need no escaping.
    package mutating func key(_ name: StaticString, _ body: (inout JSONText) -> Void) {
        separate()
        text += "\"\(name)\":"
        body(&self)
        isAfterValue = true
    }

    package mutating func key(_ name: StaticString, _ value: String?) {
        key(name) { $0.optional(value) { $0.write($1) } }
    }

    /// A key that is any text.
    package mutating func key(escaping name: String, _ body: (inout JSONText) -> Void) {
        separate()
        write(name)
        text += ":"
        body(&self)
        isAfterValue = true
    }

    /// `[start,end]`.
    package mutating func key(_ name: StaticString, _ span: Range<Int>) {
        key(name) { $0.text += "[\(span.lowerBound),\(span.upperBound)]" }
    }

    /// The value, or `null`.
    package mutating func optional<Value>(_ value: Value?, _ body: (inout JSONText, Value) -> Void) {
        guard let value else {
            text += "null"
            return
        }
        body(&self, value)
    }

    /// A value that has been written already.
    package mutating func write(_ value: JSONText) {
        text += value.text
    }

    package mutating func write(_ value: Bool) {
        text += value ? "true" : "false"
    }

    package mutating func write(_ value: Int) {
        text += String(value)
    }

    /// Shortest digits that read back as the same number; whole numbers without ".0"; what is not finite as 0.
    package mutating func write(_ value: Double) {
        guard value.isFinite else {
            text += "0"
            return
        }
        if let whole = Int(exactly: value), abs(whole) < 1 << 53 {
            text += String(whole)
        } else {
            text += value.description
        }
    }

    /// The same with a decimal point even in whole numbers, for readers that take a column's type from its first number.
    package mutating func write(decimal value: Double) {
        text += value.isFinite ? value.description : "0.0"
    }

    /// A string with the escapes JSON asks for. What a terminal or editor would obey is escaped too: C1 controls, line separators and marks
    /// that turn the direction of what follows; and U+FEFF, which Foundation's parser drops where a string begins with it.
    package mutating func write(_ value: String) {
        text += "\""
        if value.utf8.contains(where: Self.mayNeedEscape) {
            escape(value)
        } else {
            text += value
        }
        text += "\""
    }

    private mutating func escape(_ value: String) {
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.isObeyed:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    /// Whether a byte of UTF-8 is, or may begin, one of the scalars that `escape` escapes.
    static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2 || byte == 0xEF
    }

    private mutating func nested(open: String, close: String, _ body: (inout JSONText) -> Void) {
        text += open
        isAfterValue = false
        body(&self)
        text += close
        isAfterValue = true
    }

    private mutating func separate() {
        if isAfterValue {
            text += ","
        }
    }
}

extension Unicode.Scalar {
    /// What a terminal or an editor obeys instead of showing it: controls, line separators and marks that turn the direction of
    /// what follows; or may take for something else, as U+FEFF. Formats that can escape write these escaped.
    var isObeyed: Bool {
        switch self {
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{200E}", "\u{200F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}",
            "\u{FEFF}":
            true
        default: false
        }
    }
}
