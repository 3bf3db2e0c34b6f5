extension Schema {
    /// Documents that are named by files of statements, and positions in figures.
    ///
    /// A row of `documents` with a `file` holds what a file of statements says of a document, whose text is not known: `id` is the document
    /// that the statements name, `file` the id of the file, and `part` the place in it. A file has a row for each run of statements that
    /// name the same document, long runs in several. There may be a row without a file for the same document: then the document itself has
    /// been read. Statements may be missing among the keys of a row with a file: those that reading the document itself has given, too.
    ///
    /// `positions` says where figures have an actor. They are no part of what documents say, and go with the actor.
    static let version3 = """
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
