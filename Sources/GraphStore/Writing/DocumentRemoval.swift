import GRDB

/// Takes a document, or a part of a file of statements, out, inside a transaction: its statements and sentences, and the names, actors, relation types and texts that nobody
/// else uses.
enum DocumentRemoval {
    static func remove(_ document: DocumentRow, with writer: StoreWriter) throws {
        let database = writer.database
        try releaseReferences(of: document.statements, with: writer)
        try writer.sentences.remove(document.sentences, of: document.text(in: database))
        let range: StatementArguments = [document.statements.lowerBound, document.statements.upperBound]
        try database.execute(sql: "DELETE FROM quantities WHERE statement >= ? AND statement < ?", arguments: range)
        try database.execute(sql: "DELETE FROM statements WHERE key >= ? AND key < ?", arguments: range)
        try database.execute(sql: "DELETE FROM documents WHERE key = ?", arguments: [document.key])
    }

    /// Takes some statements out of a part of a file that has others, and the sentences that none of these rests on.
    static func remove(_ statements: [Int64], of part: DocumentRow, with writer: StoreWriter) throws {
        let database = writer.database
        for key in statements {
            try releaseReferences(of: key..<key + 1, with: writer)
            try database.execute(sql: "DELETE FROM quantities WHERE statement = ?", arguments: [key])
            try database.execute(sql: "DELETE FROM statements WHERE key = ?", arguments: [key])
        }
        let rest = try RawStatement("SELECT key, sentence FROM statements WHERE key >= ? AND key < ? ORDER BY key", in: database)
        rest.bind(part.statements.lowerBound, at: 1)
        rest.bind(part.statements.upperBound, at: 2)
        var (lastStatement, sentences) = (part.statements.lowerBound, Set<Int64>())
        try rest.forEach { row in
            lastStatement = try row.key(0)
            sentences.insert(try row.key(1))
        }
        let text = try part.text(in: database)
        for sentence in part.sentences where !sentences.contains(sentence) {
            try writer.sentences.remove(sentence..<sentence + 1, of: text)
        }
        // The next row of a table has the number after the largest: keys behind the last one that is left would be given to others.
        let lastSentence = sentences.max() ?? part.sentences.lowerBound
        try database.execute(
            sql: "UPDATE documents SET hash = '', sentences = ?, statements = ? WHERE key = ?",
            arguments: [lastSentence - part.sentences.lowerBound + 1, lastStatement - part.statements.lowerBound + 1, part.key])
    }

    /// Everything that the statements refer to is used once less by each.
    private static func releaseReferences(of statements: Range<Int64>, with writer: StoreWriter) throws {
        let rows = try RawStatement(
            """
            SELECT relation, subjectName, subjectAlias, objectName, objectAlias, subjectMention, objectMention, predicate, lemma, mode,
                place, speaker, speakerID, speechVerb, dateText, rule
            FROM statements WHERE key >= ? AND key < ?
            """, in: writer.database)
        rows.bind(statements.lowerBound, at: 1)
        rows.bind(statements.upperBound, at: 2)
        try rows.forEach { row in
            writer.relations.release(try row.key(0))
            for column in 1...4 as ClosedRange<Int32> { writer.names.release(try row.optionalKey(column)) }
            for column in 5...15 as ClosedRange<Int32> { writer.texts.release(try row.optionalKey(column)) }
        }
    }
}
