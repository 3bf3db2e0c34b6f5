import GRDB

/// The tables of a graph database and how older ones become today's.
enum Schema {
    /// Creates or updates the tables, each step in a transaction.
    static func migrate(_ connection: DatabaseQueue) throws {
        while true {
            let before = try connection.read(applied)
            do {
                return try migrator.migrate(connection)
            } catch {
                // Another process may have taken the same step at the same time: then the next ones are left.
                guard try connection.read(applied).count > before.count else { throw error }
            }
        }
    }

    /// Whether the tables are those of an earlier version.
    private static func isOutdated(_ database: Database) throws -> Bool {
        try !applied(database).isEmpty && !migrator.hasCompletedMigrations(database)
    }

    /// Throws when the tables are not today's.
    static func check(_ database: Database, path: String) throws {
        guard try !applied(database).isEmpty else { throw GraphStoreError.empty(path: path) }
        guard try !migrator.hasBeenSuperseded(database) else { throw GraphStoreError.tooNew(path: path) }
        guard try !isOutdated(database) else { throw GraphStoreError.tooOld(path: path) }
        guard try migrator.hasCompletedMigrations(database) else { throw GraphStoreError.empty(path: path) }
    }

    /// The steps that were taken. Another process may be making the table of them: asking whether it is there begins the transaction, so
    /// that the next question is asked of the same state. GRDB asks the other way round, and fails when the table comes up in between.
    private static func applied(_ database: Database) throws -> Set<String> {
        let isThere = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'grdb_migrations')")
        return isThere == true ? try migrator.appliedIdentifiers(database) : []
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
        migrator.registerMigration("3 files of statements, positions in figures") { try $0.execute(sql: version3) }
        migrator.registerMigration("4 statements by id, the newest, the most used names") { try $0.execute(sql: version4) }
        return migrator
    }
}
