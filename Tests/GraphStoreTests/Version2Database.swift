import Foundation
import GRDB

@testable import GraphStore

/// A database as version 2 made it: its tables and rows, written down from a file that the released code had made of the documents of
/// `Version1Database` and a merge.
enum Version2Database {
    static func write(to path: String) throws {
        var unchecked = Configuration()
        unchecked.foreignKeysEnabled = false
        try DatabaseQueue(path: path, configuration: unchecked).write { database in
            try database.execute(sql: "PRAGMA application_id = \(DatabaseFile.applicationID)")
            try database.execute(
                sql: """
                    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
                    INSERT INTO grdb_migrations VALUES ('1 documents, statements and names'), ('2 texts once, spans for words');
                    """)
            try database.execute(sql: tables)
            try database.execute(sql: rows)
            try database.execute(
                sql: """
                    INSERT INTO sentencesText(sentencesText) VALUES ('rebuild');
                    INSERT INTO namesText(namesText) VALUES ('rebuild');
                    """)
        }
    }

    /// The merge that it holds.
    static let merge = ActorMerge(actor: "person/bo-ek", target: "person/ana-ruiz", reason: "a test", time: "2025-06-01")

    /// The SQL of version 2, which never changes.
    private static let tables = """
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

    private static let rows = """
        UPDATE state SET (changes, removals) = (5,1);
        INSERT INTO texts VALUES
            (1,'Ruiz',12),
            (2,'met-with',8),
            (3,'test',17),
            (4,'he',4),
            (5,'visited',8),
            (6,'The Leader',4),
            (7,'accused',8),
            (8,'Bamako',4),
            (9,'spoke-with',8),
            (10,'phone',4),
            (11,'said',3),
            (12,'meet',1),
            (13,X'6E756C200020696E73696465',4),
            (14,'The Envoy',1);
        INSERT INTO relations VALUES
            (1,'met-with','CONSULT',0,4),
            (2,'visited','CONSULT',0,4),
            (3,'accused','CONSULT',0,4),
            (4,'spoke-with','CONSULT',0,4),
            (5,'met-with','CONSULT',1,1);
        INSERT INTO documents VALUES
            (1,'d1','acd6afa19a7c4e355df09de48c7e9677',20241,1,7,1,7,'Title',NULL,'https://example.org','text'),
            (2,'d2','acd6afa19a7c4e355df09de48c7e9677',20241,8,7,8,7,'Title',NULL,'https://example.org','text'),
            (3,'empty','c232da966783d94f707fee46d412dbad',NULL,0,0,0,0,NULL,NULL,NULL,''),
            (4,'zz','10a35adf00207becb305faa5ee935029',NULL,15,2,15,3,'T''itle',X'5300',NULL,'On Monday the Envoy met Mali''s leader. "É" he said: Ruiz paid 41 t.');
        INSERT INTO sentences VALUES
            (1,1,0,0,37,'José Núñez met-with José Núñez.'),
            (2,1,1,0,48,'Łukasz Wiśniewski visited Łukasz Wiśniewski.'),
            (3,1,2,0,18,'Mali accused Mali.'),
            (4,1,3,0,29,'Acme Corp met-with Acme Corp.'),
            (5,1,4,0,20,'Bo Ek visited Bo Ek.'),
            (6,1,5,0,26,'Ana Ruiz accused Ana Ruiz.'),
            (7,1,7,0,4,'Ruiz'),
            (8,2,0,0,43,'Łukasz Wiśniewski met-with José Núñez.'),
            (9,2,1,0,18,'Mali visited Mali.'),
            (10,2,2,0,24,'Acme Corp accused Bo Ek.'),
            (11,2,3,0,29,'Bo Ek met-with José Núñez.'),
            (12,2,4,0,22,'Ana Ruiz visited Mali.'),
            (13,2,5,0,28,'José Núñez accused Bo Ek.'),
            (14,2,7,0,4,'Ruiz'),
            (15,4,0,0,38,NULL),
            (16,4,1,39,29,NULL);
        INSERT INTO actors VALUES
            (1,'person/josé-núñez',NULL),
            (2,'person/łukasz-wiśniewski',NULL),
            (3,'person/mali',NULL),
            (4,'person/acme-corp',NULL),
            (5,'person/bo-ek',6),
            (6,'person/ana-ruiz',NULL);
        INSERT INTO merges VALUES
            (1,'person/bo-ek','person/ana-ruiz','a test','2025-06-01');
        INSERT INTO names VALUES
            (1,1,NULL,5,0,5,'José Núñez','jose nunez'),
            (2,1,NULL,5,1,1,'Ruiz','ruiz'),
            (3,2,NULL,5,0,3,'Łukasz Wiśniewski','lukasz wisniewski'),
            (4,3,NULL,5,0,10,'Mali','mali'),
            (5,3,NULL,5,1,1,'The Leader','the leader'),
            (6,4,NULL,5,0,3,'Acme Corp','acme corp'),
            (7,4,NULL,5,1,1,'Ruiz','ruiz'),
            (8,6,5,5,0,5,'Bo Ek','bo ek'),
            (9,6,NULL,5,0,8,'Ana Ruiz','ana ruiz'),
            (10,6,NULL,5,1,1,'The Leader','the leader'),
            (11,6,NULL,5,1,2,'Ruiz','ruiz'),
            (12,3,NULL,5,1,4,'Bamako','bamako'),
            (13,2,NULL,5,1,1,'Ruiz','ruiz'),
            (14,4,NULL,5,1,1,'The Leader','the leader'),
            (15,6,5,5,1,1,'Ruiz','ruiz'),
            (16,1,NULL,5,1,1,'The Leader','the leader'),
            (17,6,NULL,5,1,1,'the Envoy','the envoy'),
            (18,6,NULL,5,1,1,'The Envoy','the envoy');
        INSERT INTO statements VALUES
            (1,1,1,1,0,NULL,NULL,1,5000,NULL,NULL,NULL,NULL,'d1-0-José Núñez-met-with-José Núñez-actual',1,2,1,0,4,1,NULL,NULL,NULL,NULL,2,2,1,3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,3,NULL,0),
            (2,2,2,2,0,20001,20001,2,5000,NULL,NULL,NULL,NULL,'d1-1-Łukasz Wiśniewski-visited-Łukasz Wiśniewski-actual',3,NULL,4,0,2,3,NULL,NULL,NULL,NULL,5,5,1,3,NULL,NULL,NULL,NULL,0,NULL,0,3,NULL,0),
            (3,3,3,3,0,20002,20002,3,5000,NULL,NULL,NULL,NULL,'d1-2-Mali-accused-Mali-actual',4,5,6,0,10,4,NULL,NULL,NULL,NULL,7,7,1,3,NULL,NULL,NULL,NULL,0,NULL,0,3,NULL,0),
            (4,4,4,1,0,20003,20003,4,5000,NULL,NULL,NULL,NULL,'d1-3-Acme Corp-met-with-Acme Corp-actual',6,7,1,0,4,6,NULL,NULL,NULL,NULL,2,2,1,3,NULL,NULL,NULL,NULL,0,NULL,0,3,NULL,0),
            (5,6,6,2,1,20004,20004,5,5000,NULL,NULL,NULL,NULL,'d1-4-Bo Ek-visited-Bo Ek-denied',8,NULL,4,0,2,8,NULL,NULL,NULL,NULL,5,5,1,3,NULL,NULL,NULL,NULL,0,NULL,0,3,NULL,0),
            (6,6,6,3,0,20005,20005,6,5000,NULL,NULL,NULL,NULL,'d1-5-Ana Ruiz-accused-Ana Ruiz-actual',9,10,6,0,10,9,NULL,NULL,NULL,NULL,7,7,1,3,NULL,NULL,NULL,NULL,0,NULL,0,3,NULL,0),
            (7,6,3,4,0,20240,20250,7,8750,1,'Ruiz',1,10,'d1-7-Ana Ruiz-spoke-with-Mali-actual',9,11,1,0,4,4,12,8,9,6,9,9,1,3,NULL,11,3,6,5,1,1,3,'Ruiz',2),
            (8,2,1,1,0,NULL,NULL,8,5000,NULL,NULL,NULL,NULL,'d2-0-Łukasz Wiśniewski-met-with-José Núñez-actual',3,13,1,0,4,1,NULL,NULL,NULL,NULL,2,2,1,3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,3,NULL,0),
            (9,3,3,2,0,20002,20002,9,5000,NULL,NULL,NULL,NULL,'d2-1-Mali-visited-Mali-actual',4,NULL,4,0,2,4,NULL,NULL,NULL,NULL,5,5,1,3,NULL,NULL,NULL,NULL,0,NULL,0,3,NULL,0),
            (10,4,6,3,0,20004,20004,10,5000,NULL,NULL,NULL,NULL,'d2-2-Acme Corp-accused-Bo Ek-actual',6,14,6,0,10,8,NULL,NULL,NULL,NULL,7,7,1,3,NULL,NULL,NULL,NULL,0,NULL,0,3,NULL,0),
            (11,6,1,1,0,20006,20006,11,5000,NULL,NULL,NULL,NULL,'d2-3-Bo Ek-met-with-José Núñez-actual',8,15,1,0,4,1,NULL,NULL,NULL,NULL,2,2,1,3,NULL,NULL,NULL,NULL,0,NULL,0,3,NULL,0),
            (12,6,3,2,1,20008,20008,12,5000,NULL,NULL,NULL,NULL,'d2-4-Ana Ruiz-visited-Mali-denied',9,NULL,4,0,2,4,NULL,NULL,NULL,NULL,5,5,1,3,NULL,NULL,NULL,NULL,0,NULL,0,3,NULL,0),
            (13,1,6,3,0,20010,20010,13,5000,NULL,NULL,NULL,NULL,'d2-5-José Núñez-accused-Bo Ek-actual',1,16,6,0,10,8,NULL,NULL,NULL,NULL,7,7,1,3,NULL,NULL,NULL,NULL,0,NULL,0,3,NULL,0),
            (14,6,3,4,0,20240,20250,14,8750,1,'Ruiz',1,10,'d2-7-Ana Ruiz-spoke-with-Mali-actual',9,11,1,0,4,4,12,8,9,6,9,9,1,3,NULL,11,3,6,5,1,1,3,'Ruiz',2),
            (15,6,3,5,0,20300,20300,15,0.123456789,NULL,NULL,NULL,NULL,9167811645518428330,9,17,NULL,10,9,4,NULL,NULL,24,4,NULL,12,20,3,NULL,NULL,NULL,NULL,0,NULL,0,3,NULL,0),
            (16,6,3,4,0,20240,20250,16,9400,13,X'6E756C200020696E73696465',13,10,-1,9,NULL,NULL,5,2,4,12,8,-30,6,9,9,-38,3,NULL,11,-36,6,5,13,1,3,X'6E756C200020696E73696465',2),
            (17,6,3,4,0,NULL,NULL,16,9400,13,X'6E756C200020696E73696465',NULL,10,'7F3A9C1E52D0B8AA',9,18,14,-37,9,4,12,8,-30,6,9,9,-38,3,NULL,NULL,NULL,NULL,NULL,NULL,NULL,3,X'6E756C200020696E73696465',0);
        INSERT INTO quantities VALUES
            (7,0,2.5,'tonne','2.5 t',1,5),
            (7,1,41.0,'Ruiz','',4,0),
            (14,0,2.5,'tonne','2.5 t',1,5),
            (14,1,41.0,'Ruiz','',4,0),
            (16,0,2.5,'tonne','2.5 t',-38,5),
            (16,1,41.0,X'6E756C200020696E73696465','',-35,0);
        """
}
