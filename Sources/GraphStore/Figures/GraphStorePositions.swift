import GRDB
public import KnowledgeGraph

/// Where a figure has an actor.
///
/// Positions are kept by name of the figure, so that it looks alike whenever it is drawn. They are no statements: documents may come and go
/// under them. A position goes when its actor does, with the last statement that names it. A merged actor keeps its own, which is its
/// target's as long as that has none, and its own again after a split.
extension GraphStore {
    /// The positions of a figure's actors, by the ids that they have after all merges; empty for a figure of which nothing is kept.
    public func positions(figure: String) throws -> [Actor.ID: (x: Double, y: Double)] {
        try read { snapshot in
            // An actor's own position before those of actors that have been merged into it.
            let rows = try RawStatement(
                """
                SELECT r.id, p.x, p.y FROM positions p JOIN actors a ON a.key = p.actor JOIN actors r ON r.key = coalesce(a.root, a.key)
                WHERE p.figure = ? ORDER BY r.id, a.root IS NOT NULL, a.id
                """, in: snapshot.database)
            try rows.bind(figure, at: 1)
            var positions: [Actor.ID: (x: Double, y: Double)] = [:]
            try rows.forEach { row in
                let id = try row.text(0)
                if positions[id] == nil { positions[id] = (try row.real(1), try row.real(2)) }
            }
            return positions
        }
    }

    /// Keeps positions; those of the figure's other actors stay. Actors that the database does not have are passed over.
    ///
    /// Throws `invalidPosition` when a coordinate is not finite, and keeps nothing then.
    public func keep(positions: [Actor.ID: (x: Double, y: Double)], figure: String) throws {
        try write { writer in
            let find = try RawStatement("SELECT key FROM actors WHERE id = ?", in: writer.database)
            let insert = try RawStatement("INSERT OR REPLACE INTO positions (figure, actor, x, y) VALUES (?, ?, ?, ?)", in: writer.database)
            for (id, position) in positions.sorted(by: { $0.key < $1.key }) {
                guard position.x.isFinite, position.y.isFinite else { throw GraphStoreError.invalidPosition(actor: id, figure: figure) }
                try find.bind(id, at: 1)
                guard let actor = try find.first({ try $0.key(0) }) else { continue }
                try insert.bind(figure, at: 1)
                insert.bind(actor, at: 2)
                insert.bind(position.x, at: 3)
                insert.bind(position.y, at: 4)
                try insert.run()
                writer.changeFigures()
            }
        }
    }

    /// Forgets all positions of a figure; false when there were none.
    @discardableResult
    public func removePositions(figure: String) throws -> Bool {
        try write { writer in
            let delete = try RawStatement("DELETE FROM positions WHERE figure = ?", in: writer.database)
            try delete.bind(figure, at: 1)
            try delete.run()
            guard writer.database.changesCount > 0 else { return false }
            writer.changeFigures()
            return true
        }
    }

    /// The figures of which positions are kept, in order.
    public func figures() throws -> [String] {
        try read { snapshot in
            let rows = try RawStatement("SELECT DISTINCT figure FROM positions ORDER BY figure", in: snapshot.database)
            var figures: [String] = []
            try rows.forEach { figures.append(try $0.text(0)) }
            return figures
        }
    }
}
