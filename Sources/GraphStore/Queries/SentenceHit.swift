import GRDB
public import KnowledgeGraph

/// A sentence that a search found.
public struct SentenceHit: Sendable, Hashable {
    public var document: String
    public var evidence: Evidence
    /// Of the document.
    public var date: CalendarDate?
    /// Ids of the statements whose evidence it is, in the order the document has them.
    public var statements: [KnowledgeGraph.Statement.ID]
}

extension StoreSnapshot {
    /// A sentence by its key. Looks at the statements of its document.
    func hit(_ sentence: Int64) throws -> SentenceHit {
        let (evidence, document) = try cache.evidence.evidence(sentence)
        let statements = try statements(ofSentence: sentence).map { try facts($0).idText ?? texts($0).id }
        return SentenceHit(document: document.id, evidence: evidence, date: try day(ofDocument: document.key), statements: statements)
    }

    private func day(ofDocument key: Int64) throws -> CalendarDate? {
        let find = try RawStatement("SELECT day FROM documents WHERE key = ?", in: database)
        find.bind(key, at: 1)
        return try find.first { try $0.optionalInteger(0).map(CalendarDate.init(daysSince1970:)) } ?? nil
    }
}
