/// JSON being written: compact, keys in the order they are written (RFC 8259).
///
/// ```swift
/// var json = JSONText()
/// json.object { $0.key("name", "Mali") }
/// json.text   // {"name":"Mali"}
/// ```
struct JSONText {
    private(set) var text = ""
    /// A comma is due before the next key or element.
    private var isAfterValue = false

    mutating func object(_ body: (inout JSONText) -> Void) {
        nested(open: "{", close: "}") { body(&$0) }
    }

    mutating func array<Element>(_ elements: [Element], _ body: (inout JSONText, Element) -> Void) {
        nested(open: "[", close: "]") { json in
            for element in elements {
                json.separate()
                body(&json, element)
                json.isAfterValue = true
            }
        }
    }

    /// Writes the key and whatever the body writes as its value. Keys must need no escaping.
    mutating func key(_ name: StaticString, _ body: (inout JSONText) -> Void) {
        separate()
        text += "\"\(name)\":"
        body(&self)
        isAfterValue = true
    }

    mutating func key(_ name: StaticString, _ value: String?) {
        key(name) { $0.optional(value) { $0.write($1) } }
    }

    /// `[start,end]`.
    mutating func key(_ name: StaticString, _ span: Range<Int>) {
        key(name) { $0.text += "[\(span.lowerBound),\(span.upperBound)]" }
    }

    /// The value, or `null`.
    mutating func optional<Value>(_ value: Value?, _ body: (inout JSONText, Value) -> Void) {
        guard let value else {
            text += "null"
            return
        }
        body(&self, value)
    }

    mutating func write(_ value: Bool) {
        text += value ? "true" : "false"
    }

    /// Shortest digits that read back as the same number; whole numbers without ".0"; what is not finite as 0.
    mutating func write(_ value: Double) {
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

    /// A string with the escapes JSON asks for. U+2028 and U+2029 are escaped too: some readers take them for line breaks.
    mutating func write(_ value: String) {
        text += "\""
        if value.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0xE2 }) {
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
            case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
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
