/// Actors and the statements between them, in memory: neighbours, paths, time slices.
///
/// A value: build it once, read it from any number of tasks. It does not depend on the order the statements came in.
///
/// ```swift
/// let graph = Graph(statements)
/// for path in graph.shortestPaths(from: "person/ana-ruiz", to: "country/mali", maximumLength: 3) { print(path.actors) }
/// ```
/// Actors are named by their ids; an id that no statement has gives empty results. The adjacency is compressed sparse rows, each sorted
/// by day, so that a stretch of time is a stretch of a row. Building costs O(n log n) for n statements.
public struct Graph: Sendable {
    /// Everybody who takes part in a statement, by id. Where documents disagree on a name or type, the commonest one stands.
    public let actors: [Actor]
    /// Oldest first, those without a date before all others; a statement that came twice (same id) is here once.
    public let statements: [Statement]
    /// The same in numbers: actor `n` is `actors[n]`, statement `n` is `statements[n]`.
    package let topology: Topology
    let indices: [String: Int]

    public init(_ statements: some Sequence<Statement>) {
        var seen: Set<String> = []
        self.statements = statements.sorted(by: Self.precedes).filter { seen.insert($0.id).inserted }
        actors = Self.actors(of: self.statements)
        indices = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1.id, $0) })
        topology = Self.topology(of: self.statements, indices: indices)
    }

    /// The actor with this id. O(1).
    public func actor(_ id: String) -> Actor? {
        indices[id].map { actors[$0] }
    }

    /// The actor's number in `actors` and in the topology. O(1).
    package func index(of actor: String) -> Int? { indices[actor] }

    /// Some of the statements of a graph, in its order.
    init(_ statements: [Statement], of whole: Graph) {
        self.statements = statements
        let ids = Set(statements.flatMap { [$0.subject.actor.id, $0.object.actor.id] })
        actors = whole.actors.filter { ids.contains($0.id) }
        indices = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1.id, $0) })
        topology = Self.topology(of: statements, indices: indices)
    }

    private static func topology(of statements: [Statement], indices: [String: Int]) -> Topology {
        var columns = Topology.Columns(actorCount: indices.count, statementCount: statements.count)
        for statement in statements {
            guard let subject = indices[statement.subject.actor.id], let object = indices[statement.object.actor.id] else {
                preconditionFailure("every actor of a statement has an index")
            }
            let kind = columns.kind(
                relation: statement.relation, class: statement.relationClass, status: statement.status,
                isSymmetric: statement.isSymmetric)
            columns.append(subject: subject, object: object, kind: kind, days: statement.date.map(\.daysSince1970))
        }
        let (topology, _) = Topology.build(columns)
        return topology
    }

    /// By day, document, place in the document, id: an order of all statements that no input order changes.
    private static func precedes(_ left: Statement, _ right: Statement) -> Bool {
        func day(_ statement: Statement) -> Int { statement.date?.start.daysSince1970 ?? Int.min }
        if day(left) != day(right) { return day(left) < day(right) }
        if left.document != right.document { return left.document < right.document }
        if left.evidence.span.lowerBound != right.evidence.span.lowerBound {
            return left.evidence.span.lowerBound < right.evidence.span.lowerBound
        }
        if left.predicate.span.lowerBound != right.predicate.span.lowerBound {
            return left.predicate.span.lowerBound < right.predicate.span.lowerBound
        }
        return left.id < right.id
    }

    /// One actor an id: the commonest name and type, then the longest name, then the first in the alphabet.
    private static func actors(of statements: [Statement]) -> [Actor] {
        var counts: [Actor: Int] = [:]
        for statement in statements {
            counts[statement.subject.actor, default: 0] += 1
            counts[statement.object.actor, default: 0] += 1
        }
        var chosen: [String: Actor] = [:]
        for (actor, count) in counts {
            guard let other = chosen[actor.id] else {
                chosen[actor.id] = actor
                continue
            }
            if actor.stands(before: other, uses: count, otherUses: counts[other] ?? 0) {
                chosen[actor.id] = actor
            }
        }
        return chosen.values.sorted { $0.id < $1.id }
    }
}
