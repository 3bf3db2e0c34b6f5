import GRDB

/// The tables of a graph database and how older ones become today's.
enum Schema {
    /// Creates or updates the tables, each step in a transaction.
    static func migrate(_ connection: DatabaseQueue) throws {
        while true {
            let before = try connection.read(migrator.appliedIdentifiers)
            do {
                return try migrator.migrate(connection)
            } catch {
                // Another process may have taken the same step at the same time: then the next ones are left.
                guard try connection.read(migrator.appliedIdentifiers).count > before.count else { throw error }
            }
        }
    }

    /// Whether the tables are those of an earlier version.
    static func isOutdated(_ database: Database) throws -> Bool {
        try !migrator.appliedIdentifiers(database).isEmpty && !migrator.hasCompletedMigrations(database)
    }

    /// Throws when the tables are not today's.
    static func check(_ database: Database, path: String) throws {
        guard try !migrator.hasBeenSuperseded(database) else { throw GraphStoreError.tooNew(path: path) }
        guard try !isOutdated(database) else { throw GraphStoreError.tooOld(path: path) }
        guard try migrator.hasCompletedMigrations(database) else { throw GraphStoreError.empty(path: path) }
    }

    /// A released migration never changes: what comes later is another migration.
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 documents, statements and names") { try $0.execute(sql: version1) }
        migrator.registerMigration("2 texts once, spans for words") { database in
            try database.execute(sql: version1Renamed)
            try database.execute(sql: version2)
            try database.execute(sql: version1Moved)
        }
        return migrator
    }
}
