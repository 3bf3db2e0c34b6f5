import KnowledgeGraph
import TextAnalysis

/// A statement in the making: which entry matched which proposition, and between whom.
struct RelationCandidate: Sendable {
    var type: RelationType
    /// `CLASS/relation#trigger`.
    var rule: String
    var proposition: Proposition
    var subject: ActorMention
    var object: ActorMention
    var topic: RolePattern?
    var mode: String?
    var status: Status?
    var detail: String?
    /// How surely the trigger means the relation, and the actors fill its roles: 0…1.
    var confidence: Double
}

/// Finds the relations of the catalogue in a sentence's propositions.
///
/// Of several entries that a predicate fits, the most specific one decides: a phrase before a noun or verb, a trigger with conditions before one without,
/// a preposition before a bare role, then the order of the catalogue.
struct RelationMatcher: Sendable {
    let catalogue: RelationCatalogue

    /// The sentence's relations between two actors, in order of the predicates.
    func candidates(in context: SentenceContext) -> [RelationCandidate] {
        let finder = ParticipantFinder(context)
        let qualifier = StatusQualifier(context)
        return context.propositions.filter { !qualifier.isAskedNot($0) }.flatMap { proposition -> [RelationCandidate] in
            let frame = EventFrame(proposition, in: context)
            let typed = best([frame] + (EventFrame(verbOf: proposition, in: context).map { [$0] } ?? []), finder)
            return (typed.isEmpty ? Membership.candidates(frame, finder, catalogue) + OpenRelation.candidates(frame, finder) : typed)
                + Refusal.candidates(frame, finder, catalogue)
        }
    }

    private func best(_ frames: [EventFrame], _ finder: ParticipantFinder) -> [RelationCandidate] {
        var best: (rank: Int, candidates: [RelationCandidate]) = (Int.min, [])
        for frame in frames {
            for (position, key) in frame.keys.enumerated() {
                for reference in catalogue.triggers(key.form, key.lemma) {
                    let entry = catalogue.entries[reference.entry]
                    let trigger = entry.triggers[reference.trigger]
                    guard trigger.requirements.allSatisfy({ finder.holds($0, of: frame, strict: false) }),
                        !trigger.exclusions.contains(where: { finder.holds($0, of: frame, strict: true) })
                    else { continue }
                    let match = pairs(entry, trigger, frame, finder)
                    guard !match.pairs.isEmpty else { continue }
                    let rank = rank(trigger, position: position, specificity: match.specificity)
                    guard rank > best.rank else { continue }
                    best = (rank, match.pairs.map { candidate(entry, trigger, key.lemma, frame, finder, $0) })
                }
            }
        }
        return best.candidates
    }

    private func rank(_ trigger: Trigger, position: Int, specificity: Int) -> Int {
        let form = trigger.form == .phrases ? 300 : trigger.form == .titles ? 200 : 100
        return form + 60 * min(trigger.requirements.count, 1) + 10 * specificity - position
    }

    private struct Pair {
        var subject, object: ParticipantFinder.Participant
        /// The object owns what is acted on.
        var isOwner = false
    }

    /// Who does it with or to whom: every subject with every object; all of one side with each other when the trigger is joint.
    private func pairs(_ entry: RelationEntry, _ trigger: Trigger, _ frame: EventFrame, _ finder: ParticipantFinder) -> (
        pairs: [Pair], specificity: Int
    ) {
        let subjects = finder.participants(trigger.subject, of: frame, kinds: trigger.from ?? entry.from)
        guard !subjects.isEmpty else { return ([], 0) }
        let tree = finder.context.tree
        let objects = finder.participants(trigger.object, of: frame, kinds: trigger.to ?? entry.to) { mention in
            !subjects.contains { $0.mention.actor == mention.actor } && !trigger.unlikelyObjects.contains(tree.lemma(mention.head))
                && !(trigger.form == .titles && isPartOfOffice(mention, frame, tree))
        }
        // What lies inside a clause is a weaker sign than that two agree with each other; but with whom they agree may be said, and be no
        // actor: "Norway and Iceland struck a deal with lenders".
        let hasOther =
            objects.isEmpty && finder.context.arguments(.marked("with"), of: frame).contains { $0.token > frame.proposition.predicate }
        if trigger.isJoint, !hasOther, objects.allSatisfy({ $0.specificity == 0 }), let joint = jointPairs(subjects, finder) {
            return (joint, 1)
        }
        let specificity = objects.map(\.specificity).max() ?? 0
        let owners =
            entry.reachesOwner == nil
            ? []
            : objects.filter { $0.mention.form == .description && !CatalogueParser.actors.contains(finder.context.actor($0.mention).type) }
                .flatMap { object in
                    finder.owners(of: object, kinds: CatalogueParser.actors).filter {
                        entry.reachesOwner != entry.type.name || !finder.undergoes($0.mention, event: object.mention.head)
                    }
                }
        let pairs = subjects.flatMap { subject in
            objects.map { Pair(subject: subject, object: $0) } + owners.map { Pair(subject: subject, object: $0, isOwner: true) }
        }
        return (
            pairs.filter { areDistinct($0, frame, finder.context) && (trigger.form == .titles || !isOrigin($0, finder.context)) },
            specificity
        )
    }

