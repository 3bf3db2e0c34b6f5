import GraphFormats
import GraphStore
import KnowledgeGraph

/// A statement in a list: who did what to whom, when, according to whom, and the sentence that says so.
struct StatementItem: Sendable {
    let statementID: String
    /// Nil where the statement has no page.
    let statementAddress: String?
    let subject: ActorLink
    let relation: String
    let object: ActorLink
    /// `talks`, `attack`…: what gives the relation its colour.
    let tone: String
    let className: String
    /// Nil for what is said to have happened.
    let statusWord: String?
    let isDenied: Bool
    let detail: String?
    let day: String?
    /// Whether `day` is that of the document.
    let isReportedDay: Bool
    let speaker: String?
    let parts: [SentencePart]
    /// Nil where all statements of the list are from one document.
    let source: SourceLink?

    /// A piece of the sentence.
    struct SentencePart: Sendable {
        let partText: String
        /// `subject`, `predicate`, `object`, `speaker`, or nil.
        let partRole: String?
    }

    /// Longer sentences are cut in lists.
    private static let longestSentence = 2_000

    /// - Parameters:
    ///   - details: of its document.
    ///   - isStored: whether statement, actors and document have pages of their own.
    ///   - hasSource: whether to name the document.
    init(_ statement: Statement, details: DocumentDetails?, words: RelationWords, isStored: Bool = true, hasSource: Bool = true) {
        statementID = statement.id
        statementAddress = isStored ? PageAddress.statement(statement.id) : nil
        subject = ActorLink(statement.subject.actor, isLinked: isStored)
        object = ActorLink(statement.object.actor, isLinked: isStored)
        relation = words.label(of: statement)
        tone = PageWords.tone(statement.relationClass)
        className = RelationWords.heading(of: statement.relationClass)
        statusWord = statement.status == .actual ? nil : PageWords.status(statement.status)
        isDenied = statement.status == .denied
        detail = statement.detail.map { LabelText.line($0, columns: 120) }.flatMap { $0.isEmpty ? nil : $0 }
        day = statement.date.map(RelationWords.date)
        isReportedDay = statement.date?.source == .document
        speaker = statement.attribution.map { PageWords.name($0.name) }
        parts = Self.parts(of: statement)
        source = hasSource ? SourceLink(statement.document, details, isLinked: isStored) : nil
    }

    private static func parts(of statement: Statement) -> [SentencePart] {
        let sentence = statement.evidence.sentence
        guard sentence.utf8.count <= longestSentence * 4, sentence.unicodeScalars.count <= longestSentence else {
            let cut = String(sentence.unicodeScalars.prefix(longestSentence)) + "…"
            return [SentencePart(partText: cut, partRole: nil)]
        }
        return MarkedSentence(statement).parts.map { SentencePart(partText: $0.text, partRole: $0.role?.rawValue) }
    }
}

extension StatementItem {
    /// Statements with what is known of their documents; each document is looked up once.
    static func items(_ statements: [Statement], in store: GraphStore, words: RelationWords) throws -> [StatementItem] {
        var known: [String: DocumentDetails?] = [:]
        return try statements.map { statement in
            let details: DocumentDetails?
            if let seen = known[statement.document] {
                details = seen
            } else {
                details = try store.documentDetails(statement.document)
                known[statement.document] = details
            }
            return StatementItem(statement, details: details, words: words)
        }
    }
}
