import KnowledgeGraph

/// The same questions answered by looking at every statement: slow and plain.
struct ReferenceGraph {
    let statements: [Statement]

    func of(_ actor: String) -> Set<String> {
        Set(statements.filter { $0.subject.actor.id == actor || $0.object.actor.id == actor }.map(\.id))
    }

    func between(_ first: String, _ second: String) -> Set<String> {
        Set(
            statements.filter {
                [$0.subject.actor.id, $0.object.actor.id] == [first, second]
                    || [$0.object.actor.id, $0.subject.actor.id] == [first, second]
            }.map(\.id))
    }

    func neighbours(of actor: String) -> Set<String> {
        Set(
            statements.flatMap { statement -> [String] in
                let (subject, object) = (statement.subject.actor.id, statement.object.actor.id)
                return (subject == actor ? [object] : []) + (object == actor ? [subject] : [])
            })
    }

    /// Every chain without a repeated actor is tried; the shortest are kept.
    func shortestChains(from start: String, to end: String, maximumLength: Int) -> [[String]] {
        var found: [[String]] = []
        func extend(_ chain: [String]) {
            if chain[chain.count - 1] == end { return found.append(chain) }
            guard chain.count <= maximumLength else { return }
            for next in neighbours(of: chain[chain.count - 1]).sorted() where !chain.contains(next) { extend(chain + [next]) }
        }
        extend([start])
        let shortest = found.map(\.count).min()
        return found.filter { $0.count == shortest }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
