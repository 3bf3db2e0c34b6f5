/// What is wrong with a query, where, and what to do about it.
///
/// Kinds, phases and details are those of the openCypher TCK, so that a caller can tell them apart without reading the message.
public struct QueryError: Error, Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case syntaxError = "SyntaxError"
        case semanticError = "SemanticError"
        case typeError = "TypeError"
        case argumentError = "ArgumentError"
        case arithmeticError = "ArithmeticError"
        case entityNotFound = "EntityNotFound"
        case parameterMissing = "ParameterMissing"
        case procedureError = "ProcedureError"
        /// A limit on rows, memory or time was reached, or the task was cancelled.
        case limitReached = "LimitReached"
        /// The graph could not be read.
        case graphError = "GraphError"
    }

    public enum Phase: String, Sendable, Hashable {
        case compileTime = "compile time"
        case runtime
    }

    public var kind: Kind
    public var phase: Phase
    /// The TCK's name of the case, such as `UndefinedVariable`.
    public var detail: String
    /// One sentence: what is wrong, and what to write instead.
    public var message: String
    /// Where in the query; nil when no place is to blame.
    public var location: SourceLocation?

    public init(_ kind: Kind, _ phase: Phase, _ detail: String, _ message: String, at location: SourceLocation? = nil) {
        self.kind = kind
        self.phase = phase
        self.detail = detail
        self.message = message
        self.location = location
    }
}

/// A place in the text of a query.
public struct SourceLocation: Sendable, Hashable {
    /// UTF-8 bytes before it.
    public var offset: Int

    public init(offset: Int) {
        self.offset = offset
    }
}
