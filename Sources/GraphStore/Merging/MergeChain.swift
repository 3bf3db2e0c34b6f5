import KnowledgeGraph
import GRDB

/// Where a chain of merges ends.
enum MergeChain {
    /// - Parameters:
    ///   - id: an actor's id.
    ///   - find: a query that gives the target of the actor with an id.
    static func root(of id: String, by find: RawStatement) throws -> String {
        var (root, passed) = (id, Set([ByteText(id)]))
        while true {
            try find.bind(root, at: 1)
            guard let next = try find.first({ try $0.text(0) }) else { return root }
            guard passed.insert(ByteText(next)).inserted else { throw DatabaseError.damage("the merges of an actor go round in a circle") }
            root = next
        }
    }
}
