/// Ids as XML name tokens: GraphML allows no others, and tools join two files by them.
enum XMLName {
    /// The id with `:` for `/`, and `_HEX_` for every other character that is no ASCII letter or digit, `-` or `.`; different ids stay
    /// different. Name tokens may have more, but validators disagree on what (XML 1.0 up to its fourth edition, and since).
    ///
    /// ```swift
    /// XMLName.token("person/ida-holm")   // person:ida-holm
    /// XMLName.token("a b_c")             // a_20_b_5F_c
    /// ```
    static func token(_ id: String) -> String {
        guard !id.isEmpty else { return "_" }
        var token = ""
        token.reserveCapacity(id.utf8.count)
        for scalar in id.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".": token.unicodeScalars.append(scalar)
            case "/": token += ":"
            default: token += "_\(String(scalar.value, radix: 16, uppercase: true))_"
            }
        }
        return token
    }
}
