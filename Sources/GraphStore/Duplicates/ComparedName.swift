/// A name in the parts by which it is compared with others.
struct ComparedName {
    let text: String
    let folded: String
    /// Without small words such as "al" and "of".
    let words: [String]
    let spellings: [NameSpelling]

    /// - Parameter spellings: those of words that were met before; gains those of this name.
    init(text: String, folded: String, spellings known: inout [String: NameSpelling]) {
        self.text = text
        self.folded = folded
        let all = folded.split(separator: " ").map(String.init)
        let large = all.filter { !Self.small.contains($0) }
        words = large.isEmpty ? all : large
        var spellings: [NameSpelling] = []
        for word in words {
            let spelling = known[word] ?? NameSpelling(word)
            known[word] = spelling
            spellings.append(spelling)
        }
        self.spellings = spellings
    }

    /// The same for all spellings of the name.
    var spellingKey: String { spellings.map(\.consonants).joined(separator: " ") }

    /// The same for names of a person with and without middle names, with first names and initials; nil for a single word.
    var personKey: String? {
        guard words.count > 1, let initial = spellings[0].letters.first, let last = spellings.last else { return nil }
        return "\(initial) \(last.consonants)"
    }

    /// Whether every word is a spelling of the other's, and some word is not the same.
    func isSpelling(of other: ComparedName) -> Bool {
        words != other.words && words.count == other.words.count && zip(spellings, other.spellings).allSatisfy { $0.resembles($1) }
    }

    /// How a person's name may be another form of the other's; nil when it is not.
    ///
    /// First and last words must go together, and between them the words of the shorter name must all be in the longer, in that order.
    /// A part such as "Jr" that only one name has tells father and son apart.
    func shortForm(with other: ComparedName) -> ProbableDuplicate.Reason? {
        let (short, long) = words.count <= other.words.count ? (self, other) : (other, self)
        guard short.words.count > 1, Self.generation(short.words) == Self.generation(long.words) else { return nil }
        var hasInitial = false
        var place = 0
        for (number, word) in short.words.enumerated() {
            let isEnd = number == 0 || number == short.words.count - 1
            if number == short.words.count - 1 { place = long.words.count - 1 }
            while true {
                guard place < long.words.count else { return nil }
                if word == long.words[place] || short.spellings[number].resembles(long.spellings[place]) { break }
                if number < short.words.count - 1,
                    Self.isInitial(word, of: long.words[place]) || Self.isInitial(long.words[place], of: word)
                {
                    hasInitial = true
                    break
                }
                guard !isEnd else { return nil }
                place += 1
            }
            place += 1
        }
        if hasInitial { return .initial }
        return short.words.count < long.words.count ? .missingMiddleName : nil
    }

    /// What others may write for the name in capitals: the first letters of its large words, and of all of them. None for a single word.
    var acronyms: Set<String> {
        let all = folded.split(separator: " ")
        guard all.count > 1 else { return [] }
        return Set([all.map { $0.prefix(1) }.joined(), words.map { $0.prefix(1) }.joined()].filter { $0.count > 1 })
    }

    /// Whether the name is written as acronyms are: "UN", "U.N.", "NATO".
    var isAcronym: Bool {
        let letters = text.filter(\.isLetter)
        return (2...8).contains(letters.count) && letters.allSatisfy(\.isUppercase) && !folded.contains(" ")
    }

    private static func isInitial(_ word: String, of name: String) -> Bool {
        word.count == 1 && name.hasPrefix(word)
    }

    private static func generation(_ words: [String]) -> String? {
        words.first(where: generations.contains)
    }

    private static let generations: Set<String> = ["jr", "sr", "junior", "senior", "ii", "iii", "iv"]
    private static let small: Set<String> = ["al", "el", "the", "of", "and", "for", "de", "la", "du", "der", "von", "van", "bin", "ibn"]
}
