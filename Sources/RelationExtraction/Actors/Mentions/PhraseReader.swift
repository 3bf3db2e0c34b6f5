import Foundation
import KnowledgeGraph
import TextAnalysis

/// Reads the phrase around a head word as a mention.
struct PhraseReader {
    let tree: SentenceTree
    let tables: ActorTables
    let sentence: Int

    // MARK: Demonyms

    /// "Ukrainian" in "the Ukrainian attack".
    func demonym(_ token: Int) -> Mention? {
        let word = tree.tokens[token]
        guard word.form.first?.isUppercase == true, let country = tables.countries.country(forDemonym: word.form) else { return nil }
        let relation = tree.main(token)
        if relation == "amod" || relation == "compound" || relation == "nmod" || relation == "conj" || relation == "flat",
            word.upos == .adjective || relation != "conj" && relation != "nmod",
            word.xpos != "NNPS", word.xpos != "NNS", let head = tree.head(of: tree.firstConjunct(of: token)),
            tree.tokens[head].upos != .verb
        {
            return adjective(token, country)
        }
        let article = tree.child(token, "det")
        if word.upos == .adjective, article.map({ tree.lemma($0) == "the" }) ?? false, isNominal(token) {
            return adjective(token, country)
        }
        guard word.upos == .properNoun || word.upos == .noun else { return nil }
        return nil
    }

    func adjective(_ token: Int, _ country: Country) -> Mention {
        Mention(
            sentence: sentence, head: token, tokens: token..<token + 1, form: .adjective, type: .country,
            kind: NounKind(kinds: [.country], gender: nil), isPlural: false, gender: nil, lemma: tree.lemma(token), text: country.name,
            variants: [tree.tokens[token].form], country: country, isCountry: true)
    }

    /// The country's name inside a longer name: "US" of "US State Department".
    func countryInside(_ token: Int, of mention: Mention) -> Mention? {
        let form = tree.tokens[token].form
        guard let country = tables.countries.country(named: form), mention.country == country else { return nil }
        var inner = adjective(token, country)
        inner.form = .name
        inner.name = [form]
        return inner
    }

    // MARK: Descriptions

    func description(_ token: Int) -> Mention? {
        let word = tree.tokens[token]
        guard isNominal(token), !isCalendarWord(word.form), !timeWords.contains(tree.lemma(token)),
            word.form.contains(where: \.isLetter)
                || word.upos == .numeral && tree.label(token) != "nmod:unmarked" && tree.label(token) != "obl:unmarked"
        else { return nil }
        let lemma = tree.lemma(token)
        let inside = phrase(around: token)
        let number = tree.feature("Number", of: token)
        var kind = tables.kind(ofNoun: lemma)
        if kind == .abstract, let last = lemma.split(separator: "-").last { kind = tables.kind(ofNoun: String(last)) }
        let isPlural = number == "Plur" || number == "Ptan" || word.xpos == "NNS" || word.xpos == "NNPS"
        let isHonorific = honorifics.keys.contains(word.form.replacing(".", with: ""))
        if isHonorific { kind = NounKind(kinds: [.person], gender: nil) }
        var mention = Mention(
            sentence: sentence, head: token, tokens: (inside.first ?? token)..<(inside.last ?? token) + 1, form: .description,
            type: kind.first.actorType, kind: kind, isPlural: isPlural, gender: kind.gender, lemma: lemma, text: "")
        if isPlural, kind.first == .person { mention.type = .group }
        // "The allies" act; "the country" is where something happens, until it turns out to be one that is named.
        if mention.type == .country { mention.type = isPlural ? .group : .place }
        mention.determiner = determiner(of: token)
        mention.possessor = tree.child(token, "nmod:poss")
        let core = nounPhrase(token)
        mention.modifiers = Set(
            core.filter { $0 != token && tree.tokens[$0].upos != .determiner && tree.tokens[$0].upos != .punctuation }.map {
                tree.lemma($0)
            })
        if let owner = owningCountry(of: token, before: token) {
            mention.country = owner.country
            if governs(lemma), mention.modifiers.subtracting([tree.lemma(owner.token)]).isEmpty {
                mention.isCountry = true; mention.type = .country
            }
        }
        (mention.text, mention.variants) = texts(token, core: core, owner: owningCountry(of: token, before: token))
        mention.isWeak = isHonorific || quantityNouns.contains(lemma)
        return mention.text.isEmpty ? nil : mention
    }