    /// Two actors, of which one is not just a word in the other's name: "Korean People" of "the Korean People's Army".
    private func areDistinct(_ pair: Pair, _ frame: EventFrame, _ context: SentenceContext) -> Bool {
        let (subject, object) = (pair.subject.mention, pair.object.mention)
        guard subject.actor != object.actor else { return false }
        // "The purchase of Vik's unit": he does not buy it.
        if frame.proposition.kind == .noun, object.form == .description, object.head != frame.proposition.predicate,
            context.tree.isAncestor(object.head, of: subject.head)
        {
            return false
        }
        let isPartOfName = subject.form == .name && subject.tokens.contains(object.head) && subject.tokens != object.tokens
        return !isPartOfName || context.actor(object).type == .country
    }

    /// "Iceland" of "Icelandic sailors struck": where the subject is from is not whom it acts on.
    private func isOrigin(_ pair: Pair, _ context: SentenceContext) -> Bool {
        let (word, tree) = (pair.object.mention.head, context.tree)
        return context.actor(pair.object.mention).type == .country && tree.head(of: word) == pair.subject.mention.head
            && (tree.relation(word) == .amod || tree.relation(word) == .compound)
    }

    /// Each two of the subjects, or of the countries that a single plural one belongs to: "the Turkish and Greek sides agreed".
    private func jointPairs(_ subjects: [ParticipantFinder.Participant], _ finder: ParticipantFinder) -> [Pair]? {
        var parties = subjects
        if let only = subjects.first, subjects.count == 1 {
            let tree = finder.context.tree
            let owners = finder.owners(of: only, kinds: [.country, .organization])
            parties = Self.representatives.contains(tree.lemma(only.mention.head)) && tree[only.mention.head].xpos == "NNS" ? owners : []
            // "North and South Korea": the tree hangs the first on the second.
            if let first = owners.first, owners.count == 1, first.mention.head < only.mention.head,
                (first.mention.head..<only.mention.head).contains(where: { tree.relation($0) == .cc })
            {
                parties = [first, only]
            }
            if parties.count < 2 { parties = [only] + finder.sharers(of: only) }
        }
        guard (2...Self.mostJointActors).contains(parties.count) else { return nil }
        return parties.indices.flatMap { first in
            parties.indices.dropFirst(first + 1).map { Pair(subject: parties[first], object: parties[$0]) }
        }
    }

    /// "State" of "secretary of state", "Defence" of "defence minister": a word of the office is not who it is held in.
    private func isPartOfOffice(_ mention: ActorMention, _ frame: EventFrame, _ tree: SentenceTree) -> Bool {
        guard mention.tokens.count == 1 else { return false }
        let word = tree[mention.head].form.lowercased()
        return frame.keys.contains { key in
            !catalogue.triggers(key.form, key.lemma).isEmpty && key.lemma.split(separator: " " as Character).contains { $0 == word }
        }
    }

    private func candidate(
        _ entry: RelationEntry, _ trigger: Trigger, _ lemma: String, _ frame: EventFrame, _ finder: ParticipantFinder,
        _ pair: Pair
    ) -> RelationCandidate {
        let type = pair.isOwner ? catalogue.types.first { $0.name == entry.reachesOwner } ?? entry.type : entry.type
        let certainty: Double =
            switch trigger.form {
            case .phrases, .titles: 0.95
            case .verbs: trigger.requirements.isEmpty ? 0.9 : 0.95
            case .nouns, .adjectives: 0.85
            }
        return RelationCandidate(
            type: type, rule: "\(entry.type.relationClass.rawValue)/\(entry.type.name)#\(lemma.replacing(" ", with: "-"))",
            proposition: frame.proposition, subject: pair.subject.mention, object: pair.object.mention, topic: trigger.topic,
            mode: trigger.mode,
            status: trigger.status,
            detail: trigger.form == .titles ? Office.words(frame.proposition, title: lemma, in: finder.context) : nil,
            confidence: certainty * pair.subject.directness * pair.object.directness)
    }

    /// Who acts for those that a plural of it belongs to; firms and banks of two countries act for themselves.
    private static let representatives: Set<String> = [
        "side", "government", "minister", "leader", "president", "premier", "official", "delegation", "negotiator", "diplomat", "envoy",
        "representative", "authority", "force", "troop", "army", "ministry", "parliament", "ambassador", "spokesman", "team", "party",
        "chief", "state", "navy", "secretary", "expert",
    ]

    /// A meeting of more is an event to attend, not a pair for each two of them.
    private static let mostJointActors = 4
}
