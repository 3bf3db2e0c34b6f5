/// Ids as XML name tokens: GraphML allows no others, and tools join two files by them.
enum XMLName {
    /// The id with `:` for `/` and every character that a name token may not have as `_HEX_`; different ids stay different.
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
            if scalar == "/" {
                token += ":"
            } else if isKept(scalar) {
                token.unicodeScalars.append(scalar)
            } else {
                token += "_\(String(scalar.value, radix: 16, uppercase: true))_"
            }
        }
        return token
    }

    /// NameChar of XML 1.0, fifth edition, [4] and [4a], without the two characters that `token` gives a meaning: `:` and `_`.
    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0xB7, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040: true
        case 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF: true
        default: false
        }
    }
}
