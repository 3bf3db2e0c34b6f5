/// Tells names from descriptions and pronouns among the words that texts use for an actor.
package enum MentionName {
    /// Whether the words are a name that the actor may be looked up by: "Moscow" and "the Kremlin" are, "he" and "the ministry" are not.
    ///
    /// Every word but small ones must start with a capital or a digit. Cost: O(n).
    package static func isName(_ mention: String) -> Bool {
        let words = mention.split(whereSeparator: \.isWhitespace)
        guard (1...12).contains(words.count), words.contains(where: { $0.contains(where: \.isLetter) }) else { return false }
        if words.count == 1, pronouns.contains(words[0].lowercased()),
            words[0].dropFirst().contains(where: \.isLowercase) || words[0].count == 1
        {
            return false
        }
        let large = words.filter { !small.contains($0.lowercased()) }
        return !large.isEmpty && large.allSatisfy { $0.first(where: { $0.isLetter || $0.isNumber }).map { !$0.isLowercase } ?? true }
    }

    /// The personal, demonstrative, relative and indefinite pronouns of English that may stand for an actor at the start of a sentence.
    private static let pronouns: Set<String> = [
        "he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs", "himself", "herself", "itself",
        "themselves",
        "i", "we", "you", "me", "us", "my", "our", "your", "this", "that", "these", "those", "who", "which", "whom", "whose", "what", "one",
        "both", "some", "others", "another", "each", "neither", "either", "all", "many", "few", "several", "none",
    ]

    /// Words that stay small inside names.
    private static let small: Set<String> = [
        "the", "a", "an", "of", "and", "for", "in", "on", "at", "to", "by", "de", "da", "do", "dos", "del", "della", "di", "la", "le",
        "les",
        "du", "des", "von", "van", "der", "den", "el", "al", "bin", "ibn", "bint", "y", "e", "&", "-", "–",
    ]
}
