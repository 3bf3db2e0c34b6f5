import GRDB

/// Takes a document out, inside a transaction: its statements and sentences, and the names and actors that nobody else uses.
enum DocumentRemoval {
    static func remove(_ document: Int64, from database: Database) throws {
        let names = try Int64.fetchAll(database, sql: "SELECT name FROM mentions WHERE document = ?", arguments: [document])
        let steps = [
            """
            UPDATE names SET uses = uses - (SELECT count FROM mentions WHERE document = :document AND name = names.key)
            WHERE key IN (SELECT name FROM mentions WHERE document = :document)
            """,
            "DELETE FROM mentions WHERE document = :document",
            """
            DELETE FROM quantities WHERE statement IN (
                SELECT statements.key FROM statements JOIN sentences ON sentences.key = statements.sentence
                WHERE sentences.document = :document)
            """,
            "DELETE FROM statements WHERE sentence IN (SELECT key FROM sentences WHERE document = :document)",
            "DELETE FROM sentences WHERE document = :document",
            "DELETE FROM documents WHERE key = :document",
        ]
        for step in steps {
            try database.execute(sql: step, arguments: ["document": document])
        }
        for name in names {
            try removeIfUnused(name, from: database)
        }
    }

    private static func removeIfUnused(_ name: Int64, from database: Database) throws {
        let actor = try Int64.fetchOne(
            database.cachedStatement(sql: "DELETE FROM names WHERE key = ? AND uses = 0 RETURNING actor"), arguments: [name])
        guard let actor else { return }
        try database.cachedStatement(sql: "DELETE FROM actors WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM names WHERE actor = ?1)")
            .execute(arguments: [actor])
    }
}
