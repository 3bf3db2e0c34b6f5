/// What remains of a word whatever way it was brought into Latin letters.
///
/// ```swift
/// NameSpelling("zelenskyy") == NameSpelling("zelenskiy")   // true
/// NameSpelling("muhammad") == NameSpelling("mohamed")      // true
/// ```
/// The rules join letters between which romanisations of Russian, Ukrainian and Arabic waver (BGN/PCGN, ISO 9, Library of Congress, and what
/// newspapers make of them).
struct NameSpelling: Hashable {
    /// Consonants, and vowels in three groups: a or e, o or u, i and what sounds like it.
    let letters: String
    /// The consonants alone, with the vowel that the word starts with.
    let consonants: String

    /// - Parameter word: a word of a folded name.
    init(_ word: String) {
        var spelled = Self.initials.first { word.hasPrefix($0.from) }.map { $0.to + word.dropFirst($0.from.count) } ?? word
        for (from, to) in Self.groups { spelled = spelled.replacing(from, with: to) }
        var letters = ""
        for letter in spelled {
            let letter = letter == "j" && !letters.isEmpty ? "i" : Self.letters[letter] ?? letter
            if letters.last != letter { letters.append(letter) }
        }
        self.letters = letters
        consonants = String(letters.enumerated().filter { $0.offset == 0 || !"aio".contains($0.element) }.map(\.element))
    }

    /// Whether two words are spellings of one: the same letters, or in long words one vowel more.
    func resembles(_ other: NameSpelling) -> Bool {
        if letters == other.letters { return true }
        guard consonants == other.consonants, consonants.count >= 5 else { return false }
        return EditDistance.between(Array(letters.unicodeScalars), Array(other.letters.unicodeScalars), limit: 1) != nil
    }

    private static let initials: [(from: String, to: String)] = [
        ("ye", "e"), ("you", "yu"), ("yo", "o"), ("iou", "yu"), ("iu", "yu"), ("ia", "ya"),
    ]

    /// The longer before what they contain.
    private static let groups: [(from: String, to: String)] = [
        ("shch", "š"), ("sch", "š"), ("sh", "š"), ("tsch", "č"), ("tch", "č"), ("ch", "č"), ("zh", "ž"), ("kh", "h"), ("gh", "g"),
        ("dh", "d"), ("th", "t"), ("ph", "f"), ("tz", "ts"), ("ck", "k"), ("x", "ks"), ("ou", "u"), ("oo", "u"), ("ie", "i"), ("ei", "i"),
        ("ey", "i"), ("ay", "i"), ("ai", "i"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("yj", "i"), ("ee", "i"),
    ]

    private static let letters: [Character: Character] = ["e": "a", "u": "o", "y": "i", "w": "v", "q": "k", "c": "k"]
}
