import TextAnalysis

/// A sentence's dependency tree, made for walking in both directions.
///
/// Any sentence is accepted: heads that are out of range or point at themselves count as roots, and no walk follows a cycle twice.
struct SentenceTree: Sendable {
    let sentence: Sentence
    let relations: [GrammaticalRelation]
    /// Lower-case lemmas.
    let lemmas: [String]
    private let heads: [Int?]
    private let childStarts: [Int]
    private let childList: [Int]
    /// Index into `sentence.predicates` for each word.
    private let predicateIndex: [Int?]
    private let entityIndex: [Int?]

    init(_ sentence: Sentence) {
        let tokens = sentence.tokens
        self.sentence = sentence
        relations = Self.relations(of: tokens)
        lemmas = tokens.map { ($0.lemma == "_" ? $0.form : $0.lemma).lowercased() }
        let heads = tokens.indices.map { index -> Int? in
            guard let head = tokens[index].head, tokens.indices.contains(head), head != index else { return nil }
            return head
        }
        var starts = [Int](repeating: 0, count: tokens.count + 1)
        for case .some(let head) in heads { starts[head + 1] += 1 }
        for index in tokens.indices { starts[index + 1] += starts[index] }
        var next = starts
        var list = [Int](repeating: 0, count: starts[tokens.count])
        for (index, head) in heads.enumerated() {
            guard let head else { continue }
            list[next[head]] = index
            next[head] += 1
        }
        self.heads = heads
        childStarts = starts
        childList = list
        var predicateIndex = [Int?](repeating: nil, count: tokens.count)
        for (index, predicate) in sentence.predicates.enumerated() where tokens.indices.contains(predicate.token) {
            predicateIndex[predicate.token] = index
        }
        self.predicateIndex = predicateIndex
        var entityIndex = [Int?](repeating: nil, count: tokens.count)
        for (index, entity) in sentence.entities.enumerated() {
            for token in entity.tokens.clamped(to: 0..<tokens.count) { entityIndex[token] = index }
        }
        self.entityIndex = entityIndex
    }

    /// An apposition with a coordinator of its own is a conjunct that the parser took for one: "Minister X and Secretary Y".
    private static func relations(of tokens: [Token]) -> [GrammaticalRelation] {
        var relations = tokens.map { GrammaticalRelation($0.relation) }
        for index in tokens.indices where relations[index] == .cc {
            guard let head = tokens[index].head, relations.indices.contains(head), head > index, relations[head] == .appos else { continue }
            relations[head] = .conj
        }
        return relations
    }

    var indices: Range<Int> { sentence.tokens.indices }

    subscript(index: Int) -> Token { sentence.tokens[index] }

    func head(of index: Int) -> Int? { heads[index] }

    func relation(_ index: Int) -> GrammaticalRelation { relations[index] }

    func lemma(_ index: Int) -> String { lemmas[index] }

    /// Dependents in order of their words.
    func children(of index: Int) -> ArraySlice<Int> { childList[childStarts[index]..<childStarts[index + 1]] }

    /// The first dependent with this relation.
    func child(of index: Int, _ relation: GrammaticalRelation) -> Int? {
        children(of: index).first { relations[$0] == relation }
    }

    func hasChild(_ index: Int, _ relation: GrammaticalRelation) -> Bool { child(of: index, relation) != nil }

    /// What the model says of this word as a predicate.
    func predicate(at index: Int) -> Predicate? { predicateIndex[index].map { sentence.predicates[$0] } }

    /// The name that this word is part of.
    func entity(at index: Int) -> NamedEntity? { entityIndex[index].map { sentence.entities[$0] } }

    /// Whether `ancestor` governs `index`, directly or through others.
    func isAncestor(_ ancestor: Int, of index: Int) -> Bool {
        var current = heads[index]
        for _ in 0..<sentence.tokens.count {
            guard let word = current else { return false }
            if word == ancestor { return true }
            current = heads[word]
        }
        return false
    }

    /// The word and all it governs in order of the words, without the branches that `keep` refuses.
    func branch(_ root: Int, keep: (Int) -> Bool) -> [Int] {
        var seen = [Bool](repeating: false, count: sentence.tokens.count)
        var stack = [root]
        var found: [Int] = []
        while let word = stack.popLast() {
            guard !seen[word] else { continue }
            seen[word] = true
            found.append(word)
            for child in children(of: word) where keep(child) { stack.append(child) }
        }
        return found.sorted()
    }

    /// The first of a chain of conjuncts, for any of them.
    func firstConjunct(of index: Int) -> Int {
        var current = index
        for _ in 0..<sentence.tokens.count {
            guard relations[current] == .conj, let head = heads[current] else { return current }
            current = head
        }
        return current
    }

    /// The word and its conjuncts, in order of the words.
    func conjuncts(of index: Int) -> [Int] {
        var found = [index]
        var next = 0
        while next < found.count {
            // Only conjuncts to the right: so each is met once, whatever the tree.
            found += children(of: found[next]).filter { relations[$0] == .conj && $0 > found[next] }
            next += 1
        }
        return found.sorted()
    }

    /// Marks the words on the way from a word up to one that governs it, both ends included; nil when it does not govern it.
    func path(from ancestor: Int, to index: Int) -> Set<Int>? {
        var found: Set<Int> = [index]
        var current = index
        while current != ancestor {
            guard let head = heads[current], found.insert(head).inserted else { return nil }
            current = head
        }
        return found
    }
}

// MARK: - Kinds of words

extension SentenceTree {
    func isNominal(_ index: Int) -> Bool {
        switch self[index].upos {
        case .noun, .properNoun, .pronoun, .numeral, .symbol: true
        case .determiner: relations[index] != .det
        default: false
        }
    }

    /// A main verb; auxiliaries and copulas are not.
    func isVerb(_ index: Int) -> Bool {
        guard self[index].upos == .verb else { return false }
        switch relations[index] {
        case .aux, .passiveAuxiliary, .cop, .case, .mark, .fixed, .flat, .compound, .cc: return false
        default: return true
        }
    }

    func isPunctuation(_ index: Int) -> Bool { self[index].upos == .punctuation || relations[index] == .punct }

    /// A word that heads a clause of its own: a verb, or whatever has a copula or a subject.
    func isClauseHead(_ index: Int) -> Bool {
        if isVerb(index) { return true }
        return children(of: index).contains { relations[$0] == .cop || relations[$0].isSubject }
    }

    func isInfinitive(_ index: Int) -> Bool {
        children(of: index).contains { (relations[$0] == .mark || relations[$0] == .aux) && self[$0].xpos == "TO" }
    }

    /// The other half of a title of two words that hang on the same name: "General" for "Attorney" of "Attorney General Li".
    func titlesBeside(_ title: Int) -> [Int] {
        [title - 1, title + 1].filter { other in
            indices.contains(other) && heads[other] == heads[title]
                && [title, other].allSatisfy { relations[$0] == .descriptor }
        }
    }

    /// Whether a word heads a clause that says of its noun or verb what is or was: "that they lost", "whether it will come".
    func isFiniteClause(_ index: Int) -> Bool {
        children(of: index).contains { relations[$0] == .mark && ["that", "whether", "if"].contains(lemmas[$0]) }
    }

    func isRelativePronoun(_ index: Int) -> Bool {
        switch self[index].xpos {
        case "WDT", "WP", "WRB", "WP$": true
        default: lemmas[index] == "that" && self[index].upos == .pronoun && relations[index] != .mark
        }
    }
}
