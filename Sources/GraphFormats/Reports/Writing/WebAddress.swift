/// An address of a page that a report may link to: http or https, in characters that need no escaping anywhere.
///
/// ```swift
/// WebAddress("https://example.org/a b")?.text   // "https://example.org/a%20b"
/// WebAddress("javascript:alert(1)")             // nil
/// ```
struct WebAddress: Hashable {
    let text: String

    /// nil for every other scheme, for white space or control characters at the ends, and for addresses that no browser takes.
    init?(_ address: String) {
        let start = address.prefix(8).lowercased()
        let scheme = ["https://", "http://"].first(where: start.hasPrefix)
        guard let scheme, address.utf8.count <= Self.longest else { return nil }
        var encoded = ""
        for byte in address.utf8.dropFirst(scheme.utf8.count) {
            if Self.plain.contains(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += "%" + String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true)
            }
        }
        guard let first = encoded.first, !"/?#%".contains(first) else { return nil }
        text = scheme + encoded
    }

    private static let longest = 2_000
    /// RFC 3986: unreserved and reserved characters and the percent sign, but for brackets, parentheses, quotes and `*`, `!`, `$`.
    private static let plain = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@&+,;=%".utf8)
}
