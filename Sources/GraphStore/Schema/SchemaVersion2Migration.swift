extension Schema {
    /// Makes room for the tables of version 2.
    static let version1Renamed = """
        DROP TABLE sentencesText;
        DROP TABLE namesText;
        DROP TRIGGER sentencesTextAdd;
        DROP TRIGGER sentencesTextRemove;
        DROP TRIGGER namesTextAdd;
        DROP TRIGGER namesTextRemove;
        DROP INDEX statementsBySubject;
        DROP INDEX statementsByObject;
        DROP INDEX statementsByDay;
        DROP INDEX namesByFolded;
        ALTER TABLE documents RENAME TO documents1;
        ALTER TABLE sentences RENAME TO sentences1;
        ALTER TABLE actors RENAME TO actors1;
        ALTER TABLE names RENAME TO names1;
        ALTER TABLE statements RENAME TO statements1;
        ALTER TABLE quantities RENAME TO quantities1;
        """

    /// Fills the tables of version 2 from those of version 1, and drops these.
    ///
    /// Version 1 gave the rows of a document keys one after the other, too, so keys stay as they are.
    static let version1Moved = """
        INSERT INTO relations (name, class, isSymmetric, uses)
            SELECT relation, class, isSymmetric, COUNT(*) FROM statements1 GROUP BY relation, class, isSymmetric;

        INSERT INTO actors (key, id) SELECT key, id FROM actors1;

        INSERT INTO names (key, actor, type, reason, uses, name, folded)
            SELECT key, actor, \(number(of: "type", in: ["country", "event", "facility", "group", "organization", "person", "place", "thing"])),
                \(number(of: "reason", in: ["name", "mention"])), uses, name, folded
            FROM names1;

        INSERT INTO sentences (key, document, number, start, length, text)
            SELECT e.key, e.document, e.number, e.start, e.end - e.start, \(unlessSpan("e.text", "e.start", "e.end"))
            FROM sentences1 e JOIN documents1 d ON d.key = e.document;

        CREATE TEMP TABLE words AS
            SELECT s.key, e.document, e.start,
                \(unlessSpan("s.subjectMention", "s.subjectStart", "s.subjectEnd")) AS subjectMention,
                \(unlessSpan("s.objectMention", "s.objectStart", "s.objectEnd")) AS objectMention,
                \(unlessSpan("s.predicate", "s.predicateStart", "s.predicateEnd")) AS predicate
            FROM statements1 s JOIN sentences1 e ON e.key = s.sentence JOIN documents1 d ON d.key = e.document;
        CREATE UNIQUE INDEX temp.wordsByKey ON words(key);
        CREATE INDEX temp.wordsByDocument ON words(document, key);

        INSERT INTO texts (text, uses)
            SELECT text, COUNT(*) FROM (
                SELECT subjectMention AS text FROM words UNION ALL SELECT objectMention FROM words UNION ALL SELECT predicate FROM words
                UNION ALL SELECT lemma FROM statements1 UNION ALL SELECT mode FROM statements1 UNION ALL SELECT speaker FROM statements1
                UNION ALL SELECT speakerID FROM statements1 UNION ALL SELECT speechVerb FROM statements1
                UNION ALL SELECT dateText FROM statements1 UNION ALL SELECT place FROM statements1 UNION ALL SELECT rule FROM statements1
            ) WHERE text IS NOT NULL GROUP BY text;

        INSERT INTO statements (
            key, subject, object, relation, status, day, lastDay, sentence, confidence, place, topic, speaker, mode, id,
            subjectName, subjectAlias, subjectMention, subjectStart, subjectLength,
            objectName, objectAlias, objectMention, objectStart, objectLength,
            predicate, lemma, predicateStart, predicateLength, speakerID, speechVerb, speechStart, speechLength,
            datePrecision, dateText, dateSource, rule, detail, quantities
        )
            SELECT s.key, s.subject, s.object,
                (SELECT key FROM relations r WHERE r.name = s.relation AND r.class = s.class AND r.isSymmetric = s.isSymmetric),
                \(number(of: "s.status", in: ["actual", "denied", "planned", "requested", "possible"])), s.day, s.lastDay, s.sentence,
                \(tenThousandths), \(text("s.place")), s.topic, \(text("s.speaker")), \(text("s.mode")), \(idNumber),
                s.subjectName, \(alias("subject")), \(text("w.subjectMention")), s.subjectStart - w.start, s.subjectEnd - s.subjectStart,
                s.objectName, \(alias("object")), \(text("w.objectMention")), s.objectStart - w.start, s.objectEnd - s.objectStart,
                \(text("w.predicate")), \(text("s.lemma")), s.predicateStart - w.start, s.predicateEnd - s.predicateStart,
                \(text("s.speakerID")), \(text("s.speechVerb")), s.speakerStart - w.start, s.speakerEnd - s.speakerStart,
                \(number(of: "s.datePrecision", in: ["day", "week", "month", "quarter", "year", "range"])), \(text("s.dateText")),
                \(number(of: "s.dateSource", in: ["document", "text", "context"])), \(text("s.rule")), s.detail,
                (SELECT COUNT(*) FROM quantities1 q WHERE q.statement = s.key)
            FROM statements1 s JOIN words w ON w.key = s.key;

        INSERT INTO quantities (statement, number, value, unit, text, start, length)
            SELECT q.statement, q.number, q.value, q.unit, q.text, q.start - w.start, q.end - q.start
            FROM quantities1 q JOIN words w ON w.key = q.statement;

        INSERT INTO documents (
            key, id, hash, day, firstSentence, sentences, firstStatement, statements, title, source, url, text
        )
            SELECT d.key, d.id, d.hash, d.day,
                coalesce((SELECT MIN(key) FROM sentences1 e WHERE e.document = d.key), 0),
                (SELECT COUNT(*) FROM sentences1 e WHERE e.document = d.key),
                coalesce((SELECT MIN(key) FROM words w WHERE w.document = d.key), 0),
                (SELECT COUNT(*) FROM words w WHERE w.document = d.key), d.title, d.source, d.url, d.text
            FROM documents1 d;

        DROP TABLE words;
        DROP TABLE quantities1;
        DROP TABLE mentions;
        DROP TABLE statements1;
        DROP TABLE sentences1;
        DROP TABLE names1;
        DROP TABLE actors1;
        DROP TABLE documents1;
        INSERT INTO sentencesText(sentencesText) VALUES ('rebuild');
        INSERT INTO namesText(namesText) VALUES ('rebuild');
        """

    /// The number that stands for a word: its place in the list.
    private static func number(of column: String, in words: [String]) -> String {
        "CASE \(column) \(words.enumerated().map { "WHEN '\($1)' THEN \($0)" }.joined(separator: " ")) END"
    }

    /// NULL where the document `d` reads the same from `start` to `end`.
    private static func unlessSpan(_ text: String, _ start: String, _ end: String) -> String {
        let bytes = "CAST(\(text) AS BLOB)"
        let document = "CAST(d.text AS BLOB)"
        return """
            CASE WHEN \(start) >= 0 AND \(end) <= length(\(document)) AND length(\(bytes)) = \(end) - \(start)
                AND substr(\(document), \(start) + 1, \(end) - \(start)) = \(bytes) THEN NULL ELSE \(text) END
            """
    }

    private static func text(_ column: String) -> String {
        "(SELECT key FROM texts WHERE text = \(column))"
    }

    /// The name that a statement's words for its subject or object are, when they count as one and are not the actor's own.
    private static func alias(_ side: String) -> String {
        """
        (SELECT n.key FROM names1 n JOIN names1 own ON own.key = s.\(side)Name
            WHERE n.actor = s.\(side) AND n.name = s.\(side)Mention AND n.type = own.type AND n.reason = 'mention' AND n.name <> own.name)
        """
    }

    private static let tenThousandths = """
        CASE WHEN CAST(round(s.confidence * 10000) AS INTEGER) / 10000.0 = s.confidence
            THEN CAST(round(s.confidence * 10000) AS INTEGER) ELSE s.confidence END
        """

    /// The number that an id of sixteen hex digits writes; any other id as it is.
    private static var idNumber: String {
        let digits = (1...16).map { "((instr('0123456789abcdef', substr(s.id, \($0), 1)) - 1) << \(64 - 4 * $0))" }
        return """
            CASE WHEN typeof(s.id) = 'text' AND length(s.id) = 16 AND s.id NOT GLOB '*[^0-9a-f]*'
                THEN \(digits.joined(separator: " | ")) ELSE s.id END
            """
    }
}
