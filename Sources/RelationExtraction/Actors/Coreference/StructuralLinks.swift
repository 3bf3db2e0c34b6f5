import KnowledgeGraph
import TextAnalysis

/// Brings together what grammar says is one: titles, appositions, definite predicates, other names, "a total of 41 jets".
struct StructuralLinks {
    let tables: ActorTables

    func resolve(_ document: DocumentMentions, _ clusters: inout Clusters) {
        for index in document.mentions.indices { linkTitleBefore(index, document, &clusters) }
        for index in document.mentions.indices {
            let mention = document.mentions[index]
            let tree = document.trees[mention.sentence]
            guard !mention.isPronoun else { continue }
            linkCompoundTitles(index, document, &clusters)
            linkKind(index, document, &clusters)
            linkAlias(index, document, &clusters)
            linkOffice(index, document, &clusters)
            guard let head = tree.head(of: mention.head), let other = document.mention(mention.sentence, head) else { continue }
            switch tree.main(mention.head) {
            case "appos": linkApposition(index, other, document, &clusters)
            case "nmod" where tree.label(mention.head) == "nmod:desc": linkTitle(index, of: other, document, &clusters)
            case "flat": linkTitle(other, of: index, document, &clusters)
            case "conj": linkConjoinedTitle(index, document, &clusters)
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
        guard !isParted(role, bearer, document) else { return }
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

    /// A title right before a name is its title, whatever the tree makes of it: "Secretary of State Marco Rubio", "the premier, Ana Li, said".
    private func linkTitleBefore(_ index: Int, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let name = document.mentions[index]
        guard name.form == .name, name.type == .person || name.type == .organization, !name.isCountry else { return }
        let tree = document.trees[name.sentence]
        var last = name.tokens.lowerBound - 1
        guard last >= 0 else { return }
        let isAfterComma = tree.tokens[last].form == ","
        if isAfterComma { last -= 1 }
        var token = last
        while token >= 0, token > last - 6 {
            if let title = document.mention(name.sentence, token) {
                let role = document.mentions[title]
                if role.form == .description, !role.isPlural, role.kind.first.actorType == name.type, tree.tokens[last].upos != .adposition
                {
                    guard attaches(role, name, isAfterComma: isAfterComma, tree) else { return }
                    linkTitle(title, of: index, document, &clusters)
                    return
                }
            }
            guard [.noun, .properNoun, .adposition].contains(tree.tokens[token].upos), tree.tokens[last].upos != .adposition else { return }
            token -= 1
        }
    }

    private func attaches(_ role: Mention, _ name: Mention, isAfterComma: Bool, _ tree: SentenceTree) -> Bool {
        let areTied = tree.head(of: role.head) == name.head || tree.head(of: name.head) == role.head
        let areSubjects = tree.head(of: role.head) == tree.head(of: name.head) && tree.main(role.head) == tree.main(name.head)
        if isAfterComma || name.type == .organization {
            return areTied && tree.main(name.head) != "conj" && tree.main(name.head) != "nmod" || areSubjects
        }
        return role.determiner != .indefinite || areTied || areSubjects
    }

    /// "Director of the institute and chairman of the board" beside a name: both are the name's.
    private func linkConjoinedTitle(_ index: Int, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let mention = document.mentions[index]
        let tree = document.trees[mention.sentence]
        let first = tree.firstConjunct(of: mention.head)
        guard mention.form == .description, !mention.isPlural, mention.kind.first == .person, tree.main(first) == "appos",
            let title = document.mention(mention.sentence, first), let id = clusters.id(of: title), clusters[id].isNamed,
            clusters[id].type == .person
        else { return }
        clusters.join(index, mention, to: id)
        addRole(mention, to: id, &clusters)
    }

    /// A dash between spaces parts a headline from its source.
    private func isParted(_ one: Mention, _ other: Mention, _ document: DocumentMentions) -> Bool {
        let tree = document.trees[one.sentence]
        let between =
            min(
                one.tokens.upperBound, other.tokens.upperBound)..<max(
                one.tokens.lowerBound, other.tokens.lowerBound, min(one.tokens.upperBound, other.tokens.upperBound))
        return between.contains { ["-", "–", "—"].contains(tree.tokens[$0].form) && tree.tokens[$0].isFollowedBySpace }
    }

    private func linkApposition(_ second: Int, _ head: Int, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let first = lastConjunct(of: head, before: second, document)
        if isParted(document.mentions[first], document.mentions[second], document) { return }
        if let one = clusters.cluster(of: first), let other = clusters.cluster(of: second), one.isNamed, other.isNamed, one.type == .person
        {
            return
        }
        let (one, other) = (document.mentions[first], document.mentions[second])
        guard one.isPlural == other.isPlural || one.isNamed || other.isNamed, !one.isPronoun, !other.isPronoun else { return }
        if one.isNamed, other.isNamed, !mayBeOneName(one, other) { return }
        if one.isCountry != other.isCountry, one.isNamed, other.isNamed { return }
        guard agree(one, other) else { return }
        let id = clusters.start(first, one)
        clusters.join(second, other, to: id)
        for mention in [one, other] where mention.form == .description { addRole(mention, to: id, &clusters) }
    }

    /// An apposition after a list stands beside the last of it: "Poles and Roma, a minority".
    private func lastConjunct(of head: Int, before apposition: Int, _ document: DocumentMentions) -> Int {
        let mention = document.mentions[head]
        let tree = document.trees[mention.sentence]
        let limit = document.mentions[apposition].tokens.lowerBound
        let conjunct = tree.children(of: mention.head).last { tree.main($0) == "conj" && $0 < limit }
        return conjunct.flatMap { document.mention(mention.sentence, $0) } ?? head
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
        case .organization:
            return !description.kind.may(.person) || description.kind.may(.organization) || partyNouns.contains(description.lemma)
        case .country, .place: return [.place, .country, .organization, .group, .abstract].contains(description.kind.first)
        default: return true
        }
    }

    /// "Li is the secretary of state", "Acme is a bank based in Oslo": only what is definite or the kind of a body, present and affirmed.
    private func linkPredicate(subject: Int, predicate: Int, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let (one, other) = (document.mentions[subject], document.mentions[predicate])
        let tree = document.trees[one.sentence]
        guard let copula = tree.child(other.head, "cop"), !one.isPronoun else { return }
        if other.form == .name, other.type == .person, one.form == .description, one.determiner == .possessive, agree(one, other),
            !document.isDoubtful(predicate: predicate)
        {
            // "Its first chairman was Ana Li."
            clusters.join(subject, one, to: clusters.start(predicate, other))
            return
        }
        guard other.form == .description else { return }
        let isKind = other.determiner == .indefinite && one.type == .organization && other.kind.first == .organization
        guard other.determiner == .definite || other.determiner == .possessive || isKind, one.isPlural == other.isPlural, one.isNamed,
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

    /// "Named Ana Li its chairman", "Ana Li will continue as its chairman".
    private func linkOffice(_ index: Int, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let office = document.mentions[index]
        let tree = document.trees[office.sentence]
        guard office.form == .description, office.determiner == .possessive, !office.isPlural, office.kind.first == .person,
            let verb = tree.head(of: tree.firstConjunct(of: office.head)), appointingVerbs.contains(tree.lemma(verb)),
            let subject = document.subject(ofPredicate: index), !document.isDoubtful(predicate: index)
        else { return }
        let bearer = document.mentions[subject]
        guard bearer.form == .name, bearer.type == .person else { return }
        let id = clusters.start(subject, bearer)
        clusters.join(index, office, to: id)
        addRole(office, to: id, &clusters)
    }

    /// Another name: "Ana Li, known as Nan", "Delvo, formerly called Delta", "Ana Li, known by her pen name Nan".
    private func linkAlias(_ index: Int, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let alias = document.mentions[index]
        let tree = document.trees[alias.sentence]
        guard alias.form == .name, !alias.isCountry, let verb = namingVerb(of: alias.head, tree),
            let bearer = tree.relation(verb) == .acl ? tree.head(of: verb) : tree.understoodSubject(of: verb),
            let known = document.mention(alias.sentence, bearer), document.mentions[known].form == .name,
            !document.mentions[known].isCountry, document.mentions[known].type == alias.type,
            !tree.children(of: verb).contains(where: { ["not", "never", "n't"].contains(tree.lemma($0)) })
        else { return }
        clusters.join(index, alias, to: clusters.start(known, document.mentions[known]))
    }

    private func namingVerb(of name: Int, _ tree: SentenceTree) -> Int? {
        let isPenName = tree.relation(name) == .appos && tree.head(of: name).map { penNames.contains(tree.lemma($0)) } ?? false
        let phrase = isPenName ? tree.head(of: name) ?? name : name
        guard let verb = tree.head(of: phrase), tree[verb].xpos == "VBN", namingVerbs.contains(tree.lemma(verb)),
            tree.relation(verb) == .acl || tree.isPassive(verb)
        else { return nil }
        switch tree.main(phrase) {
        case "xcomp", "obj": return verb
        case "obl": return tree.preposition(phrase) == "as" || isPenName ? verb : nil
        default: return nil
        }
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

    /// "Reuters news agency" is Reuters.
    private func linkKind(_ index: Int, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let mention = document.mentions[index]
        let tree = document.trees[mention.sentence]
        guard mention.form == .description, !mention.isPlural, outletNouns.contains(mention.lemma) else { return }
        for child in tree.children(of: mention.head) where tree.main(child) == "compound" {
            guard let name = document.mention(mention.sentence, child), document.mentions[name].form == .name,
                !document.mentions[name].isCountry,
                document.mentions[name].type != .person
            else { continue }
            let rest = mention.modifiers.subtracting(document.mentions[name].tokens.map { tree.lemma($0) })
            guard rest.isEmpty ? mention.lemma != "agency" : rest == ["news"] else { continue }
            clusters.join(index, mention, to: clusters.start(name, document.mentions[name]))
            return
        }
    }

    private func addRole(_ mention: Mention, to id: Int, _ clusters: inout Clusters) {
        guard !mention.isWeak else { return }
        let role = Role(lemma: mention.lemma, modifiers: mention.modifiers, country: mention.country?.code)
        clusters.update(id) { if !$0.roles.contains(role) { $0.roles.append(role) } }
    }
}

private let appointingVerbs: Set<String> = [
    "name", "appoint", "elect", "reelect", "re-elect", "choose", "select", "continue", "remain", "serve", "act", "become", "replace",
    "succeed",
]

private let namingVerbs: Set<String> = ["know", "call", "name", "nickname", "dub", "rename", "style", "bear", "identify"]
private let penNames: Set<String> = ["name", "pseudonym", "nickname", "alias", "pen", "nom", "moniker"]

/// What a firm or country is to another as well as a person: "Acme's chief rival, Borealis".
private let partyNouns: Set<String> = [
    "rival", "competitor", "opponent", "partner", "ally", "supplier", "customer", "client", "contractor", "distributor", "adviser",
    "advisor", "parent", "lender", "creditor", "debtor", "borrower", "guarantor", "underwriter", "broker", "dealer", "investor",
    "backer", "sponsor", "owner", "shareholder", "stockholder", "buyer", "seller", "bidder", "member", "successor", "predecessor",
    "producer", "operator", "publisher", "founder",
]

private let outletNouns: Set<String> = ["agency", "newspaper", "magazine", "daily", "broadcaster", "channel", "website", "airline"]

let quantityNouns: Set<String> = [
    "total", "number", "lot", "dozen", "hundred", "thousand", "million", "billion", "majority", "couple", "handful", "score", "plenty",
    "range", "variety",
    "bulk", "rest", "half", "tens",
]
