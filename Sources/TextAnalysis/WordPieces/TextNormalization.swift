import Foundation

/// BERT's normalisation of text that is not plain ASCII.
enum TextNormalization {
    /// Lower case without accents and control characters, with spaces around punctuation and Chinese characters.
    ///
    /// Only the first `limit` characters count: no word has use for more.
    static func spaced(_ word: String, limit: Int) -> String {
        let decomposed = String(String.UnicodeScalarView(word.unicodeScalars.prefix(limit))).decomposedStringWithCanonicalMapping
        var result = String.UnicodeScalarView()
        for scalar in decomposed.unicodeScalars {
            let properties = scalar.properties
            switch properties.generalCategory {
            case .nonspacingMark: continue
            case .control, .format, .privateUse, .unassigned, .surrogate:
                if scalar == "\t" || scalar == "\n" || scalar == "\r" { result.append(" ") }
                continue
            case .spaceSeparator, .lineSeparator, .paragraphSeparator:
                result.append(" ")
                continue
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
                .otherPunctuation:
                append(scalar, apart: true)
                continue
            default: break
            }
            guard scalar != "\u{FFFD}" else { continue }
            append(scalar, apart: isASCIISymbol(scalar) || isChinese(scalar))
        }
        return String(result)

        func append(_ scalar: Unicode.Scalar, apart: Bool) {
            if apart { result.append(" ") }
            result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            if apart { result.append(" ") }
        }
    }

    /// BERT also takes the symbols of ASCII, such as `$` and `+`, for punctuation.
    private static func isASCIISymbol(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && !("a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar)
    }

    /// The blocks of CJK ideographs that BERT's code lists.
    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F, 0x2B820...0x2CEAF,
            0xF900...0xFAFF, 0x2F800...0x2FA1F:
            true
        default: false
        }
    }
}
