import GRDB

/// Takes a document out, inside a transaction: its statements and sentences, and the names, actors, relation types and texts that nobody
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
