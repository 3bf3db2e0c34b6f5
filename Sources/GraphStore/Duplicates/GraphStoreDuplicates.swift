import GRDB

extension GraphStore {
    /// Actors that may be one, for review: those for whom most speaks first. Nothing is merged.
    ///
    /// Names are compared only where something brings them together (the same letters, initials and surname, alias or acronym), so the cost
    /// grows with the number of names, not of pairs. What speaks against it lowers the score and is said (`mayBeHomonyms`).
    ///
    /// ```swift
    /// for pair in try store.probableDuplicates(limit: 20) { print(pair.actor.name, pair.target.name, pair.reasons, pair.score) }
    /// ```
    public func probableDuplicates(limit: Int = 100) throws -> [ProbableDuplicate] {
        try read { snapshot in
            let network = try snapshot.network()
            let actors = try snapshot.namedActors(network)
            let judged = DuplicateSearch(actors).found.map { pair, reasons in
                DuplicateJudgement(pair, reasons, types: (actors[pair.first].type, actors[pair.second].type), in: network.topology)
            }
            return try judged.sorted { $0.precedes($1) }.prefix(max(0, limit)).map { judgement in
                ProbableDuplicate(
                    actor: try snapshot.actor(network.actorKeys[judgement.actor]),
                    target: try snapshot.actor(network.actorKeys[judgement.target]), reasons: judgement.reasons, score: judgement.score,
                    mayBeHomonyms: judgement.mayBeHomonyms)
            }
        }
    }
}

extension StoreSnapshot {
    /// The names of the network's actors, by their numbers there.
    fileprivate func namedActors(_ network: StoreNetwork) throws -> [DuplicateSearch.Named] {
        var actors: [DuplicateSearch.Named] = []
        for key in network.actorKeys { actors.append(DuplicateSearch.Named(type: try actor(key).type)) }
        var spellings: [String: NameSpelling] = [:]
        let rows = try RawStatement(
            "SELECT actor, reason, name, folded FROM names ORDER BY actor, \(ActorName.bestFirst)", in: database)
        try rows.forEach { row in
            guard let number = network.actor(try row.key(0)) else { throw DatabaseError.damage("an actor is missing") }
            let folded = try row.text(3)
            switch try NameReason(code: row.integer(1)) {
            case .name: actors[number].names.append(ComparedName(text: try row.text(2), folded: folded, spellings: &spellings))
            case .mention: actors[number].aliases.append(folded)
            }
        }
        return actors
    }
}
