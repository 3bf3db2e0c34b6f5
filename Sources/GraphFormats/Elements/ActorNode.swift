import KnowledgeGraph

/// An actor as a node of another tool's graph: who it is, and what the statements say of it in numbers.
struct ActorNode: Sendable {
    var actor: Actor
    /// Statements in which it is the subject, or the object.
    var subjectOf = 0
    var objectOf = 0
    /// How many documents name it.
    var documents = 0
    /// From the first day of its statements to the last; nil when none has a date.
    var days: ClosedRange<CalendarDate>?
    /// The other names and types that statements give it, with how often.
    var variants: [Actor: Int] = [:]
}

/// The actors of a graph, gathered in one pass: in the order in which the statements first name them.
///
/// Memory grows with the actors only.
struct ActorNodes {
    private(set) var nodes: [ActorNode] = []
    private var indices: [ByteText: Int] = [:]
    private var lastDocuments: [String] = []

    /// - Parameter visit: sees each side of each statement with the number of its node, for what only one format gathers.
    init(of statements: some Sequence<Statement>, visit: (Int, Participant, Statement) -> Void = { _, _, _ in }) {
        for statement in statements {
            let subject = add(statement.subject.actor, in: statement)
            let object = add(statement.object.actor, in: statement)
            nodes[subject].subjectOf += 1
            nodes[object].objectOf += 1
            visit(subject, statement.subject, statement)
            visit(object, statement.object, statement)
        }
        for index in nodes.indices where !nodes[index].variants.isEmpty { nodes[index].settle() }
    }

    private mutating func add(_ actor: Actor, in statement: Statement) -> Int {
        let index: Int
        let id = ByteText(actor.id)
        if let known = indices[id] {
            index = known
            if nodes[index].actor != actor { nodes[index].variants[actor, default: 0] += 1 }
        } else {
            index = nodes.count
            indices[id] = index
            nodes.append(ActorNode(actor: actor))
            lastDocuments.append("")
        }
        // Statements come by document.
        if nodes[index].documents == 0 || lastDocuments[index] != statement.document {
            nodes[index].documents += 1
            lastDocuments[index] = statement.document
        }
        if let days = statement.date?.days {
            nodes[index].days = nodes[index].days.map { min($0.lowerBound, days.lowerBound)...max($0.upperBound, days.upperBound) } ?? days
        }
        return index
    }
}

extension ActorNode {
    /// As in our own graph: other names that extraction gave, then what texts call the actor, the most used first.
    ///
    /// - Parameter mentions: names that texts use for it, with how often.
    func aliases(mentions: [String: Int]) -> [String] {
        var names: [String: Int] = [:]
        for (variant, uses) in variants where variant.name != actor.name { names[variant.name, default: 0] += uses }
        let others = mentions.filter { $0.key != actor.name && names[$0.key] == nil }
        return [names, others].flatMap { $0.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key) }
    }

    /// Takes the name and type that stand where statements disagree, as a graph in memory does.
    fileprivate mutating func settle() {
        variants[actor] = subjectOf + objectOf - variants.values.reduce(0, +)
        for (variant, uses) in variants where variant.stands(before: actor, uses: uses, otherUses: variants[actor] ?? 0) {
            actor = variant
        }
        variants[actor] = nil
    }
}

extension StatementDate {
    /// First to last day; the first alone where a file has the last before it.
    var days: ClosedRange<CalendarDate> { start...max(start, end) }
}
