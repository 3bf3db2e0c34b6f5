import GraphStore
import KnowledgeGraph

/// A name given on the command line, and the actor it was taken for.
enum FollowedName {
    /// The actor; what was followed to find it is reported on standard error unless it is the very name.
    static func resolve(_ name: String, in store: GraphStore) throws -> Actor {
        let match = try store.actor(named: name)
        let actor = match.actor
        let aliases = try store.names(of: actor.id).filter { $0 != actor.name }
        let merged = try store.actors(mergedInto: actor.id)
        let followed = "\(actor.name) (\(actor.id))" + clause(", also called ", aliases) + clause("; merged into it: ", merged)
        switch match.reason {
        case .id where match.query.lowercased() != actor.id.lowercased():
            report("\(match.query) has been merged into \(followed)")
        case .id, .name:
            if match.query != actor.name || !aliases.isEmpty || !merged.isEmpty { report(followed) }
        case .alias:
            report("\"\(match.query)\" is a name of \(followed)")
        case .part:
            report("\"\(match.query)\" is taken for \(followed)")
        }
        return actor
    }

    /// The first five; nothing when there are none.
    private static func clause(_ words: String, _ names: [String]) -> String {
        guard !names.isEmpty else { return "" }
        let more = names.count > 5 ? " and \(names.count - 5) more" : ""
        return words + names.prefix(5).joined(separator: ", ") + more
    }

    private static func report(_ line: String) {
        StandardError.write(TerminalText.safe(line))
    }
}
