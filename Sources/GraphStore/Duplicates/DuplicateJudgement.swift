import KnowledgeGraph

/// What speaks for and against two actors being one.
struct DuplicateJudgement {
    /// Numbers in the network: the one with fewer statements, and the other.
    let actor: Int
    let target: Int
    let reasons: [ProbableDuplicate.Reason]
    let score: Double
    let mayBeHomonyms: Bool

    /// - Parameter types: of the two actors.
    init(
        _ pair: DuplicateSearch.Pair, _ found: Set<ProbableDuplicate.Reason>, types: (first: ActorType, second: ActorType),
        in topology: Topology
    ) {
        let isFirstSmaller = topology.rowCount(pair.first) < topology.rowCount(pair.second)
        actor = isFirstSmaller ? pair.first : pair.second
        target = isFirstSmaller ? pair.second : pair.first
        reasons = ProbableDuplicate.Reason.allCases.filter(found.contains)

        // Each reason takes its share of what doubt the others leave.
        let doubt = reasons.reduce(1) { $0 * (1 - $1.weight) }
        let (one, other) = (Surroundings(of: actor, in: topology), Surroundings(of: target, in: topology))
        let objections = [types.first != types.second, one.neighbours.contains(target), one.contradicts(other)]
        let shared = one.neighbours.intersection(other.neighbours).count
        let likeness = Double(shared) / Double(max(1, min(one.neighbours.count, other.neighbours.count)))
        let support = 1 - doubt * (1 - 0.3 * likeness)
        score = objections.reduce(support) { $1 ? $0 * 0.4 : $0 }
        mayBeHomonyms = objections.contains(true)
    }

    /// An order that no order of additions changes: the higher score, then by the numbers, which are those of the ids.
    func precedes(_ other: DuplicateJudgement) -> Bool {
        score == other.score ? (target, actor) < (other.target, other.actor) : score > other.score
    }

    /// Whom an actor deals with.
    private struct Surroundings {
        var neighbours: Set<Int> = []
        /// Where it has an office, is a member or lives: what statements of the class `STATE` join it to.
        var places: Set<Int> = []

        init(of actor: Int, in topology: Topology) {
            topology.forEachEdge(of: actor, where: .everything) { edge in
                neighbours.insert(edge.neighbour)
                if topology.kind(of: edge.statement).relationClass == .state { places.insert(edge.neighbour) }
            }
        }

        func contradicts(_ other: Surroundings) -> Bool {
            !places.isEmpty && !other.places.isEmpty && places.isDisjoint(with: other.places)
        }
    }
}

extension ProbableDuplicate.Reason {
    /// 0…1: how much it says alone. Set by hand.
    fileprivate var weight: Double {
        switch self {
        case .sameName: 0.85
        case .aliasIsName: 0.7
        case .spelling: 0.75
        case .missingMiddleName: 0.6
        case .initial: 0.6
        case .acronym: 0.6
        case .sharedAlias: 0.4
        }
    }
}
