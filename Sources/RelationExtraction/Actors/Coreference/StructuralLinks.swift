import KnowledgeGraph
import TextAnalysis

/// Brings together what grammar says is one: titles, appositions, definite predicates, relative pronouns, "a total of 41 jets".
struct StructuralLinks {
    let tables: ActorTables

    func resolve(_ document: DocumentMentions, _ clusters: inout Clusters) {
        for index in document.mentions.indices {
            let mention = document.mentions[index]
            let tree = document.trees[mention.sentence]
            guard !mention.isPronoun else {
                linkRelative(index, document, &clusters)
                continue
            }
            linkCompoundTitles(index, document, &clusters)
            guard let head = tree.head(of: mention.head), let other = document.mention(mention.sentence, head) else { continue }
            switch tree.main(mention.head) {
            case "appos": linkApposition(index, other, document, &clusters)
            case "nmod" where tree.label(mention.head) == "nmod:desc": linkTitle(index, of: other, document, &clusters)
            case "flat": linkTitle(other, of: index, document, &clusters)
            case "nmod": linkQuantity(other, of: index, document, &clusters)
            case "nsubj": linkPredicate(subject: index, predicate: other, document, &clusters)
            default: break
            }
        }
    }

    /// "Foreign Minister" with "Sergey Lavrov".
    private func linkTitle(_ title: Int, of name: Int, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let (role, bearer) = (document.mentions[title], document.mentions[name])
        guard role.form == .description, bearer.form == .name, !bearer.isCountry, !role.isPlural else { return }
        guard (role.kind.may(.person) && bearer.type == .person) || role.kind.first.actorType == bearer.type || bearer.type == .thing else {
            return
        }
        let id = clusters.start(name, bearer)
        clusters.join(title, role, to: id)
        addRole(role, to: id, &clusters)
    }

    /// Titles that the tree gives as compounds: "Kremlin aide" before a name.
    private func linkCompoundTitles(_ index: Int, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let mention = document.mentions[index]
        guard mention.type == .person, mention.form == .name else { return }
        let tree = document.trees[mention.sentence]
        for child in tree.children(of: mention.head)
        where child < mention.tokens.lowerBound && ["compound", "nmod:desc", "amod"].contains(tree.label(child)) {
            let lemma = tree.lemma(child)
            guard document.mention(mention.sentence, child) == nil, tables.kind(ofNoun: lemma).first == .person else { continue }
            let modifiers = tree.children(of: child).map { tree.lemma($0) }
            let country = PhraseReader(tree: tree, tables: tables, sentence: mention.sentence).owningCountry(of: child, before: child)
            let id = clusters.start(index, mention)
            clusters.update(id) { $0.roles.append(Role(lemma: lemma, modifiers: Set(modifiers), country: country?.country.code)) }
        }
    }

    private func linkApposition(_ second: Int, _ first: Int, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let (one, other) = (document.mentions[first], document.mentions[second])
        guard one.isPlural == other.isPlural || one.isNamed || other.isNamed, !one.isPronoun, !other.isPronoun else { return }
        if one.isNamed, other.isNamed, !mayBeOneName(one, other) { return }
        if one.isCountry != other.isCountry, one.isNamed, other.isNamed { return }
        guard agree(one, other) else { return }
        let id = clusters.start(first, one)
        clusters.join(second, other, to: id)
        for mention in [one, other] where mention.form == .description { addRole(mention, to: id, &clusters) }
    }

    /// An acronym of the other, or a name beside a longer form of it.
    private func mayBeOneName(_ one: Mention, _ other: Mention) -> Bool {
        let (short, long) = one.text.count <= other.text.count ? (one.text, other.text) : (other.text, one.text)
        let isAcronym = short.count >= 2 && short.count <= 8 && short.filter(\.isUppercase).count * 2 > short.count && !short.contains(" ")
        if isAcronym, let letter = short.first {
            return long.split(separator: " ").contains { $0.first == letter } && one.type != .person && other.type != .person
        }
        return one.type == .person && other.type == .person && long.hasSuffix(short)
    }

    private func agree(_ one: Mention, _ other: Mention) -> Bool {
        let (name, description) = one.isNamed ? (one, other) : (other, one)
        if !name.isNamed || description.isNamed { return true }
        switch name.type {
        case .person: return description.kind.may(.person) && !description.isPlural
        case .organization: return !description.kind.may(.person) || description.kind.may(.organization)
        case .country, .place: return [.place, .country, .organization, .group, .abstract].contains(description.kind.first)
        default: return true
        }
    }

    /// "Rubio is the secretary of state": only what is definite, present and affirmed.
    private func linkPredicate(subject: Int, predicate: Int, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let (one, other) = (document.mentions[subject], document.mentions[predicate])
        let tree = document.trees[one.sentence]
        guard other.form == .description, let copula = tree.child(other.head, "cop"), !one.isPronoun else { return }
        guard other.determiner == .definite || other.determiner == .possessive, one.isPlural == other.isPlural, one.isNamed,
            agree(one, other)
        else { return }
        guard !tree.children(other.head, "advmod").contains(where: { ["not", "never", "n't"].contains(tree.lemma($0)) }),
            tree.child(other.head, "aux") == nil
        else { return }
        guard tree.feature("Tense", of: copula) != "Past" || one.type == .person else { return }
        guard one.type == .person || one.type == .organization else { return }
        let id = clusters.start(subject, one)
        clusters.join(predicate, other, to: id)
        addRole(other, to: id, &clusters)
    }

    /// The quantity and what it counts are one: "a total of 41 jets".
    private func linkQuantity(_ quantity: Int, of content: Int, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let (whole, counted) = (document.mentions[quantity], document.mentions[content])
        guard whole.form == .description,
            quantityNouns.contains(whole.lemma) || whole.kind == .abstract && counted.isPlural && whole.lemma.hasSuffix("ty"),
            document.trees[counted.sentence].preposition(counted.head) == "of", !counted.isPronoun, !counted.isNamed
        else { return }
        clusters.join(quantity, whole, to: clusters.start(content, counted))
    }

    private func linkRelative(_ index: Int, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let mention = document.mentions[index]
        guard PersonalPronoun(mention.lemma)?.isRelative == true else { return }
        let tree = document.trees[mention.sentence]
        var current = mention.head
        for _ in 0..<8 {
            guard let head = tree.head(of: current) else { return }
            if tree.label(current) == "acl:relcl" {
                guard let antecedent = document.mention(mention.sentence, head) else { return }
                clusters.join(index, mention, to: clusters.start(antecedent, document.mentions[antecedent]))
                return
            }
            current = head
        }
    }

    private func addRole(_ mention: Mention, to id: Int, _ clusters: inout Clusters) {
        let role = Role(lemma: mention.lemma, modifiers: mention.modifiers, country: mention.country?.code)
        clusters.update(id) { if !$0.roles.contains(role) { $0.roles.append(role) } }
    }
}

private let quantityNouns: Set<String> = [
    "total", "number", "lot", "dozen", "hundred", "thousand", "million", "billion", "majority", "couple", "handful", "score", "plenty",
    "range", "variety",
    "bulk", "rest", "half", "tens",
]
