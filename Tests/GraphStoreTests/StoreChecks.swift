import GRDB
import Testing

@testable import GraphStore

extension GraphStore {
    static let tables = [
        "documents", "sentences", "actors", "merges", "names", "relations", "texts", "statements", "quantities", "positions",
    ]

    /// Every row of every table but the count of changes.
    func dump() throws -> [String] {
        try read { snapshot in
            try Self.tables.flatMap { table in
                try Row.fetchAll(snapshot.database, sql: "SELECT * FROM \(table)").map { "\(table) \($0.databaseValues)" }
            }
        }
    }

    /// Every row of every table but the count of changes, with what it refers to in place of keys: equal for stores that hold the same.
    func contents() throws -> [String] {
        let text = { (column: String) in "(SELECT text FROM texts WHERE key = \(column))" }
        let name = { (column: String) in "(SELECT actor || '/' || reason || '/' || name FROM namesWithIDs WHERE key = \(column))" }
        let sharedTexts = [
            "place", "speaker", "mode", "subjectMention", "objectMention", "predicate", "lemma", "speakerID", "speechVerb", "dateText",
            "rule",
        ]
        let plain = [
            "status", "day", "lastDay", "confidence", "topic", "id", "subjectStart", "subjectLength", "objectStart", "objectLength",
            "predicateStart", "predicateLength", "speechStart", "speechLength", "datePrecision", "dateSource", "detail", "quantities",
        ]
        let names = ["subjectName", "subjectAlias", "objectName", "objectAlias"]
        return try read { snapshot in
            let queries = [
                "SELECT id, file, hash, day, sentences, statements, title, source, url, text FROM documents ORDER BY id, file, part",
                "SELECT figure, a.id, x, y FROM positions p JOIN actors a ON a.key = p.actor ORDER BY figure, a.id",
                "SELECT d.id, e.key - d.firstSentence, number, start, length, e.text FROM sentences e JOIN documents d ON d.key = e.document ORDER BY d.id, d.file, d.part, e.key",
                "SELECT a.id, r.id FROM actors a LEFT JOIN actors r ON r.key = a.root ORDER BY a.id",
                "SELECT actor, target, reason, time FROM merges ORDER BY actor",
                "SELECT actor, origin, type, reason, uses, name, folded FROM namesWithIDs ORDER BY actor, origin, type, reason, name",
                "SELECT name, class, isSymmetric, uses FROM relations ORDER BY name, class, isSymmetric",
                "SELECT text, uses FROM texts ORDER BY text",
                """
                SELECT d.id, s.key - d.firstStatement, s.sentence - d.firstSentence, r.name, r.class, r.isSymmetric,
                    (SELECT id FROM actors WHERE key = s.subject), (SELECT id FROM actors WHERE key = s.object),
                    \((sharedTexts.map { text("s.\($0)") } + names.map { name("s.\($0)") } + plain.map { "s.\($0)" }).joined(separator: ", "))
                FROM statements s JOIN sentences e ON e.key = s.sentence JOIN documents d ON d.key = e.document
                    JOIN relations r ON r.key = s.relation ORDER BY d.id, d.file, d.part, s.key
                """,
                """
                SELECT d.id, q.statement - d.firstStatement, q.number, q.value, q.unit, q.text, q.start, q.length
                FROM quantities q JOIN statements s ON s.key = q.statement JOIN sentences e ON e.key = s.sentence
                    JOIN documents d ON d.key = e.document ORDER BY d.id, d.file, d.part, q.statement, q.number
                """,
            ]
            let named = """
                WITH namesWithIDs AS (
                    SELECT n.key, a.id AS actor, o.id AS origin, type, reason, uses, name, folded
                    FROM names n JOIN actors a ON a.key = n.actor LEFT JOIN actors o ON o.key = n.origin)
                """
            return try queries.flatMap { query in
                try Row.fetchAll(snapshot.database, sql: "\(named) \(query)").map { "\($0.databaseValues)" }
            }
        }
    }

