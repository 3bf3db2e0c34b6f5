import KnowledgeGraph
import TextAnalysis

/// Reads a name as a mention: what it names, and which country it belongs to.
extension PhraseReader {
    func name(_ span: NameSpan, metonyms: MetonymRule) -> Mention? {
        let words = span.tokens.map { tree.tokens[$0].form }
        let text = tree.text(span.tokens)
        var mention = Mention(
            sentence: sentence, head: span.head, tokens: span.tokens, form: .name, type: .thing, kind: .abstract, isPlural: false,
            gender: nil,
            lemma: tree.lemma(span.head), name: words, nameKind: span.kind, text: text)
        mention.determiner = .definite
        mention.possessor = tree.child(span.head, "nmod:poss")
        let country = tables.countries.country(named: text) ?? tables.countries.country(named: text.replacing(". ", with: "."))
        if let seat = tables.countries.seat(text) {
            return self.country(seat, mention, isPlace: !metonyms.actsAsGovernment(span, isSeat: true))
        }
        if span.kind != .person, text.contains(" "), let country = tables.countries.country(forDemonym: text),
            ["amod", "compound"].contains(tree.main(span.head))
        {
            var adjective = adjective(span.head, country)
            adjective.tokens = span.tokens
            adjective.variants = [text]
            return adjective
        }
        if span.kind != .person, let country, !isInsideLargerName(span) {
            return self.country(country, mention, isPlace: false)
        }
        if span.kind != .person, let people = tables.countries.country(ofPeople: text) {
            return self.people(people, mention)
        }
        // "Washington", taken for a surname, is the city until the text gives somebody of that name.
        if span.kind != .person || isBare(span), span.kind != .organization, let country = tables.countries.metonym(text),
            !isInsideLargerName(span)
        {
            return self.country(country, mention, isPlace: !metonyms.actsAsGovernment(span, isSeat: false))
        }
        switch span.kind {
        case .person where isPeople(span):
            mention.type = .group
            mention.isPlural = true
            mention.kind = NounKind(kinds: [.group], gender: nil)
            return mention
        case .person where words.count == 1 && text.count > 2 && text.allSatisfy(\.isUppercase):
            // Headlines apart, a person is not written in capitals.
            mention.type = .organization
        case .person:
            mention.type = .person
            mention.kind = NounKind(kinds: [.person], gender: nil)
            mention.gender = gender(ofPersonNamed: span)
            mention.likelyGender = tables.gender(ofGivenName: words[0])
        case .location:
            mention.type = tables.kind(ofNoun: mention.lemma).first == .facility ? .facility : .place
        // "N.J.", which looks like an acronym.
        case .organization where text.hasSuffix(".") && tables.countries.isPlace(text): mention.type = .place
        case .organization: mention.type = .organization
        case .miscellaneous, nil: mention.type = type(ofUnrecognised: span, text: text)
        }
        if mention.type == .person, mention.gender == nil { mention.gender = gender(ofPersonNamed: span) }
        if mention.type == .person { mention.kind = NounKind(kinds: [.person], gender: nil) }
        return mention.type == .person ? mention : organisation(mention, span)
    }

    /// A single word without a title before it.
    private func isBare(_ span: NameSpan) -> Bool {
        span.tokens.count == 1
            && !tree.children(of: span.head).contains { child in
                child < span.head && tables.kind(ofNoun: tree.lemma(child).lowercased()).first == .person
                    || honorifics[tree.tokens[child].form.replacing(".", with: "")] != nil
            }
    }

    /// "The Rohingya", "Muslims": a name with an article or in the plural is not one person's.
    private func isPeople(_ span: NameSpan) -> Bool {
        guard span.tokens.count == 1 else { return false }
        let word = tree.tokens[span.head]
        return word.xpos == "NNPS" || tree.hasChild(span.head, .det) || tree.hasChild(span.head, .nummod)
    }

    private func country(_ country: Country, _ mention: Mention, isPlace: Bool) -> Mention {
        var mention = mention
        mention.type = isPlace ? .place : .country
        mention.kind = NounKind(kinds: isPlace ? [.place] : [.country], gender: nil)
        mention.country = country
        mention.isCountry = !isPlace
        return mention
    }

