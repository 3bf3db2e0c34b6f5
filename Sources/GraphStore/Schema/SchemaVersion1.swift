extension Schema {
    /// Days count from 1970-01-01; spans are UTF-8 bytes of the document's text. Text with a NUL in it is kept as a blob (`StoredText`).
    ///
    /// `names` holds what an actor is called: `reason` is "name" for the name that extraction gave, "mention" for words that a text uses for it.
    /// A statement remembers the name it came with apart from its actor, so that actors can be merged and split again.
    /// `mentions` says how often each document uses each name, so that removing the document takes away exactly that.
    static let version1 = """
        PRAGMA user_version = 1;

        CREATE TABLE documents (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            hash TEXT NOT NULL,
            day INTEGER,
            title TEXT,
            source TEXT,
            url TEXT,
            text TEXT NOT NULL
        );

        CREATE TABLE sentences (
            key INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES documents(key),
            number INTEGER NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            text TEXT NOT NULL
        );
        CREATE INDEX sentencesOfDocument ON sentences(document, number);

        CREATE TABLE actors (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE
        );

        CREATE TABLE names (
            key INTEGER PRIMARY KEY,
            actor INTEGER NOT NULL REFERENCES actors(key),
            name TEXT NOT NULL,
            type TEXT NOT NULL,
            folded TEXT NOT NULL,
            reason TEXT NOT NULL,
            uses INTEGER NOT NULL,
            UNIQUE (actor, name, type, reason)
        );
        CREATE INDEX namesByFolded ON names(folded, actor);

        CREATE TABLE mentions (
            document INTEGER NOT NULL REFERENCES documents(key),
            name INTEGER NOT NULL REFERENCES names(key),
            count INTEGER NOT NULL,
            PRIMARY KEY (document, name)
        ) WITHOUT ROWID;
        CREATE INDEX mentionsOfName ON mentions(name);

        CREATE TABLE statements (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            sentence INTEGER NOT NULL REFERENCES sentences(key),
            number INTEGER NOT NULL,
            subject INTEGER NOT NULL REFERENCES actors(key),
            subjectName INTEGER NOT NULL,
            subjectMention TEXT,
            subjectStart INTEGER,
            subjectEnd INTEGER,
            relation TEXT NOT NULL,
            class TEXT NOT NULL,
            mode TEXT,
            object INTEGER NOT NULL REFERENCES actors(key),
            objectName INTEGER NOT NULL,
            objectMention TEXT,
            objectStart INTEGER,
            objectEnd INTEGER,
            isSymmetric INTEGER NOT NULL,
            status TEXT NOT NULL,
            predicate TEXT NOT NULL,
            lemma TEXT NOT NULL,
            predicateStart INTEGER NOT NULL,
            predicateEnd INTEGER NOT NULL,
            speaker TEXT,
            speakerID TEXT,
            speechVerb TEXT,
            speakerStart INTEGER,
            speakerEnd INTEGER,
            day INTEGER,
            lastDay INTEGER,
            datePrecision TEXT,
            dateText TEXT,
            dateSource TEXT,
            place TEXT,
            topic TEXT,
            confidence REAL NOT NULL,
            rule TEXT NOT NULL,
            detail TEXT
        );
        CREATE INDEX statementsOfSentence ON statements(sentence);
        CREATE INDEX statementsBySubject ON statements(subject, relation, day, object);
        CREATE INDEX statementsByObject ON statements(object, relation, day, subject);
        CREATE INDEX statementsByDay ON statements(day, subject, object);

        CREATE TABLE quantities (
            statement INTEGER NOT NULL REFERENCES statements(key),
            number INTEGER NOT NULL,
            value REAL NOT NULL,
            unit TEXT NOT NULL,
            text TEXT NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            PRIMARY KEY (statement, number)
        ) WITHOUT ROWID;

        CREATE VIRTUAL TABLE sentencesText USING fts5(
            text, content='sentences', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
        );
        CREATE TRIGGER sentencesTextAdd AFTER INSERT ON sentences BEGIN
            INSERT INTO sentencesText(rowid, text) VALUES (new.key, new.text);
        END;
        CREATE TRIGGER sentencesTextRemove AFTER DELETE ON sentences BEGIN
            INSERT INTO sentencesText(sentencesText, rowid, text) VALUES ('delete', old.key, old.text);
        END;

        CREATE VIRTUAL TABLE namesText USING fts5(
            name, content='names', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
        );
        CREATE TRIGGER namesTextAdd AFTER INSERT ON names BEGIN
            INSERT INTO namesText(rowid, name) VALUES (new.key, new.name);
        END;
        CREATE TRIGGER namesTextRemove AFTER DELETE ON names BEGIN
            INSERT INTO namesText(namesText, rowid, name) VALUES ('delete', old.key, old.name);
        END;
        """
}