    /// SQLite's own checks, foreign keys, the full-text indexes, and the counts that are kept beside the rows they count.
    func checkIntegrity() throws {
        try write { writer in
            let database = writer.database
            #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
            #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
            for index in ["sentencesText", "namesText"] {
                // Rank 1 has it look at the content, too (https://www.sqlite.org/fts5.html#the_integrity_check_command).
                try database.execute(sql: "INSERT INTO \(index)(\(index), rank) VALUES ('integrity-check', 1)")
            }
            for (table, columns) in Self.references {
                let uses = columns.map { "SELECT \($0) AS key FROM statements WHERE \($0) IS NOT NULL" }.joined(separator: " UNION ALL ")
                let wrong = "SELECT COUNT(*) FROM \(table) t WHERE uses <> (SELECT COUNT(*) FROM (\(uses)) WHERE key = t.key)"
                #expect(try Int.fetchOne(database, sql: wrong) == 0, "uses of \(table)")
            }
            for (name, condition) in Self.contradictions {
                #expect(try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \(condition)") == 0, "\(name)")
            }
        }
    }

    private static let references = [
        ("relations", ["relation"]), ("names", ["subjectName", "objectName", "subjectAlias", "objectAlias"]),
        (
            "texts",
            [
                "subjectMention", "objectMention", "predicate", "lemma", "mode", "place", "speaker", "speakerID", "speechVerb", "dateText",
                "rule",
            ]
        ),
    ]

    private static let contradictions = [
        (
            "rows that nobody uses",
            "(SELECT uses FROM names UNION ALL SELECT uses FROM texts UNION ALL SELECT uses FROM relations) WHERE uses < 1"
        ),
        (
            "subjects that are not whom their name stands for",
            "statements s JOIN names n ON n.key = s.subjectName WHERE n.actor <> s.subject"
        ),
        ("objects that are not whom their name stands for", "statements s JOIN names n ON n.key = s.objectName WHERE n.actor <> s.object"),
        (
            "actors without a name",
            "actors WHERE key NOT IN (SELECT actor FROM names UNION SELECT origin FROM names WHERE origin IS NOT NULL)"
        ),
        (
            "names that are not with their root",
            "names n JOIN actors a ON a.key = coalesce(n.origin, n.actor) WHERE n.actor <> coalesce(a.root, a.key)"
        ),
        ("sentences without statements", "sentences WHERE key NOT IN (SELECT sentence FROM statements)"),
        (
            "statements outside their document's keys",
            """
            statements s JOIN sentences e ON e.key = s.sentence JOIN documents d ON d.key = e.document
            WHERE s.key < d.firstStatement OR s.key >= d.firstStatement + d.statements
                OR e.key < d.firstSentence OR e.key >= d.firstSentence + d.sentences
            """
        ),
        (
            "counts of documents",
            // Of a file's part, statements may have gone to the document itself.
            """
            (SELECT (SELECT COUNT(*) FROM statements) - coalesce(SUM(CASE WHEN d.file IS NULL THEN d.statements ELSE (
                SELECT COUNT(*) FROM statements s WHERE s.key >= d.firstStatement AND s.key < d.firstStatement + d.statements) END), 0) AS n
                FROM documents d) WHERE n <> 0
            """
        ),
        ("documents that were read twice", "(SELECT id FROM documents WHERE file IS NULL GROUP BY id HAVING COUNT(*) > 1)"),
        ("parts of files in one place", "(SELECT file FROM documents WHERE file IS NOT NULL GROUP BY file, part HAVING COUNT(*) > 1)"),
        (
            "parts of files whose last row is gone, so that its key would be given away",
            """
            documents WHERE file IS NOT NULL AND (
                NOT EXISTS (SELECT 1 FROM statements s WHERE s.key = firstStatement + documents.statements - 1)
                OR NOT EXISTS (SELECT 1 FROM sentences e WHERE e.key = firstSentence + documents.sentences - 1))
            """
        ),
    ]
}