    private func people(_ country: Country, _ mention: Mention) -> Mention {
        var mention = mention
        mention.type = .group
        mention.kind = NounKind(kinds: [.group], gender: nil)
        mention.isPlural = true
        mention.country = country
        // "The Russians" act as their government does; "Russians" are people.
        if tree.child(mention.head, "det").map({ tree.lemma($0) == "the" }) ?? false, tree.child(mention.head, "nummod") == nil {
            mention.type = .country
            mention.isCountry = true
        }
        return mention
    }

    /// Widens the name of an office or force by its country: "Russia's Defence Ministry" is the "Russian Defence Ministry".
    private func organisation(_ mention: Mention, _ span: NameSpan) -> Mention {
        var mention = mention
        let kind = tables.kind(ofNoun: mention.lemma)
        mention.kind = kind == .abstract ? NounKind(kinds: [NounKind.Kind(mention.type)], gender: nil) : kind
        mention.isPlural = mention.type != .organization && tree.feature("Number", of: mention.head) == "Plur"
        let first = tree.tokens[span.tokens.lowerBound].form
        if span.tokens.count > 1, let country = tables.countries.country(forDemonym: first) ?? tables.countries.country(named: first) {
            mention.country = country
            return mention
        }
        guard mention.type == .organization || kind.first == .organization, kind.first == .organization || kind.may(.facility) else {
            return mention
        }
        if let owner = owningCountry(of: mention.head, before: span.tokens.lowerBound) {
            mention.country = owner.country
            // "Bank of Norway" says whose it is.
            guard !span.tokens.contains(owner.token) else { return mention }
            mention.tokens = min(owner.token, span.tokens.lowerBound)..<span.tokens.upperBound
            mention.variants.append(mention.text)
            let adjective = owner.isPossessive ? owner.country.adjective ?? owner.country.name : tree.tokens[owner.token].form
            mention.text = adjective + " " + mention.text
            mention.name = adjective.split(separator: " ").map(String.init) + mention.name
            mention.type = .organization
        }
        return mention
    }

    private func type(ofUnrecognised span: NameSpan, text: String) -> ActorType {
        if tables.organization(named: text) != nil { return .organization }
        if tables.countries.isPlace(text) { return .place }
        let kind = tables.kind(ofNoun: tree.lemma(span.head)).first
        if kind != .abstract, kind != .thing, kind != .person { return kind.actorType }
        let form = tree.tokens[span.tokens.lowerBound].form
        if tables.isGivenName(form), span.kind == nil { return .person }
        if span.kind == nil,
            tree.children(of: span.head).contains(where: {
                honorifics.keys.contains(tree.tokens[$0].form.replacing(".", with: "")) || isPersonalTitle($0)
            })
        {
            return .person
        }
        if form.count >= 2, span.tokens.count == 1, form.allSatisfy({ $0.isUppercase }) { return .organization }
        return .thing
    }

    private func isPersonalTitle(_ token: Int) -> Bool {
        tree.label(token) == "nmod:desc" && tables.kind(ofNoun: tree.lemma(token)).first == .person
    }

    /// "Washington" in "Washington Post": part of another name, which is the mention.
    private func isInsideLargerName(_ span: NameSpan) -> Bool {
        guard tree.main(span.head) == "flat" || tree.main(span.head) == "compound", let head = tree.head(of: span.head),
            !span.tokens.contains(head)
        else { return false }
        return tree.tokens[head].upos == .properNoun && span.kind == nil && abs(head - span.head) == 1
    }

    private func gender(ofPersonNamed span: NameSpan) -> Gender? {
        var before = span.tokens.lowerBound - 1
        while before >= 0, before >= span.tokens.lowerBound - 4 {
            let form = tree.tokens[before].form
            if let gender = honorifics[form.hasSuffix(".") ? String(form.dropLast()) : form] ?? nil { return gender }
            if let gender = tables.kind(ofNoun: tree.lemma(before)).gender, tree.label(before) == "nmod:desc" { return gender }
            before -= 1
        }
        guard span.tokens.count > 1 else { return nil }
        return tables.gender(ofGivenName: tree.tokens[span.tokens.lowerBound].form)
    }
}
