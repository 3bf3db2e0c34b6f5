import KnowledgeGraph
import TextAnalysis

/// What no entry of the catalogue covers but has an actor on both sides: kept as `other`, with the verb's phrase as detail.
enum OpenRelation {
    static let type = RelationType(name: "other", relationClass: .other, label: "other")

    static func candidates(_ frame: EventFrame, _ finder: ParticipantFinder) -> [RelationCandidate] {
        let proposition = frame.proposition
        // "ailing banks", "developing countries": what kind they are, not what they do.
        guard proposition.kind == .verb, finder.context.tree.relation(proposition.predicate) != .amod,
            !emptyVerbs.contains(proposition.lemma),
            !speechVerbs.contains(proposition.lemma)
        else { return [] }
        // "were chosen from ten": who chose is not said.
        let subjects = participants(proposition.isPassive ? ["ARG0"] : ["ARG0", "ARG1"], of: proposition, finder.context, without: [])
        guard let first = subjects.first else { return [] }
        let objects = participants(["ARG1", "ARG2", "ARG3", "ARG4"], of: proposition, finder.context, without: subjects.map(\.token))
        guard !objects.isEmpty else { return [] }
        let detail = ([proposition.lemma] + (objects.first?.marker.map { [$0] } ?? [])).joined(separator: " ")
        return subjects.filter { $0.role == first.role }.flatMap { subject in
            objects.compactMap { object -> RelationCandidate? in
                guard let left = finder.context.mention(at: subject.token), let right = finder.context.mention(at: object.token),
                    left.actor != right.actor
                else { return nil }
                return RelationCandidate(
                    type: type, rule: "OTHER/other#\(proposition.lemma.replacing(" ", with: "-"))", proposition: proposition, subject: left,
                    object: right, topic: nil, mode: nil, status: nil, detail: detail, confidence: 0.6)
            }
        }
    }

    /// "named her minister", "chose her to be minister", "served as minister": what somebody is said to be is nobody else.
    private static func isPredicative(_ argument: Proposition.Argument, of proposition: Proposition, _ tree: SentenceTree) -> Bool {
        argument.marker == "as" || tree.isClauseHead(argument.token)
            || argument.role == "ARG2" && argument.marker == nil && namingVerbs.contains(proposition.lemma)
            || argument.role == "ARG1" && argument.marker == nil && linkingVerbs.contains(proposition.lemma)
    }

    private static let speechVerbs = AttributionQualifier.speechVerbs.union(PropositionLexicon.speechVerbs)

    private static let namingVerbs: Set<String> = [
        "name", "appoint", "elect", "call", "consider", "declare", "designate", "crown", "dub", "make", "proclaim", "title", "nominate",
    ]

    private static let linkingVerbs: Set<String> = ["remain", "stay", "represent", "constitute", "form"]

    /// Verbs that tell of no deed of their subject to or with their object.
    private static let emptyVerbs: Set<String> = possessing.union(composing).union(judging).union(grading).union(making).union(changing)

    private static let possessing: Set<String> = [
        "have", "put", "do", "be", "keep", "retain", "enjoy", "need", "lack", "undergo", "place", "act", "operate", "use", "cease",
        "appear", "remain", "stay", "cross", "fit", "fit in", "sit", "stand", "lie", "live",
    ]

    /// "The group is made up of ministers": parts, not what they do.
    private static let composing: Set<String> = [
        "comprise", "include", "contain", "consist", "make up", "exclude", "incorporate", "group", "combine", "divide", "number", "total",
    ]

    /// What somebody thinks, sees or wishes is not done to anybody.
    private static let judging: Set<String> = [
        "expect", "want", "like", "dislike", "prefer", "know", "see", "look", "look for", "look at", "find", "identify", "consider",
        "regard", "view", "envisage", "foresee", "hope", "wish", "refer", "point", "point to", "show", "decide", "seek", "propose",
        "affect", "poll", "survey", "classify", "aim", "anticipate", "forecast", "plan", "try", "specialise", "specialize", "concentrate",
        "focus",
    ]

    /// Ratings, prices and sums go from one grade to another, and grades look like names. "Rat" is what "rated" is sometimes taken for.
    private static let grading: Set<String> = [
        "rate", "rat", "rank", "upgrade", "downgrade", "lower", "raise", "affirm", "price", "value", "reduce", "increase", "rise", "fall",
        "profit", "improve", "widen", "narrow", "average", "decrease", "expand", "benefit",
    ]

    /// What is made is a thing, whatever its name looks like.
    private static let making: Set<String> = [
        "make", "develop", "introduce", "unveil", "manufacture", "fabricate", "produce", "research", "invent", "design", "roll out",
        "revamp", "power", "build",
    ]

    /// What somebody becomes is nobody else.
    private static let changing: Set<String> = ["become", "change", "convert", "transform", "emerge"]

    /// What is done to a world, a market or an office is done to no actor, although "the office said" is one who speaks.
    private static let vagueBodies: Set<String> = [
        "office", "industry", "market", "world", "area", "region", "power", "sector", "workforce",
    ]

    /// Securities, which are named after whoever issues them.
    private static let securities: Set<String> = ["bond", "eurobond", "note", "share", "stock", "debenture", "warrant", "option", "future"]

    private static func isVague(_ mention: ActorMention, _ tree: SentenceTree) -> Bool {
        mention.form == .description && vagueBodies.contains(tree.lemma(mention.head))
            || securities.contains(tree.lemma(mention.head).lowercased()) || ActorWords.isUnit(tree.lemma(mention.head))
            || ActorWords.measures.contains(tree.text(mention.tokens).lowercased())
    }

    /// The arguments of the first of the roles that names actors.
    private static func participants(
        _ roles: [SemanticRole], of proposition: Proposition, _ context: SentenceContext, without taken: [Int]
    ) -> [Proposition.Argument] {
        for role in roles {
            let found = proposition.arguments(role).filter { argument in
                guard !taken.contains(argument.token), !isPredicative(argument, of: proposition, context.tree),
                    let mention = context.mention(at: argument.token)
                else { return false }
                return CatalogueParser.actors.contains(context.actor(mention).type) && !isVague(mention, context.tree)
            }
            if !found.isEmpty { return found }
        }
        return []
    }
}
