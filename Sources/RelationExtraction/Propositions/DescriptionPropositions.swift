import TextAnalysis

extension SentenceTree {
    /// What titles, appositions and possessives say: "Foreign Minister Lavrov", "Lavrov, the foreign minister", "Lavrov's ministry".
    func descriptionPropositions() -> [Proposition] {
        indices.flatMap { word -> [Proposition] in
            switch relation(word) {
            case .descriptor: title(word)
            case .compound: compoundTitle(word)
            case .flat: titledName(word)
            case .appos: apposition(word)
            case .possessor: possessive(word)
            default: []
            }
        }
    }

    /// The title before a name, as the treebanks write it: "minister" ← descriptor of "Lavrov".
    private func title(_ title: Int) -> [Proposition] {
        guard let name = head(of: title), self[title].upos == .noun || self[title].upos == .properNoun || self[title].upos == .adjective
        else { return [] }
        return conjuncts(of: title).flatMap { title in
            conjuncts(of: name).filter { $0 == name || !hasChild($0, .descriptor) && !hasChild($0, .det) && isPlural(title) }
                .map { description(.title, subject: $0, predicate: title) }
        }
    }

    /// "Kremlin aide Medinsky" parsed with the title as a compound of the name.
    private func compoundTitle(_ title: Int) -> [Proposition] {
        guard let name = head(of: title), title < name, self[title].xpos == "NN" || self[title].xpos == "NNS",
            self[name].upos == .properNoun,
            entity(at: name)?.kind == .person, entity(at: title) == nil
        else { return [] }
        return [description(.title, subject: name, predicate: title)]
    }

    /// "director Louis Malle" parsed with the title as the head of the name.
    private func titledName(_ name: Int) -> [Proposition] {
        guard let title = head(of: name), titledName(after: title) == name else { return [] }
        return [description(.title, subject: name, predicate: title)]
    }

    private func apposition(_ second: Int) -> [Proposition] {
        guard let first = head(of: second), isNominal(first), isNominal(second), self[second].upos != .numeral, self[second].upos != .symbol
        else { return [] }
        // "Aceh, Indonesia": a place and where it lies, not what it is.
        if entity(at: first)?.kind == .location, entity(at: second)?.kind == .location, !hasChild(second, .det) { return [] }
        let namesFirst = nameRank(first) >= nameRank(second)
        let subject = namesFirst ? first : second
        let description = namesFirst ? second : first
        guard self[description].upos != .pronoun else { return [] }
        return conjuncts(of: description).filter { isNominal($0) }.map { self.description(.apposition, subject: subject, predicate: $0) }
    }

    /// How much a word looks like the name that an apposition describes.
    private func nameRank(_ index: Int) -> Int {
        switch (entity(at: index)?.kind, self[index].upos) {
        case (.person?, _): 4
        case (.some, .properNoun): 3
        case (.some, _): 2
        case (nil, .properNoun): 1
        default: 0
        }
    }

    private func possessive(_ possessor: Int) -> [Proposition] {
        guard let possessed = head(of: possessor), isNominal(possessed), !isEventNoun(possessed), !isTime(possessor) else { return [] }
        var roles = RoleSlots()
        roles.add(antecedent(ofPronoun: possessor) ?? possessor, "ARG0", markerIsFixed: self[possessor].xpos == "WP$")
        let owners = arguments(roles, of: possessed)
        let thing = Proposition.Argument(
            role: "ARG1", token: possessed,
            tokens: phrase(of: possessed, for: nil, extent: .minimal, asClause: false).filter {
                $0 != possessor && !isAncestor(possessor, of: $0)
            })
        return [
            Proposition(
                kind: .possessive, predicate: possessed, predicateTokens: [possessed], lemma: lemma(possessed),
                arguments: (owners + [thing]).sorted { $0.token < $1.token })
        ]
    }

    private func description(_ kind: Proposition.Kind, subject: Int, predicate: Int) -> Proposition {
        var roles = RoleSlots()
        roles.add(subject, "ARG1")
        addOwners(of: predicate, to: &roles)
        if kind == .title {
            // "US President Ada Roy" with "US" on the name: it still says whose president.
            for child in children(of: subject) where child < predicate && (relation(child) == .compound || relation(child) == .amod) {
                if let name = entity(at: child), name.tokens != entity(at: subject)?.tokens { roles.add(child, "ARG3") }
            }
        }
        let name = Proposition.Argument(role: "ARG1", token: subject, tokens: nameWords(of: subject, without: predicate))
        let complement = Proposition.Argument(
            role: "ARG2", token: predicate,
            tokens: phrase(of: predicate, for: subject, extent: .minimal, asClause: false).filter { word in
                word != subject && !(isAncestor(subject, of: word) && isAncestor(predicate, of: subject))
            })
        let owners = arguments(roles, of: predicate).filter { $0.role == "ARG3" }
        return Proposition(
            kind: kind, predicate: predicate, predicateTokens: [predicate], lemma: lemma(predicate),
            arguments: ([name, complement] + owners).sorted { $0.token < $1.token })
    }

    private func nameWords(of name: Int, without title: Int) -> [Int] {
        phrase(of: name, for: nil, extent: .minimal, asClause: false).filter { word in
            if let words = entity(at: name)?.tokens, entity(at: name)?.kind == .person { return words.contains(word) }
            return word == name || (word != title && !(isAncestor(title, of: word) && isAncestor(name, of: title)))
        }
    }

    private func isPlural(_ index: Int) -> Bool { self[index].xpos == "NNS" || self[index].xpos == "NNPS" }
}