    /// Whether the word is the head of a phrase that can be an argument.
    private func isNominal(_ token: Int) -> Bool {
        let relation = tree.main(token)
        if relation == "flat" || relation == "fixed" || relation == "goeswith" { return false }
        switch tree.tokens[token].upos {
        case .noun, .properNoun: return relation != "compound" && relation != "case" && relation != "cc" && relation != "mark"
        case .numeral, .adjective, .determiner, .verb:
            guard let first = Optional(tree.main(tree.firstConjunct(of: token))), ["nsubj", "obj", "iobj", "obl", "nmod"].contains(first)
            else {
                return false
            }
            return tree.tokens[token].upos == .numeral || tree.tokens[token].upos == .determiner || tree.hasChild(token, .det)
        default: return false
        }
    }

    private func determiner(of token: Int) -> Mention.Determiner {
        if tree.child(token, "nmod:poss") != nil { return .possessive }
        guard let word = tree.child(token, "det") else { return .bare }
        switch tree.lemma(word) {
        case "the": return .definite
        case "this", "that", "these", "those", "such", "both": return .demonstrative
        default: return .indefinite
        }
    }

    /// Words of the phrase without clauses, appositions, other conjuncts and its preposition.
    private func phrase(around token: Int) -> [Int] {
        let words = tree.subtree(token) { child in
            switch tree.main(child) {
            case "acl", "appos", "cc", "conj", "case", "mark", "nsubj", "cop", "parataxis", "advcl", "aux", "punct", "discourse",
                "vocative", "list", "csubj", "expl", "orphan":
                tree.main(child) != "case" || tree.head(of: child) == token
            default: tree.head(of: child) == token && child > token && ["obl", "advmod", "dep"].contains(tree.main(child))
            }
        }
        return words
    }

    /// Words before the head and the head itself: "Ukrainian government official".
    private func nounPhrase(_ token: Int) -> [Int] {
        let words = tree.subtree(token) { child in
            guard child < token else {
                return !(tree.main(child) == "flat" || tree.main(child) == "fixed" || tree.main(child) == "goeswith")
            }
            switch tree.main(child) {
            case "amod", "compound", "nummod", "nmod", "flat", "fixed", "goeswith", "advmod", "punct", "conj", "cc", "det", "obl": break
            default: return true
            }
            if let above = tree.head(of: child), tree.main(above) == "nummod",
                !["compound", "flat", "nummod", "punct"].contains(tree.main(child))
            {
                return true
            }
            switch tree.main(child) {
            case "det", "nmod": return tree.head(of: child) == token && (tree.main(child) == "det" || tree.label(child) == "nmod:poss")
            // "Newly formed unit"; not "only units".
            case "advmod": return tree.head(of: child) == token || !tree.tokens[child].form.hasSuffix("ly")
            case "punct": return tree.tokens[child].form != "-" || tree.tokens[child].isFollowedBySpace
            case "cc", "conj": return tree.head(of: child) == token
            default: return false
            }
        }
        guard let start = words.firstIndex(of: token) else { return [token] }
        // What does not touch the head through the phrase belongs to something else.
        var run = [token]
        var position = start - 1
        while position >= 0, let first = run.first, words[position] >= first - 3, !(words[position]..<first).contains(where: isDash) {
            run.insert(words[position], at: 0)
            position -= 1
        }
        // "Face-to-face meeting": what hyphens hold together stays together.
        for (left, right) in zip(run, run.dropFirst()).reversed() where right > left + 1 {
            if (left..<right).allSatisfy({ !tree.tokens[$0].isFollowedBySpace }), let position = run.firstIndex(of: right) {
                run.insert(contentsOf: left + 1..<right, at: position)
            }
        }
        // "Russia-Ukraine talks", whatever the first half hangs on.
        if let first = run.first, first > 0, tree.tokens[first].form == "-", !tree.tokens[first].isFollowedBySpace {
            run.insert(first - 1, at: 0)
        }
        return run + words[(start + 1)...].prefix { $0 <= token + 3 }
    }

    /// A dash between spaces, which parts a headline.
    private func isDash(_ token: Int) -> Bool {
        ["-", "–", "—", ":"].contains(tree.tokens[token].form) && tree.tokens[token].isFollowedBySpace
    }

