import GraphStore
import KnowledgeGraph

/// A name given on the command line, and the actor it was taken for.
enum FollowedName {
    /// The actor; what was followed to find it is reported on standard error unless it is the very name.
    static func resolve(_ name: String, in store: GraphStore) throws -> Actor {
        let match = try store.actor(named: name)
        let actor = match.actor
        let others = try store.names(of: actor.id).filter { $0 != actor.name }
        let also = others.isEmpty ? "" : ", also called \(others.prefix(5).joined(separator: ", "))"
        switch match.reason {
        case .id, .name:
            if match.query != actor.name || !others.isEmpty { report("\(actor.name) (\(actor.id))\(also)") }
        case .alias:
            report("\"\(match.query)\" is a name of \(actor.name) (\(actor.id))\(also)")
        case .part:
            report("\"\(match.query)\" is taken for \(actor.name) (\(actor.id))\(also)")
        }
        return actor
    }

    private static func report(_ line: String) {
        StandardError.write(TerminalText.safe(line))
    }
}
