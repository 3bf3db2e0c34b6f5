/// An edit that makes a word's lemma: how many letters to cut off its end, what to add, and the case of the result.
///
/// Written `case|letters|suffix`, such as `L|3|y` for “parties”; `=` instead of a number gives the whole lemma (`L|=|go` for “went”).
struct LemmaRule: Sendable, Hashable {
    enum Case: Character, Sendable {
        case lower = "L"
        case upper = "U"
        case capitalized = "C"
        /// The letters keep the case they have in the text.
        case mixed = "M"
    }

    let letterCase: Case
    /// Nil if `suffix` is the whole lemma.
    let cut: Int?
    let suffix: String

    init?(_ rule: String) {
        let parts = rule.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 1, let letter = parts[0].first, let letterCase = Case(rawValue: letter) else {
            return nil
        }
        self.letterCase = letterCase
        suffix = String(parts[2])
        if parts[1] == "=" {
            cut = nil
        } else {
            guard let number = Int(parts[1]), number >= 0 else { return nil }
            cut = number
        }
    }

    /// The lemma; the form itself if nothing would be left of it.
    func lemma(of form: String) -> String {
        guard let cut else { return cased(suffix, original: nil) }
        if cut == 0, suffix.isEmpty { return cased(form, original: form) }
        let stem = form.unicodeScalars.dropLast(cut)
        guard !stem.isEmpty || !suffix.isEmpty else { return form }
        return cased(String(String.UnicodeScalarView(stem)) + suffix, original: form)
    }

    private func cased(_ text: String, original: String?) -> String {
        switch letterCase {
        case .lower: return text.lowercased()
        case .upper: return text.uppercased()
        case .mixed: return text
        case .capitalized:
            // “McDonald” keeps its inner capital; “MOSCOW” does not.
            let keepsInner = original.map { form in form.unicodeScalars.contains { $0.properties.isLowercase } } ?? true
            let rest = keepsInner ? text : text.lowercased()
            return rest.prefix(1).uppercased() + rest.dropFirst()
        }
    }
}
