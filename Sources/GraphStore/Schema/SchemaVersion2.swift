extension Schema {
    /// Days count from 1970-01-01. Text with a NUL in it is kept as a blob (`StoredText`). The numbers that stand for statuses, types and the
    /// like are those of `StoredCode`. References are not enforced while writing, which would cost a search each: tests check them.
    ///
    /// What would be said again and again stands in one place. A sentence, a mention or a predicate whose text is NULL reads as its span of
    /// the document does, whose text is kept whole: spans count UTF-8 bytes, those of a statement from where its sentence starts. Words that
    /// many statements share are in `texts`, relation types in `relations`.
    ///
    /// The sentences and the statements of a document have keys one after the other, in the order the document has them: `documents` says
    /// where they begin and how many they are.
    ///
    /// `names` holds what an actor is called. `actor` is whom the name stands for; after a merge that is another one than the `origin`, to
    /// whom it goes back when the merge is undone (NULL when they are the same). A statement's `subject` is the actor of its `subjectName`;
    /// `subjectAlias` is the name that its words are. `uses` count the statements that use a row, so that nothing outlives its last use.
    static let version2 = """
        PRAGMA user_version = 2;

        -- How many transactions have changed the graph, and how many of them have done more than add to it: tells whether what was read
        -- before still holds.
        CREATE TABLE state (changes INTEGER NOT NULL, removals INTEGER NOT NULL);
        INSERT INTO state VALUES (0, 0);

        -- Rows that fill pages; see `LogFolding`.
        CREATE TABLE padding (
            key INTEGER PRIMARY KEY,
            number INTEGER NOT NULL,
            filler BLOB NOT NULL
        );
        WITH RECURSIVE rows(key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM rows WHERE key < 24)
            INSERT INTO padding SELECT key, 2, zeroblob(2600) FROM rows;

        CREATE TABLE texts (
            key INTEGER PRIMARY KEY,
            text TEXT NOT NULL UNIQUE,
            uses INTEGER NOT NULL
        );

        CREATE TABLE relations (
            key INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            class TEXT NOT NULL,
            isSymmetric INTEGER NOT NULL,
            uses INTEGER NOT NULL,
            UNIQUE (name, class, isSymmetric)
        );

        CREATE TABLE documents (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
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

        CREATE TABLE sentences (
            key INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES documents(key),
            number INTEGER NOT NULL,
            start INTEGER NOT NULL,
            length INTEGER NOT NULL,
            text TEXT
        );

        -- The few whose text is not the document's at their span.
        CREATE INDEX sentencesApart ON sentences(document) WHERE text IS NOT NULL;

        -- A merged actor counts as its root.
        CREATE TABLE actors (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            root INTEGER REFERENCES actors(key)
        );
        CREATE INDEX actorsByRoot ON actors(root) WHERE root IS NOT NULL;

        CREATE TABLE merges (
            key INTEGER PRIMARY KEY,
            actor TEXT NOT NULL UNIQUE,
            target TEXT NOT NULL,
            reason TEXT NOT NULL,
            time TEXT NOT NULL
        );
        CREATE INDEX mergesByTarget ON merges(target);

        CREATE TABLE names (
            key INTEGER PRIMARY KEY,
            actor INTEGER NOT NULL REFERENCES actors(key),
            origin INTEGER REFERENCES actors(key),
            type INTEGER NOT NULL,
            reason INTEGER NOT NULL,
            uses INTEGER NOT NULL,
            name TEXT NOT NULL,
            folded TEXT NOT NULL
        );
        CREATE INDEX namesByActor ON names(actor);
        CREATE INDEX namesByFolded ON names(folded, actor);
        CREATE INDEX namesByOrigin ON names(origin) WHERE origin IS NOT NULL;

        CREATE TABLE statements (
            key INTEGER PRIMARY KEY,
            subject INTEGER NOT NULL REFERENCES actors(key),
            object INTEGER NOT NULL REFERENCES actors(key),
            relation INTEGER NOT NULL REFERENCES relations(key),
            status INTEGER NOT NULL,
            day INTEGER,
            lastDay INTEGER,
            sentence INTEGER NOT NULL REFERENCES sentences(key),
            -- In ten-thousandths, if they give it to the last bit; otherwise as it is.
            confidence NOT NULL,
            place INTEGER REFERENCES texts(key),
            topic TEXT,
            speaker INTEGER REFERENCES texts(key),
            mode INTEGER REFERENCES texts(key),
            -- 16 hex digits as the number they write, anything else as it is.
            id NOT NULL,
            subjectName INTEGER NOT NULL REFERENCES names(key),
            subjectAlias INTEGER REFERENCES names(key),
            subjectMention INTEGER REFERENCES texts(key),
            subjectStart INTEGER,
            subjectLength INTEGER,
            objectName INTEGER NOT NULL REFERENCES names(key),
            objectAlias INTEGER REFERENCES names(key),
            objectMention INTEGER REFERENCES texts(key),
            objectStart INTEGER,
            objectLength INTEGER,
            predicate INTEGER REFERENCES texts(key),
            lemma INTEGER NOT NULL REFERENCES texts(key),
            predicateStart INTEGER NOT NULL,
            predicateLength INTEGER NOT NULL,
            speakerID INTEGER REFERENCES texts(key),
            speechVerb INTEGER REFERENCES texts(key),
            speechStart INTEGER,
            speechLength INTEGER,
            datePrecision INTEGER,
            dateText INTEGER REFERENCES texts(key),
            dateSource INTEGER,
            rule INTEGER NOT NULL REFERENCES texts(key),
            detail TEXT,
            quantities INTEGER NOT NULL
        );
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
            length INTEGER NOT NULL,
            PRIMARY KEY (statement, number)
        ) WITHOUT ROWID;

        CREATE VIEW sentenceTexts AS
            SELECT e.key, coalesce(e.text, CAST(substr(CAST(d.text AS BLOB), e.start + 1, e.length) AS TEXT)) AS text
            FROM sentences e JOIN documents d ON d.key = e.document;
        CREATE VIRTUAL TABLE sentencesText USING fts5(
            text, content='sentenceTexts', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
        );
        CREATE VIRTUAL TABLE sentenceWords USING fts5vocab(sentencesText, row);
        CREATE VIRTUAL TABLE namesText USING fts5(
            name, content='names', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
        );
        -- Bytes of new words that are gathered before they are written out.
        INSERT INTO sentencesText(sentencesText, rank) VALUES ('hashsize', 16777216);
        INSERT INTO namesText(namesText, rank) VALUES ('hashsize', 4194304);
        """
}
