import KnowledgeGraph

/// Statements that share one line: one pair, one direction, and never a denied beside an affirmed one.
struct EdgeBundle {
    var subject: Actor
    var object: Actor
    var isDenied: Bool
    var statements: [Statement]
    /// A standing relation that only explains who belongs where.
    var isSecondary = false
    /// Where it stands on a timeline; nil in a network.
    var row: TimelineRow?

    var isSymmetric: Bool { statements.allSatisfy(\.isSymmetric) }
    var isUntyped: Bool { statements.allSatisfy { $0.relationClass == .other } }
    var confidence: Double { statements.map(\.confidence).max() ?? 0 }

    /// Bundles in order of first mention.
    ///
    /// A symmetric relation joins the line of its pair, whichever way that runs.
    static func bundles(of statements: [Statement]) -> [EdgeBundle] {
        var bundles: [EdgeBundle] = []
        var indexOfKey: [Key: Int] = [:]
        for statement in statements where !statement.isSymmetric {
            add(statement, Key(statement), to: &bundles, &indexOfKey)
        }
        for statement in statements where statement.isSymmetric {
            let key = Key(statement)
            let joinsReversed = indexOfKey[key] == nil && indexOfKey[key.reversed] != nil
            add(statement, joinsReversed ? key.reversed : key, to: &bundles, &indexOfKey)
        }
        var position: [Statement.ID: Int] = [:]
        for (index, statement) in statements.enumerated() { position[statement.id] = position[statement.id] ?? index }
        for index in bundles.indices {
            bundles[index].statements.sort { position[$0.id, default: 0] < position[$1.id, default: 0] }
        }
        return bundles.sorted {
            position[$0.statements.first?.id ?? "", default: 0] < position[$1.statements.first?.id ?? "", default: 0]
        }
    }

    private struct Key: Hashable {
        var subject, object: Actor.ID
        var isDenied: Bool

        init(_ statement: Statement) {
            (subject, object) = (statement.subject.actor.id, statement.object.actor.id)
            isDenied = statement.status == .denied
        }

        var reversed: Key {
            var key = self
            (key.subject, key.object) = (object, subject)
            return key
        }
    }

    private static func add(_ statement: Statement, _ key: Key, to bundles: inout [EdgeBundle], _ indexOfKey: inout [Key: Int]) {
        if let index = indexOfKey[key] {
            bundles[index].statements.append(statement)
        } else {
            indexOfKey[key] = bundles.count
            bundles.append(
                EdgeBundle(
                    subject: statement.subject.actor, object: statement.object.actor, isDenied: key.isDenied,
                    statements: [statement]))
        }
    }
}
