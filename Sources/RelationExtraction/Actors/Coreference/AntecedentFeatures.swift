import KnowledgeGraph
import TextAnalysis

/// What makes a mention a likely antecedent of a pronoun, as numbers.
///
/// They follow Lappin and Leass (1994) and the mention-ranking literature: recency, grammatical role, form, kind, frequency, parallel role.
struct AntecedentFeatures: Sendable {
    private(set) var values = [Double](repeating: 0, count: Name.allCases.count)

    enum Name: Int, CaseIterable {
        case bias, sameSentence, oneBack, twoBack, threeBack, words, firstOfSentence
        case subject, passiveSubject, object, oblique, possessor, modifier, conjunct, root, premodifier, otherRole, sameRole
        case samePronoun, otherPronoun, name, definite, indefinite, bare, possessed, demonstrative, adjective
        case person, organization, country, group, place, facility, event, thing, abstract
        case named, genderKnown, singularForPlural, pluralForSingular, frequency, countryFrequency, bothQuoted, onlyPronounQuoted,
            onlyOtherQuoted
        case genderLikely, genderUnlikely, mostFrequent, documentFrequency, inFirstSentence, isSpeaker, subjectBeforeSubject, ownedByAlike,
            predicate, lastAlike, fourBack, aroundPronoun, aroundInRelative, owned, actorOwns, actorActs, namedOwns
        case subjectAbove, subjectOfSameVerb, subjectOfSpeech, depth, pronounIsSubject, pronounIsPossessive, nearest, possessorOfPossessor
    }

    subscript(name: Name) -> Double {
        get { values[name.rawValue] }
        set { values[name.rawValue] = newValue }
    }

