import TextAnalysis

/// How much of a phrase belongs to an argument.
public enum PhraseExtent: Sendable, Hashable {
    /// Without relative clauses, participles, appositions and conjuncts: what names the thing.
    case minimal
    /// With all its modifiers, as open-extraction benchmarks write it; conjuncts are still arguments of their own.
    case full
}

extension SentenceTree {
    /// The words of an argument, without the preposition or subordinator that introduces it.
    ///
    /// - Parameters:
    ///   - predicate: the word whose argument it is; a relative clause that the predicate is in is left out of its antecedent.
    ///   - asClause: whether a head with a copula or verb stands for its whole clause.
    func phrase(of head: Int, for predicate: Int?, extent: PhraseExtent, asClause: Bool = true) -> [Int] {
        let path = predicate.flatMap { self.path(from: head, to: $0) }
        let isClause = asClause && isClauseHead(head) && path == nil
        let words = branch(head) { word in
            if path?.contains(word) == true { return relation(word) == .flat || isPrenominalModifier(word, of: head) }
            let isTop = self.head(of: word) == head
            switch relation(word) {
            case .case: return !isTop
            case .mark: return !isTop
            case .cc, .preconjunction: return !isTop || isClause
            case .conj: return !isTop || isClause
            case .punct: return true
            case .relativeClause, .adverbialRelativeClause: return extent == .full || isClause
            case .appos, .acl: return isClause || (extent == .full && relation(word) == .acl) || (isTop && isNamePart(word, of: head))
            case .parataxis, .discourse, .vocative, .list, .dep, .dislocated: return false
            case .cop, .aux, .passiveAuxiliary, .expl, .nsubj, .passiveSubject, .outerSubject, .csubj, .passiveClausalSubject, .advcl:
                return !isTop || isClause
            case .obl, .unmarkedOblique, .ccomp, .xcomp:
                return !isTop || isClause || !isClauseHead(head)
            case .advmod:
                return !isTop || isClause || !isClauseHead(head) || word > (children(of: head).first { relation($0) == .cop } ?? -1)
            default: return true
            }
        }
        return trimmed(words, around: head)
    }

    /// Words that introduce an argument: its prepositions, or the subordinator of its clause.
    ///
    /// A noun that heads a clause has prepositions of its own, which introduce no argument: "said [that he was in Paris]".
    func markers(of head: Int) -> [Int] {
        var found: [Int] = []
        let isClause = isClausal(head) && isClauseHead(head)
        for child in children(of: head) where child < head {
            switch relation(child) {
            case .case where !isPossessiveMarker(child) && !isClause, .mark:
                found.append(child)
                found += children(of: child).filter { relation($0) == .fixed }
            default: break
            }
        }
        if found.isEmpty, relation(head) == .conj {
            let first = firstConjunct(of: head)
            if first != head { return markers(of: first) }
        }
        return found.sorted()
    }

    /// The prepositions before a word, whether or not it heads a clause.
    func prepositions(of head: Int) -> [Int] {
        children(of: head).filter { $0 < head && relation($0) == .case && !isPossessiveMarker($0) }
            .flatMap { [$0] + children(of: $0).filter { relation($0) == .fixed } }.sorted()
    }

    /// The lemmas of `markers(of:)`, joined by spaces.
    ///
    /// - Parameter isNominal: prepositions only, for a word that heads a clause as well as a phrase ("because he is in Paris").
    func marker(of head: Int, isNominal: Bool = false) -> String? {
        if isNominal {
            let words = prepositions(of: head).map { lemma($0) }
            return words.isEmpty ? nil : words.joined(separator: " ")
        }
        let words = markers(of: head).map { lemma($0) }
        if words.isEmpty, isClauseHead(head) {
            return children(of: head).first { relation($0) == .advmod && self[$0].xpos == "WRB" }.map { lemma($0) }
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// The noun that is meant when the head counts or measures: "soldiers" of "dozens of soldiers"; for a title that stands as the head of
    /// a name, the name.
    func contentHead(of head: Int) -> Int {
        if let name = titledName(after: head) { return name }
        guard PropositionLexicon.quantityNouns.contains(lemma(head)), self[head].upos != .properNoun else { return head }
        return children(of: head).first { child in
            (relation(child) == .nmod) && child > head && children(of: child).contains { relation($0) == .case && lemma($0) == "of" }
        } ?? head
    }

    /// The first word of a person's name that hangs on the title before it.
    func titledName(after title: Int) -> Int? {
        guard self[title].upos == .noun, entity(at: title) == nil, let name = child(of: title, .flat), name == title + 1,
            entity(at: name)?.kind == .person
        else { return nil }
        return name
    }

    private func isPossessiveMarker(_ index: Int) -> Bool { self[index].xpos == "POS" || lemma(index) == "'s" || lemma(index) == "'" }

    /// A predicate that modifies its own argument from inside a compound stays: "the US-led coalition" is what is led.
    private func isPrenominalModifier(_ word: Int, of head: Int) -> Bool {
        switch relation(word) {
        case .amod, .compound, .possessor, .descriptor, .nummod, .det: word < head
        default: false
        }
    }

    private func isNamePart(_ word: Int, of head: Int) -> Bool {
        guard let name = entity(at: head) else { return false }
        return name.tokens.contains(word)
    }

    /// Without punctuation at its edges or beside a gap, unless it closes what is open inside.
    private func trimmed(_ words: [Int], around head: Int) -> [Int] {
        var kept = words
        var changed = true
        while changed {
            changed = false
            if let first = kept.first, let last = kept.last, first != head, last != head,
                Self.brackets[self[last].form]?.contains(self[first].form) == true
            {
                // The pair encloses all of it.
                kept.removeFirst()
                kept.removeLast()
                changed = true
            }
            if let last = kept.last, last != head, isPunctuation(last), !closesInside(last, kept) {
                kept.removeLast()
                changed = true
            }
            if let first = kept.first, first != head,
                self[first].upos == .coordinator || (isPunctuation(first) && !opensInside(first, kept))
            {
                kept.removeFirst()
                changed = true
            }
        }
        return kept.enumerated().filter { offset, word in
            guard word != head, self[word].form == "," || self[word].form == "--" || self[word].form == "—" else { return true }
            return offset > 0 && offset + 1 < kept.count && kept[offset - 1] == word - 1 && kept[offset + 1] == word + 1
        }.map(\.element)
    }

    private func closesInside(_ index: Int, _ words: [Int]) -> Bool {
        guard let opening = Self.brackets[self[index].form] else { return false }
        return words.contains { opening.contains(self[$0].form) && $0 < index }
    }

    private func opensInside(_ index: Int, _ words: [Int]) -> Bool {
        words.contains { Self.brackets[self[$0].form]?.contains(self[index].form) == true && $0 > index }
    }

    private static let brackets: [String: Set<String>] = [
        ")": ["("], "]": ["["], "}": ["{"], "-RRB-": ["-LRB-"], "”": ["“"], "’": ["‘"], "''": ["``"], "\"": ["\"", "``"], "'": ["`", "'"],
    ]
}
