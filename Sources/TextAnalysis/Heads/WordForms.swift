import Foundation

/// Verbs and irregular forms of English, against which learned lemmas are checked: a model reads "banned" from its first word piece and may make
/// "bann" of it, where a list knows "ban".
///
/// Source: WordNet 3.0 (index.verb, verb.exc, noun.exc); the table is built by `Training/word_forms.py`.
/// Opening reads the bytes and nothing else; a look-up is a binary search, O(log n).
struct WordForms: Sendable {
    private let bytes: [UInt8]

    static let fileName = "word-forms.tsv"

    init(contentsOf file: URL) throws {
        do {
            bytes = [UInt8](try Data(contentsOf: file))
        } catch {
            throw TextAnalysisError.unreadableFile(path: file.path, reason: error.localizedDescription)
        }
    }

    /// - Parameter bytes: Rows of form, verb lemma, noun lemma and "v" for base forms of verbs, tab-separated and sorted by their bytes.
    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The learned lemma where it may be right, else the one that the form and tag lead to.
    func lemma(of form: String, tag: String, learned: String) -> String {
        switch tag {
        case "VB", "VBP", "VBD", "VBN", "VBG", "VBZ": verbLemma(form.lowercased(), tag: tag, learned: learned)
        case "NNS": pluralLemma(form.lowercased(), learned: learned)
        default: learned
        }
    }

    private func verbLemma(_ form: String, tag: String, learned: String) -> String {
        let irregular = row(form)?.verb
        // "sough" is a verb, but "sought" is none of its forms; "found" is a form of "find" and of "found".
        let mayBe = irregular == nil || learned == irregular || learned == form || Self.stems(form).contains(learned)
        guard !isVerb(learned) || !mayBe else { return learned }
        if let irregular { return irregular }
        if tag != "VBG", tag != "VBZ", isVerb(form) { return form }
        return Self.stems(form).first(where: isVerb) ?? learned
    }

    private func pluralLemma(_ form: String, learned: String) -> String {
        if let irregular = row(form)?.noun, !Self.ownPlurals.contains(form) { return irregular }
        if form.hasSuffix("men"), form.count > 4 { return form.dropLast(2) + "an" }
        // “police”, “folk”: a plural that no list knows and that does not end in s is its own lemma.
        guard form.hasSuffix("s") else { return form }
        if form.hasSuffix("ies"), learned == form.dropLast(), !Self.inIE.contains(learned) { return form.dropLast(3) + "y" }
        let sibilants = ["sses", "shes", "xes", "zzes"]
        return sibilants.contains(where: form.hasSuffix) && learned == form.dropLast() ? String(form.dropLast(2)) : learned
    }

    /// Plurals that are not taken back to their rare singular.
    private static let ownPlurals: Set<String> = ["data", "auspices"]

    /// Nouns in "ie".
    private static let inIE: Set<String> = [
        "movie", "cookie", "zombie", "calorie", "rookie", "genie", "prairie", "hippie", "junkie", "brownie", "selfie", "tie", "lie", "pie",
        "die",
        "necktie", "eerie", "goalie", "birdie", "newbie", "bookie", "magpie", "reverie", "menagerie", "lingerie", "brie", "foodie",
        "techie",
    ]

    /// What may be left of a regular form: "banned" gives "banne", "bann", "ban".
    private static func stems(_ form: String) -> [String] {
        for ending in ["ied", "ies"] where form.hasSuffix(ending) && form.count > 4 {
            return [form.dropLast(3) + "y", form.dropLast(1) + ""]
        }
        for ending in ["ed", "ing", "es", "s"] where form.hasSuffix(ending) && form.count > ending.count + 1 {
            let stem = String(form.dropLast(ending.count))
            if ending == "s" { return [stem] }
            let undoubled = stem.count > 2 && stem.last == stem.dropLast().last ? [String(stem.dropLast())] : []
            return [stem + "e", stem] + undoubled
        }
        return []
    }

    private func isVerb(_ lemma: String) -> Bool { row(lemma)?.isVerb ?? false }

    private func row(_ key: String) -> (verb: String?, noun: String?, isVerb: Bool)? {
        var key = key
        guard let range = key.withUTF8({ find($0) }) else { return nil }
        let columns = String(decoding: bytes[range], as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count == 3 else { return nil }
        return (columns[0].isEmpty ? nil : String(columns[0]), columns[1].isEmpty ? nil : String(columns[1]), columns[2] == "v")
    }

    /// Bytes of the row after its key and tab.
    private func find(_ key: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let (newline, tab) = (UInt8(ascii: "\n"), UInt8(ascii: "\t"))
        var low = 0
        var high = bytes.count
        while low < high {
            var line = low + (high - low) / 2
            while line > low, bytes[line - 1] != newline { line -= 1 }
            let end = bytes[line...].firstIndex(of: newline) ?? bytes.count
            let form = bytes[line..<end].prefix { $0 != tab }
            if form.elementsEqual(key) { return form.endIndex < end ? form.endIndex + 1..<end : nil }
            if form.first != UInt8(ascii: "#"), key.lexicographicallyPrecedes(form) { high = line } else { low = end + 1 }
        }
        return nil
    }
}
