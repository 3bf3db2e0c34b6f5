/// Lemmas that a regular English verb form may have, for words whose learned lemma the catalogue does not know.
///
/// ```swift
/// LemmaVariants.verbs("banned")   // ["banne", "bann", "ban"]
/// ```
/// They are looked up, never used as they are: what is no word of the catalogue does no harm.
enum LemmaVariants {
    static func verbs(_ form: String) -> [String] {
        let word = form.lowercased()
        for ending in ["ied", "ies"] where word.hasSuffix(ending) && word.count > 4 { return [word.dropLast(3) + "y"] }
        for ending in ["ed", "ing", "es", "s"] where word.hasSuffix(ending) && word.count > ending.count + 2 {
            let stem = String(word.dropLast(ending.count))
            var found = ending == "s" ? [stem] : [stem + "e", stem]
            if ending == "ed" || ending == "ing", let last = stem.last, stem.dropLast().last == last {
                found.append(String(stem.dropLast()))
            }
            return found
        }
        return []
    }
}
