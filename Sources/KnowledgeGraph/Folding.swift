import Foundation

/// Letters alike whatever their case and accents: "Élysée" → "elysee". What has no ASCII form stays.
package func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var folded = ""
    for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars where !scalar.properties.isDiacritic {
        folded += special[scalar] ?? String(scalar)
    }
    return folded
}

private let special: [Unicode.Scalar: String] = [
    "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "’": "'", "‘": "'",
]
