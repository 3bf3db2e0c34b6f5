/// An address that a file may link to.
package enum WebAddress {
    /// The address as a URI of ASCII characters (RFC 3986); nil unless it is http or https, has a host and names no user.
    ///
    /// What a URI may not hold is percent-encoded, so that no address can break out of where it stands.
    /// ```swift
    /// WebAddress.uri("https://example.org/a b")    // "https://example.org/a%20b"
    /// WebAddress.uri("javascript:alert(1)")        // nil
    /// ```
    static func uri(_ text: String) -> String? {
        let text = text.drop(while: \.isWhitespace)
        guard let scheme = ["https://", "http://"].first(where: { text.prefix($0.count).lowercased() == $0 }) else { return nil }
        let rest = text.dropFirst(scheme.count)
        let authority = rest.prefix { !"/?#".contains($0) }
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let host = parts.first, !host.isEmpty, host.utf8.allSatisfy(isHostByte),
            parts.count == 1 || parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        var result = scheme + authority
        let bytes = Array(rest.dropFirst(authority.count).utf8)
        for (index, byte) in bytes.enumerated() {
            let isKept = byte == 0x25 ? isEncoded(bytes, at: index) : isAllowed(byte)
            result += isKept ? String(Unicode.Scalar(byte)) : PercentEncoding.encoded(byte)
        }
        return result
    }

    /// The same in characters that need no escape in HTML, Markdown or LaTeX either: brackets and the like are percent-encoded too; nil
    /// also for addresses longer than a page should print.
    package static func plain(_ text: String) -> String? {
        guard let uri = uri(text), uri.utf8.count <= 2_000 else { return nil }
        return uri.utf8.reduce(into: "") { $0 += "!$()*".utf8.contains($1) ? PercentEncoding.encoded($1) : String(Unicode.Scalar($1)) }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte == 0x2D || byte == 0x2E }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// Reserved and unreserved characters but brackets and quotes (RFC 3986, 2.2 and 2.3).
    private static func isAllowed(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || "-._~/?#!$&()*+,;=:@".utf8.contains(byte) }

    private static func isEncoded(_ bytes: [UInt8], at index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index + 1...index + 2].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }
    }
}

/// `%20` for a space (RFC 3986, 2.1).
package enum PercentEncoding {
    static func encoded(_ byte: UInt8) -> String { (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true) }

    /// The text's UTF-8 with every byte encoded but ASCII letters, digits, `_`, and those of `kept`.
    package static func encoded(_ text: String, keeping kept: [UInt8]) -> String {
        if text.utf8.allSatisfy({ isPlain($0) || kept.contains($0) }) { return text }
        var result = ""
        for byte in text.utf8 {
            if isPlain(byte) || kept.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += encoded(byte)
            }
        }
        return result
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
}