    init(pronoun index: Int, antecedent earlier: Int, _ cluster: Cluster, rank: Int, _ document: DocumentMentions) {
        let (pronoun, other) = (document.mentions[index], document.mentions[earlier])
        let tree = document.trees[pronoun.sentence]
        self[.bias] = 1
        let distance = pronoun.sentence - other.sentence
        self[distance == 0 ? .sameSentence : distance == 1 ? .oneBack : distance == 2 ? .twoBack : distance == 3 ? .threeBack : .fourBack] =
            1
        if distance == 0 { self[.words] = Double(min(pronoun.head - other.head, 40)) / 10 }
        if rank == 0 { self[.nearest] = 1 }
        let role = document.role(of: earlier)
        self[Self.role(role)] = 1
        if role == document.role(of: index) { self[.sameRole] = 1 }
        setForm(of: other, pronoun)
        setKind(cluster, other)
        if cluster.isNamed { self[.named] = 1 }
        if pronoun.gender != nil, cluster.gender == pronoun.gender { self[.genderKnown] = 1 }
        if let gender = pronoun.gender, cluster.gender == nil, let likely = cluster.likelyGender {
            self[likely == gender ? .genderLikely : .genderUnlikely] = 1
        }
        if pronoun.isPlural, !cluster.isPlural, !cluster.hasPluralForm { self[.singularForPlural] = 1 }
        if !pronoun.isPlural, cluster.isPlural { self[.pluralForSingular] = 1 }
        var count = 0
        for mention in cluster.mentions where mention < index { count += 1 }
        self[cluster.isCountry ? .countryFrequency : .frequency] = Double(min(count, 12)) / 4
        self[.documentFrequency] = Double(min(cluster.mentions.count, 16)) / 4
        if let first = cluster.mentions.first, document.mentions[first].sentence <= 1 { self[.inFirstSentence] = 1 }
        if document.subject(ofPredicate: earlier) != nil { self[.predicate] = 1 }
        if let owner = document.possessor(of: earlier), document.mentions[owner].isPronoun,
            document.mentions[owner].gender == pronoun.gender,
            document.mentions[owner].isPlural == pronoun.isPlural
        {
            self[.ownedByAlike] = 1
        }
        self[.bothQuoted] = pronoun.isQuoted && other.isQuoted ? 1 : 0
        self[.onlyPronounQuoted] = pronoun.isQuoted && !other.isQuoted ? 1 : 0
        self[.onlyOtherQuoted] = !pronoun.isQuoted && other.isQuoted ? 1 : 0
        let own = document.role(of: index)
        let isActor = [.person, .organization, .country, .group].contains(cluster.type)
        if own == "nmod:poss" {
            self[.actorOwns] = isActor ? 1 : 0
            self[.namedOwns] = cluster.isNamed ? 1 : 0
        } else if own == "nsubj", let verb = tree.governor(pronoun.head)?.head, tree.isVerb(verb), !tree.hasChild(verb, .cop) {
            self[.actorActs] = isActor ? 1 : 0
        }
        if let owner = document.possessor(of: earlier), !document.mentions[owner].isPronoun { self[.owned] = 1 }
        if distance == 0, let path = tree.path(from: other.head, to: pronoun.head) {
            self[path.contains { tree.relation($0) == .relativeClause } ? .aroundInRelative : .aroundPronoun] = 1
        }
        if own.hasPrefix("nsubj") { self[.pronounIsSubject] = self[.subject] + self[.passiveSubject] }
        if own.hasPrefix("nsubj"), distance == 1 { self[.subjectBeforeSubject] = self[.subject] + self[.passiveSubject] }
        if own == "nmod:poss" { self[.pronounIsPossessive] = self[.sameSentence] }
        if own == "nmod:poss", role == "nmod:poss" { self[.possessorOfPossessor] = 1 }
        if role.hasPrefix("nsubj"), distance == 0, let verb = tree.head(of: document.anchor(of: earlier)) {
            if tree.isAncestor(verb, of: pronoun.head) { self[.subjectAbove] = 1 }
            if let governor = tree.governor(pronoun.head)?.head, tree.governor(governor)?.head == verb || governor == verb {
                self[.subjectOfSameVerb] = 1
                if tree.main(tree.firstConjunct(of: governor)) == "ccomp", own.hasPrefix("nsubj"), speechVerbs.contains(tree.lemma(verb)) {
                    self[.subjectOfSpeech] = [.person, .organization, .country, .group].contains(cluster.type) ? 1 : 0
                }
            }
        }
        if let first = document.first(inSentence: other.sentence), first == earlier { self[.firstOfSentence] = 1 }
        self[.depth] = Double(document.depth(of: earlier)) / 4
    }

    private static func role(_ relation: String) -> Name {
        switch relation {
        case "nsubj", "nsubj:outer": .subject
        case "nsubj:pass": .passiveSubject
        case "obj", "iobj": .object
        case "nmod:poss": .possessor
        case "root", "parataxis": .root
        case "amod", "compound": .premodifier
        case "conj": .conjunct
        case let relation where relation.hasPrefix("obl"): .oblique
        case let relation where relation.hasPrefix("nmod"): .modifier
        default: .otherRole
        }
    }

    private mutating func setForm(of other: Mention, _ pronoun: Mention) {
        switch other.form {
        case .pronoun: self[other.isPlural == pronoun.isPlural && other.gender == pronoun.gender ? .samePronoun : .otherPronoun] = 1
        case .name: self[.name] = 1
        case .adjective: self[.adjective] = 1
        case .description:
            switch other.determiner {
            case .definite: self[.definite] = 1
            case .demonstrative: self[.demonstrative] = 1
            case .indefinite: self[.indefinite] = 1
            case .possessive: self[.possessed] = 1
            case .bare: self[.bare] = 1
            }
        }
    }

    private mutating func setKind(_ cluster: Cluster, _ other: Mention) {
        switch cluster.type {
        case .person: self[.person] = 1
        case .organization: self[.organization] = 1
        case .country: self[.country] = 1
        case .group: self[.group] = 1
        case .place: self[.place] = 1
        case .facility: self[.facility] = 1
        case .event: self[.event] = 1
        case .thing: self[other.kind.first == .thing ? .thing : .abstract] = 1
        }
    }
}
