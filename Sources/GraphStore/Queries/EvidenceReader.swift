import GRDB
import KnowledgeGraph

/// Reads sentences, and keeps the last document: what is read next is often in the same one.
///
/// A class: part of what a connection remembers.
final class EvidenceReader {
    struct Document {
        let key: Int64
        let id: String
        let text: DocumentText
    }

    private let findSentence: RawStatement
    private let findDocument: RawStatement
    private var lastDocument: Document?
    private var lastSentence: (key: Int64, evidence: Evidence)?

    init(_ database: Database) throws {
        findSentence = try .separate("SELECT document, number, start, length, text FROM sentences WHERE key = ?", in: database)
        findDocument = try .separate("SELECT id, text FROM documents WHERE key = ?", in: database)
    }

    /// A sentence and its document.
    func evidence(_ sentence: Int64) throws -> (evidence: Evidence, document: Document) {
        if let lastSentence, lastSentence.key == sentence, let lastDocument { return (lastSentence.evidence, lastDocument) }
        findSentence.bind(sentence, at: 1)
        let found = try findSentence.first { row in
            let document = try document(row.key(0))
            let (start, length) = (try row.integer(2), try row.integer(3))
            let text = try row.optionalText(4) ?? document.text.text(from: start, length: length)
            return (Evidence(sentence: text, index: try row.integer(1), span: try Self.span(start, length)), document)
        }
        guard let found else { throw DatabaseError.damage("sentence \(sentence) is missing") }
        lastSentence = (sentence, found.0)
        return (found.0, found.1)
    }

    func document(_ key: Int64) throws -> Document {
        if let lastDocument, lastDocument.key == key { return lastDocument }
        findDocument.bind(key, at: 1)
        let found = try findDocument.first { row in
            Document(key: key, id: try row.text(0), text: try row.withBytes(1, DocumentText.init))
        }
        guard let found else { throw DatabaseError.damage("document \(key) is missing") }
        lastDocument = found
        lastSentence = nil
        return found
    }

    func forget() {
        lastDocument = nil
        lastSentence = nil
    }

    /// A span from its start and length; throws when there is none.
    static func span(_ start: Int, _ length: Int) throws -> Range<Int> {
        // What was written by wrapping around is read so, too.
        let end = start &+ length
        guard start <= end else { throw DatabaseError.damage("a span ends at \(end) before it starts at \(start)") }
        return start..<end
    }
}