    /// The phrase as an actor's name, and its other forms.
    private func texts(_ token: Int, core: [Int], owner: Owner?) -> (String, [String]) {
        var words = core
        var prefix = ""
        if let owner, owner.isPossessive, !words.contains(owner.token) { prefix = (owner.country.adjective ?? owner.country.name) + " " }
        if prefix.isEmpty, let owner = tree.child(token, "nmod:poss"), tree.tokens[owner].upos != .pronoun, owner < token {
            let name = tree.subtree(owner).filter { tree.main($0) != "det" || tree.head(of: $0) != owner }
            words = name.drop { ["cc", "case", "punct"].contains(tree.main($0)) } + words
        }
        let short = prefix + tree.text(words)
        var variants: [String] = []
        let withoutNumber = words.filter { tree.main($0) != "nummod" || tree.head(of: $0) != token }
        if withoutNumber.count < words.count, !withoutNumber.isEmpty { variants.append(prefix + tree.text(withoutNumber)) }
        let after = tree.children(of: token).filter { $0 > token && tree.main($0) == "nmod" && (prefix.isEmpty || $0 != owner?.token) }
        guard !after.isEmpty else { return (short, variants) }
        var long = short
        var texts: [String] = []
        for child in after {
            let phrase = tree.subtree(child) { ["acl", "appos", "parataxis", "advcl", "punct"].contains(tree.main($0)) }
            long += " " + tree.text(phrase)
            texts.append(long)
        }
        let ofs = after.prefix { tree.preposition($0) == "of" }.count
        if ofs > 0 { return (texts[ofs - 1], variants + [short] + (ofs < texts.count ? [texts[texts.count - 1]] : [])) }
        return (short, variants + texts)
    }

    // MARK: The country that something belongs to

    struct Owner {
        var token: Int
        var country: Country
        var isPossessive: Bool
    }

    /// "Russian" or "Russia's" or "of Russia" with a noun.
    func owningCountry(of token: Int, before limit: Int) -> Owner? {
        for child in tree.children(of: token) where child < limit {
            let form = tree.tokens[child].form
            switch tree.label(child) {
            case "amod", "compound", "nmod", "nmod:desc":
                if let country = tables.countries.country(forDemonym: form) ?? tables.countries.country(named: form) {
                    return Owner(token: child, country: country, isPossessive: false)
                }
            case "nmod:poss":
                if let country = tables.countries.country(named: properText(child)) ?? tables.countries.metonym(properText(child)) {
                    return Owner(token: child, country: country, isPossessive: true)
                }
            default: break
            }
        }
        for child in tree.children(of: token) where child > token && tree.label(child) == "nmod" && tree.preposition(child) == "of" {
            if let country = tables.countries.country(named: properText(child)) {
                return Owner(token: child, country: country, isPossessive: true)
            }
        }
        return nil
    }

    private func properText(_ token: Int) -> String {
        tree.text(
            tree.subtree(token) { child in
                !["flat", "compound", "amod", "nmod"].contains(tree.main(child)) || tree.label(child) == "nmod:poss"
            })
    }

    /// Words for those who act for a country: "the Russian side", "Kyiv's delegation".
    private func governs(_ lemma: String) -> Bool { governmentNouns.contains(lemma) }

    // MARK: Pronouns

    func pronoun(_ token: Int) -> Mention? {
        let word = tree.tokens[token]
        guard word.upos == .pronoun || word.upos == .determiner && word.xpos.hasPrefix("PRP") else { return nil }
        guard let pronoun = PersonalPronoun(word.form.lowercased()), tree.main(token) != "expl" else { return nil }
        if pronoun.isRelative, !isRelative(token) { return nil }
        return Mention(
            sentence: sentence, head: token, tokens: token..<token + 1, form: .pronoun, type: pronoun.isPerson ? .person : .thing,
            kind: NounKind(kinds: pronoun.isPerson ? [.person] : [.abstract], gender: nil), isPlural: pronoun.isPlural,
            gender: pronoun.gender,
            lemma: word.form.lowercased(), text: word.form, person: pronoun.person)
    }

    private func isRelative(_ token: Int) -> Bool {
        if tree.feature("PronType", of: token) == "Rel" { return true }
        var current = token
        for _ in 0..<6 {
            if tree.label(current) == "acl:relcl" { return true }
            guard let head = tree.head(of: current) else { return false }
            current = head
        }
        return false
    }
}

extension NounKind.Kind {
    init(_ type: ActorType) {
        switch type {
        case .person: self = .person
        case .country: self = .country
        case .organization: self = .organization
        case .group: self = .group
        case .place: self = .place
        case .facility: self = .facility
        case .event: self = .event
        case .thing: self = .thing
        }
    }
}

private let timeWords: Set<String> = ["today", "yesterday", "tomorrow", "tonight"]

let governmentNouns: Set<String> = [
    "government", "side", "delegation", "authority", "authorities", "regime", "administration", "leadership",
]
