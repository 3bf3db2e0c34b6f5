import TextAnalysis

/// A sentence with the dependants of every word at hand.
struct SentenceTree: Sendable {
    let tokens: [Token]
    /// Dependants of each word, in order.
    let children: [[Int]]

    init(_ sentence: Sentence) {
        tokens = sentence.tokens
        var children = [[Int]](repeating: [], count: tokens.count)
        for (index, token) in tokens.enumerated() {
            if let head = token.head, tokens.indices.contains(head), head != index { children[head].append(index) }
        }
        self.children = children
    }

    func main(_ token: Int) -> Substring { tokens[token].relation.main }

    func relation(_ token: Int) -> String { tokens[token].relation.rawValue }

    func head(_ token: Int) -> Int? {
        tokens[token].head.flatMap { tokens.indices.contains($0) && $0 != token ? $0 : nil }
    }

    /// First dependant with this relation, by its full or main label.
    func child(_ token: Int, _ relation: String) -> Int? {
        children[token].first { tokens[$0].relation.rawValue == relation || main($0) == relation }
    }

    func children(_ token: Int, _ relation: String) -> [Int] {
        children[token].filter { tokens[$0].relation.rawValue == relation || main($0) == relation }
    }

    /// The word and all below it, in order, without the branches that `prune` refuses. Broken trees with cycles end too.
    func subtree(_ token: Int, excluding prune: (Int) -> Bool = { _ in false }) -> [Int] {
        var found: [Int] = [token]
        var queue = [token]
        var seen: Set<Int> = [token]
        while let next = queue.popLast() {
            for child in children[next] where !prune(child) && seen.insert(child).inserted {
                found.append(child)
                queue.append(child)
            }
        }
        return found.sorted()
    }

    /// The word at the head of a coordination: "Lavrov" for "Rubio" in "Lavrov and Rubio".
    func firstConjunct(_ token: Int) -> Int {
        var current = token
        var steps = 0
        while main(current) == "conj", let head = head(current), steps < tokens.count {
            current = head
            steps += 1
        }
        return current
    }

    /// The word that the phrase of this head depends on, and the relation by which it does; conjuncts share their first conjunct's.
    func governor(_ token: Int) -> (head: Int, relation: String)? {
        let first = firstConjunct(token)
        return head(first).map { ($0, relation(first)) }
    }

    /// Lemma of the preposition that introduces the phrase of this head, such as "in".
    func preposition(_ token: Int) -> String? {
        let own = children[token].first { main($0) == "case" && tokens[$0].upos != .particle && tokens[$0].xpos != "POS" }
        let first = firstConjunct(token)
        guard let word = own ?? (first == token ? nil : children[first].first { main($0) == "case" && tokens[$0].xpos != "POS" }) else {
            return nil
        }
        return lemma(word)
    }

    /// Lemma in lower case; the form where no lemma is known.
    func lemma(_ token: Int) -> String {
        let lemma = tokens[token].lemma
        return (lemma == "_" || lemma.isEmpty ? tokens[token].form : lemma).lowercased()
    }

    func feature(_ name: String, of token: Int) -> Substring? {
        for part in tokens[token].features.split(separator: "|") where part.hasPrefix(name) && part.dropFirst(name.count).first == "=" {
            return part.dropFirst(name.count + 1)
        }
        return nil
    }

    /// The words as the text has them, with its spaces between them where it has any.
    func text(_ words: [Int]) -> String {
        var text = ""
        for (position, word) in words.enumerated() {
            text += tokens[word].form
            if position + 1 < words.count, tokens[word].isFollowedBySpace || words[position + 1] != word + 1 { text += " " }
        }
        return text
    }

    func text(_ words: Range<Int>) -> String { text(Array(words)) }
}
