import Foundation
import GRDB
import KnowledgeGraph

@testable import GraphStore

/// A database as version 1 made it: its tables and rows, written down from a file that the released code had made.
enum Version1Database {
    static func write(to path: String) throws {
        var unchecked = Configuration()
        unchecked.foreignKeysEnabled = false
        try DatabaseQueue(path: path, configuration: unchecked).write { database in
            try database.execute(sql: "PRAGMA application_id = \(DatabaseFile.applicationID)")
            try database.execute(
                sql: """
                    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
                    INSERT INTO grdb_migrations VALUES ('1 documents, statements and names');
                    """)
            try database.execute(sql: tables)
            try database.execute(sql: rows)
        }
    }

    /// What was added to it, in the order of the documents.
    static var documents: [(document: GraphDocument, statements: [KnowledgeGraph.Statement])] {
        let texts = GraphDocument(
            id: "zz", title: "T'itle", source: "S\0", text: "On Monday the Envoy met Mali's leader. \"É\" he said: Ruiz paid 41 t.")
        return StoreSamples.corpus(2) + [(GraphDocument(id: "empty", text: ""), []), (texts, [first, second, third])]
    }

    private static var first: KnowledgeGraph.Statement {
        var statement = StoreSamples.statement(
            "Ana Ruiz", "met-with", "Mali", document: "zz", on: 20_300, sentence: "On Monday the Envoy met Mali's leader.")
        statement.id = "7f3a9c1e52d0b8aa"
        statement.subject.mention = TextSpan(text: "the Envoy", span: 10..<19)
        statement.object.mention = TextSpan(text: "Mali", span: 24..<28)
        statement.predicate = .init(text: "met", lemma: "meet", span: 20..<23)
        statement.confidence = 0.123456789
        statement.isSymmetric = true
        return statement
    }

    private static var second: KnowledgeGraph.Statement {
        var statement = StoreSamples.full(document: "zz", text: "nul \0 inside")
        statement.id = "ffffffffffffffff"
        statement.evidence = Evidence(sentence: "\"É\" he said: Ruiz paid 41 t.", index: 1, span: 39..<68)
        statement.subject.mention = TextSpan(text: "he", span: 44..<46)
        statement.confidence = 0.94
        return statement
    }

    private static var third: KnowledgeGraph.Statement {
        var statement = second
        statement.id = "7F3A9C1E52D0B8AA"
        statement.subject.mention = TextSpan(text: "The Envoy", span: 2..<11)
        statement.date = nil
        statement.attribution = nil
        statement.quantities = []
        return statement
    }

