/// A statement with what is known of the document that it is from.
///
/// What files of statements give: there the documents themselves are not at hand.
public struct SourcedStatement: Sendable, Hashable {
    public var statement: Statement
    /// Of the document that `statement` names.
    public var document: DocumentDetails

    public init(_ statement: Statement, document: DocumentDetails? = nil) {
        self.statement = statement
        self.document = document ?? DocumentDetails(id: statement.document)
    }
}
