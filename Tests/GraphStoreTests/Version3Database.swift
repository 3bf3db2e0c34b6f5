import GRDB

@testable import GraphStore

/// A database as version 3 made it: one of version 2 that was brought up to date, with a position. Its SQL is that of version 3, which never
/// changes.
enum Version3Database {
    static func write(to path: String) throws {
        try Version2Database.write(to: path)
        var unchecked = Configuration()
        unchecked.foreignKeysEnabled = false
        try DatabaseQueue(path: path, configuration: unchecked).write { database in
            try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('3 files of statements, positions in figures')")
            try database.execute(sql: tables)
            try database.execute(sql: "INSERT INTO positions SELECT 'main', key, 1, 2 FROM actors WHERE id = 'person/ana-ruiz'")
        }
    }

    private static let tables = """
        PRAGMA user_version = 3;

        DROP VIEW sentenceTexts;
        CREATE TABLE documents3 (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            file TEXT,
            part INTEGER,
            hash TEXT NOT NULL,
            day INTEGER,
            firstSentence INTEGER NOT NULL,
            sentences INTEGER NOT NULL,
            firstStatement INTEGER NOT NULL,
            statements INTEGER NOT NULL,
            title TEXT,
            source TEXT,
            url TEXT,
            text TEXT NOT NULL
        );
        INSERT INTO documents3 (key, id, hash, day, firstSentence, sentences, firstStatement, statements, title, source, url, text)
            SELECT key, id, hash, day, firstSentence, sentences, firstStatement, statements, title, source, url, text FROM documents
            ORDER BY key;
        DROP TABLE documents;
        ALTER TABLE documents3 RENAME TO documents;
        CREATE INDEX documentsByID ON documents(id, file, part);
        CREATE INDEX documentsOfFile ON documents(file, part) WHERE file IS NOT NULL;
        CREATE VIEW sentenceTexts AS
            SELECT e.key, coalesce(e.text, CAST(substr(CAST(d.text AS BLOB), e.start + 1, e.length) AS TEXT)) AS text
            FROM sentences e JOIN documents d ON d.key = e.document;

        CREATE TABLE positions (
            figure TEXT NOT NULL,
            actor INTEGER NOT NULL REFERENCES actors(key),
            x REAL NOT NULL,
            y REAL NOT NULL,
            PRIMARY KEY (figure, actor)
        ) WITHOUT ROWID;
        CREATE INDEX positionsOfActor ON positions(actor);
        CREATE TRIGGER positionsGoWithActor AFTER DELETE ON actors BEGIN
            DELETE FROM positions WHERE actor = old.key;
        END;
        """
}
