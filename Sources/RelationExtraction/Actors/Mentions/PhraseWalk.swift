import TextAnalysis

/// What mentions ask of a tree beyond what propositions do: labels with their subtypes, the governor of a coordination, the text of a phrase.
extension SentenceTree {
    var tokens: [Token] { sentence.tokens }

    /// The relation with its subtype, such as `nmod:poss`.
    func label(_ token: Int) -> String { tokens[token].relation.rawValue }

    func main(_ token: Int) -> Substring { tokens[token].relation.main }

    /// First dependant with this relation, by its full or main label.
    func child(_ token: Int, _ relation: String) -> Int? {
        children(of: token).first { label($0) == relation || main($0) == relation }
    }

    func children(_ token: Int, _ relation: String) -> [Int] {
        children(of: token).filter { label($0) == relation || main($0) == relation }
    }

    /// The phrase's words in order, without the branches that `prune` refuses.
    func subtree(_ token: Int, excluding prune: (Int) -> Bool = { _ in false }) -> [Int] {
        branch(token) { !prune($0) }
    }

    /// The word that the phrase of this head depends on, and the relation by which it does; conjuncts share their first conjunct's.
    func governor(_ token: Int) -> (head: Int, relation: String)? {
        let first = firstConjunct(of: token)
        return head(of: first).map { ($0, label(first)) }
    }

    /// Lemma of the preposition that introduces the phrase of this head, such as "in"; a conjunct has its first conjunct's.
    func preposition(_ token: Int) -> String? {
        [token, firstConjunct(of: token)].lazy.compactMap { word in
            children(of: word).first { main($0) == "case" && tokens[$0].upos != .particle && tokens[$0].xpos != "POS" }
        }.first.map { lemma($0) }
    }

    func feature(_ name: String, of token: Int) -> Substring? {
        for part in tokens[token].features.split(separator: "|") where part.hasPrefix(name) && part.dropFirst(name.count).first == "=" {
            return part.dropFirst(name.count + 1)
        }
        return nil
    }

    /// "<AAPL.O>", "(AAPL.O)" after a name: the sign of a firm on an exchange says nothing that the name does not.
    func isStockSymbol(_ token: Int) -> Bool {
        guard token > 1, token + 1 < tokens.count, [.properNoun, .noun, .particle].contains(tokens[token - 2].upos) else { return false }
        let form = tokens[token].form
        guard form.allSatisfy({ $0.isUppercase || $0.isNumber || $0 == "." }) else { return false }
        switch (tokens[token - 1].form, tokens[token + 1].form) {
        case ("<", ">"): return true
        case ("(", ")"): return form.dropFirst().dropLast().contains(".")
        default: return false
        }
    }

    /// The words as the text has them, with its spaces between them where it has any.
    func text(_ words: some Collection<Int>) -> String {
        var text = ""
        var last: Int?
        for word in words {
            if let last, tokens[last].isFollowedBySpace || word != last + 1 { text += " " }
            text += tokens[word].form
            last = word
        }
        return text
    }
}
