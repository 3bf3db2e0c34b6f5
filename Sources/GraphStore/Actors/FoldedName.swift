import Foundation

/// Names as they are compared: without case, accents and punctuation, words one space apart.
enum FoldedName {
    /// ```swift
    /// FoldedName.fold("  Recep Tayyip ERDOĞAN ")   // "recep tayyip erdogan"
    /// FoldedName.fold("U.S.")                      // "us"
    /// ```
    /// A name of nothing but signs, such as an emoji, is kept as it is.
    static func fold(_ name: String) -> String {
        var folded = ""
        var isSpaceDue = false
        for scalar in name.decomposedStringWithCompatibilityMapping.unicodeScalars {
            let properties = scalar.properties
            if properties.isAlphabetic || properties.numericType != nil {
                if isSpaceDue, !folded.isEmpty { folded += " " }
                isSpaceDue = false
                folded += undecomposed[scalar] ?? properties.lowercaseMapping
            } else if properties.generalCategory != .nonspacingMark, !joining.contains(scalar) {
                isSpaceDue = true
            }
        }
        return folded.isEmpty ? name.lowercased() : folded
    }

    /// Signs inside words: "U.S." is "US", "O'Neill" is "ONeill".
    private static let joining: Set<Unicode.Scalar> = [".", "'", "’", "ʼ", "‘", "`", "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}"]

    /// Latin letters whose stroke, dot or ligature Unicode does not decompose (Unicode CLDR, transform Latin-ASCII).
    private static let undecomposed: [Unicode.Scalar: String] = [
        "ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ß": "ss",
        "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ħ": "h", "Ħ": "h", "ŧ": "t", "Ŧ": "t",
    ]
}