    /// The SQL of version 1, which never changes.
    private static let tables = """
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

    private static let rows = """
        INSERT INTO documents VALUES
            (1,'d1','acd6afa19a7c4e355df09de48c7e9677',20241,'Title',NULL,'https://example.org','text'),
            (2,'d2','acd6afa19a7c4e355df09de48c7e9677',20241,'Title',NULL,'https://example.org','text'),
            (3,'zz','10a35adf00207becb305faa5ee935029',NULL,'T''itle',X'5300',NULL,'On Monday the Envoy met Mali''s leader. "É" he said: Ruiz paid 41 t.'),
            (4,'empty','c232da966783d94f707fee46d412dbad',NULL,NULL,NULL,NULL,'');
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
            (15,3,0,0,38,'On Monday the Envoy met Mali''s leader.'),
            (16,3,1,39,68,'"É" he said: Ruiz paid 41 t.');
        INSERT INTO actors VALUES
            (1,'person/josé-núñez'),
            (2,'person/łukasz-wiśniewski'),
            (3,'person/mali'),
            (4,'person/acme-corp'),
            (5,'person/bo-ek'),
            (6,'person/ana-ruiz');
        INSERT INTO names VALUES
            (1,1,'José Núñez','person','jose nunez','name',5),
            (2,1,'Ruiz','person','ruiz','mention',1),
            (3,2,'Łukasz Wiśniewski','person','lukasz wisniewski','name',3),
            (4,3,'Mali','person','mali','name',10),
            (5,3,'The Leader','person','the leader','mention',1),
            (6,4,'Acme Corp','person','acme corp','name',3),
            (7,4,'Ruiz','person','ruiz','mention',1),
            (8,5,'Bo Ek','person','bo ek','name',5),
            (9,6,'Ana Ruiz','person','ana ruiz','name',8),
            (10,6,'The Leader','person','the leader','mention',1),
            (11,6,'Ruiz','person','ruiz','mention',2),
            (12,3,'Bamako','person','bamako','mention',4),
            (13,2,'Ruiz','person','ruiz','mention',1),
            (14,4,'The Leader','person','the leader','mention',1),
            (15,5,'Ruiz','person','ruiz','mention',1),
            (16,1,'The Leader','person','the leader','mention',1),
            (17,6,'the Envoy','person','the envoy','mention',1),
            (18,6,'The Envoy','person','the envoy','mention',1);
        INSERT INTO mentions VALUES
            (1,1,2),
            (1,2,1),
            (1,3,2),
            (1,4,3),
            (1,5,1),
            (1,6,2),
            (1,7,1),
            (1,8,2),
            (1,9,3),
            (1,10,1),
            (1,11,1),
            (1,12,1),
            (2,1,3),
            (2,3,1),
            (2,4,4),
            (2,6,1),
            (2,8,3),
            (2,9,2),
            (2,11,1),
            (2,12,1),
            (2,13,1),
            (2,14,1),
            (2,15,1),
            (2,16,1),
            (3,4,3),
            (3,9,3),
            (3,12,2),
            (3,17,1),
            (3,18,1);
        INSERT INTO statements VALUES
            (1,'d1-0-José Núñez-met-with-José Núñez-actual',1,0,1,1,'Ruiz',0,4,'met-with','CONSULT',NULL,1,1,NULL,NULL,NULL,0,'actual','met-with','met-with',1,4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0.5,'test',NULL),
            (2,'d1-1-Łukasz Wiśniewski-visited-Łukasz Wiśniewski-actual',2,1,2,3,'he',0,2,'visited','CONSULT',NULL,2,3,NULL,NULL,NULL,0,'actual','visited','visited',1,4,NULL,NULL,NULL,NULL,NULL,20001,20001,'day',NULL,'document',NULL,NULL,0.5,'test',NULL),
            (3,'d1-2-Mali-accused-Mali-actual',3,2,3,4,'The Leader',0,10,'accused','CONSULT',NULL,3,4,NULL,NULL,NULL,0,'actual','accused','accused',1,4,NULL,NULL,NULL,NULL,NULL,20002,20002,'day',NULL,'document',NULL,NULL,0.5,'test',NULL),
            (4,'d1-3-Acme Corp-met-with-Acme Corp-actual',4,3,4,6,'Ruiz',0,4,'met-with','CONSULT',NULL,4,6,NULL,NULL,NULL,0,'actual','met-with','met-with',1,4,NULL,NULL,NULL,NULL,NULL,20003,20003,'day',NULL,'document',NULL,NULL,0.5,'test',NULL),
            (5,'d1-4-Bo Ek-visited-Bo Ek-denied',5,4,5,8,'he',0,2,'visited','CONSULT',NULL,5,8,NULL,NULL,NULL,0,'denied','visited','visited',1,4,NULL,NULL,NULL,NULL,NULL,20004,20004,'day',NULL,'document',NULL,NULL,0.5,'test',NULL),
            (6,'d1-5-Ana Ruiz-accused-Ana Ruiz-actual',6,5,6,9,'The Leader',0,10,'accused','CONSULT',NULL,6,9,NULL,NULL,NULL,0,'actual','accused','accused',1,4,NULL,NULL,NULL,NULL,NULL,20005,20005,'day',NULL,'document',NULL,NULL,0.5,'test',NULL),
            (7,'d1-7-Ana Ruiz-spoke-with-Mali-actual',7,6,6,9,'Ruiz',0,4,'spoke-with','CONSULT','phone',3,4,'Bamako',9,15,0,'actual','spoke-with','spoke-with',1,4,'Ruiz',NULL,'said',3,9,20240,20250,'range','Ruiz','text','Ruiz','Ruiz',0.875,'test','Ruiz'),
            (8,'d2-0-Łukasz Wiśniewski-met-with-José Núñez-actual',8,0,2,3,'Ruiz',0,4,'met-with','CONSULT',NULL,1,1,NULL,NULL,NULL,0,'actual','met-with','met-with',1,4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0.5,'test',NULL),
            (9,'d2-1-Mali-visited-Mali-actual',9,1,3,4,'he',0,2,'visited','CONSULT',NULL,3,4,NULL,NULL,NULL,0,'actual','visited','visited',1,4,NULL,NULL,NULL,NULL,NULL,20002,20002,'day',NULL,'document',NULL,NULL,0.5,'test',NULL),
            (10,'d2-2-Acme Corp-accused-Bo Ek-actual',10,2,4,6,'The Leader',0,10,'accused','CONSULT',NULL,5,8,NULL,NULL,NULL,0,'actual','accused','accused',1,4,NULL,NULL,NULL,NULL,NULL,20004,20004,'day',NULL,'document',NULL,NULL,0.5,'test',NULL),
            (11,'d2-3-Bo Ek-met-with-José Núñez-actual',11,3,5,8,'Ruiz',0,4,'met-with','CONSULT',NULL,1,1,NULL,NULL,NULL,0,'actual','met-with','met-with',1,4,NULL,NULL,NULL,NULL,NULL,20006,20006,'day',NULL,'document',NULL,NULL,0.5,'test',NULL),
            (12,'d2-4-Ana Ruiz-visited-Mali-denied',12,4,6,9,'he',0,2,'visited','CONSULT',NULL,3,4,NULL,NULL,NULL,0,'denied','visited','visited',1,4,NULL,NULL,NULL,NULL,NULL,20008,20008,'day',NULL,'document',NULL,NULL,0.5,'test',NULL),
            (13,'d2-5-José Núñez-accused-Bo Ek-actual',13,5,1,1,'The Leader',0,10,'accused','CONSULT',NULL,5,8,NULL,NULL,NULL,0,'actual','accused','accused',1,4,NULL,NULL,NULL,NULL,NULL,20010,20010,'day',NULL,'document',NULL,NULL,0.5,'test',NULL),
            (14,'d2-7-Ana Ruiz-spoke-with-Mali-actual',14,6,6,9,'Ruiz',0,4,'spoke-with','CONSULT','phone',3,4,'Bamako',9,15,0,'actual','spoke-with','spoke-with',1,4,'Ruiz',NULL,'said',3,9,20240,20250,'range','Ruiz','text','Ruiz','Ruiz',0.875,'test','Ruiz'),
            (15,'7f3a9c1e52d0b8aa',15,0,6,9,'the Envoy',10,19,'met-with','CONSULT',NULL,3,4,'Mali',24,28,1,'actual','met','meet',20,23,NULL,NULL,NULL,NULL,NULL,20300,20300,'day',NULL,'document',NULL,NULL,0.123456789,'test',NULL),
            (16,'ffffffffffffffff',16,1,6,9,'he',44,46,'spoke-with','CONSULT','phone',3,4,'Bamako',9,15,0,'actual','spoke-with','spoke-with',1,4,X'6e756c200020696e73696465',NULL,'said',3,9,20240,20250,'range',X'6e756c200020696e73696465','text',X'6e756c200020696e73696465',X'6e756c200020696e73696465',0.94,'test',X'6e756c200020696e73696465'),
            (17,'7F3A9C1E52D0B8AA',16,2,6,9,'The Envoy',2,11,'spoke-with','CONSULT','phone',3,4,'Bamako',9,15,0,'actual','spoke-with','spoke-with',1,4,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,X'6e756c200020696e73696465',X'6e756c200020696e73696465',0.94,'test',X'6e756c200020696e73696465');
        INSERT INTO quantities VALUES
            (7,0,2.5,'tonne','2.5 t',1,6),
            (7,1,41.0,'Ruiz','',4,4),
            (14,0,2.5,'tonne','2.5 t',1,6),
            (14,1,41.0,'Ruiz','',4,4),
            (16,0,2.5,'tonne','2.5 t',1,6),
            (16,1,41.0,X'6e756c200020696e73696465','',4,4);
        """
}
