/// A graph to be written out or reported: its statements, and what is known of the documents they come from.
///
/// Formats and reports take this, so that a database of any size and a list in memory are written by the same code.
public protocol GraphContents {
    associatedtype Statements: Sequence where Statements.Element == Statement
    /// May be gone through more than once, always with the same result: by document, then as the document has them.
    var statements: Statements { get }
    /// The documents that are known, by id; statements may name others.
    var documents: [String: DocumentDetails] { get }
}

/// What is known of a document, without its text.
public struct DocumentDetails: Sendable, Hashable, Identifiable {
    public var id: String
    public var date: CalendarDate?
    public var title: String?
    /// The publisher or agency.
    public var source: String?
    /// As the document gave it: not checked.
    public var url: String?

    public init(id: String, date: CalendarDate? = nil, title: String? = nil, source: String? = nil, url: String? = nil) {
        self.id = id
        self.date = date
        self.title = title
        self.source = source
        self.url = url
    }

    /// Takes what is not known here from what is known elsewhere.
    package mutating func fillGaps(from other: DocumentDetails) {
        date = date ?? other.date
        title = title ?? other.title
        source = source ?? other.source
        url = url ?? other.url
    }
}

/// Statements in memory as something to write.
public struct StatementList: GraphContents, Sendable, Hashable {
    public var statements: [Statement]
    public var documents: [String: DocumentDetails]

    public init(_ statements: [Statement], documents: [DocumentDetails] = []) {
        self.statements = statements
        self.documents = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
