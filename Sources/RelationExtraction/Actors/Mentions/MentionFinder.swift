import KnowledgeGraph
import TextAnalysis

/// Finds everything in a sentence that may stand for an actor: names, demonyms, noun phrases and pronouns.
///
/// Every nominal head is a mention, be it a thing or an event, so that whoever looks up the argument of a proposition finds one.
struct MentionFinder {
    let tables: ActorTables

    func mentions(in sentence: Sentence, names: [NamedEntity], at index: Int, quoted: [Bool]) -> [Mention] {
        let tree = SentenceTree(sentence)
        let phrases = PhraseReader(tree: tree, tables: tables, sentence: index)
        let metonyms = MetonymRule(tree: tree, tables: tables)
        var found: [Int: Mention] = [:]
        var named = [Bool](repeating: false, count: tree.tokens.count)
        for span in NameFinder(tree: tree, tables: tables).names(of: names) {
            for token in span.tokens { named[token] = true }
            guard let mention = phrases.name(span, metonyms: metonyms) else { continue }
            found[mention.head] = found[mention.head] ?? mention
            // "Russian" of "Russian Foreign Ministry" is a mention of its own: the ministry belongs to Russia.
            for token in mention.tokens where token != mention.head && !(mention.type == .person && span.tokens.contains(token)) {
                found[token] = found[token] ?? phrases.demonym(token) ?? phrases.countryInside(token, of: mention)
            }
        }
        for token in tree.tokens.indices where found[token] == nil && !tree.isStockSymbol(token) {
            if let mention = phrases.pronoun(token) {
                found[token] = mention
            } else if !named[token], let mention = phrases.demonym(token) {
                found[token] = mention
            } else if !named[token], let mention = phrases.description(token) {
                found[token] = mention
            }
        }
        return found.values.sorted { $0.head < $1.head }.map { mention in
            var mention = mention
            mention.hasPluralForm =
                tree.feature("Number", of: mention.head) == "Plur" || ["NNS", "NNPS"].contains(tree.tokens[mention.head].xpos)
            mention.isProperNoun = tree.tokens[mention.head].upos == .properNoun
            mention.isQuoted = quoted.indices.contains(mention.head) && quoted[mention.head]
            return mention
        }
    }
}
