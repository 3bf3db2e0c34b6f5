@testable import GraphQuery

/// A scenario of the TCK: what each of its steps asks for.
struct TCKScenario: Sendable {
    var name: String
    /// Of its feature, relative to the folder of scenarios: `clauses/match`.
    var folder: String
    /// File and line.
    var place: String
    var steps: [Step]

    enum Step: Sendable {
        case emptyGraph
        case namedGraph(String)
        case setUp(String)
        case parameters([String: Value])
        /// A procedure that the implementation should offer.
        case procedure
        /// The query under test, or one that looks at what it did.
        case query(String)
        case expectRows(ExpectedRows)
        case expectError(ExpectedError)
        /// As `GraphSnapshot.changes` counts them.
        case expectChanges([String: Int])
        /// A step that is not understood: its scenario fails, the others are run.
        case unknown(ScenarioFileError)
    }

    /// The queries under test, in order.
    var queries: [String] {
        steps.compactMap { if case .query(let text) = $0 { text } else { nil } }
    }
}

/// The rows that a query should give.
struct ExpectedRows: Sendable, Hashable {
    /// Nil when the scenario only says that there are no rows.
    var columns: [String]?
    var rows: [[ComparableValue]]
    var isOrdered = false
    /// Whether the elements of lists may come in any order.
    var ignoresListOrder = false
}

/// The error that a query should end with.
struct ExpectedError: Sendable, Hashable {
    var kind: String
    /// Nil for any.
    var phase: String?
    /// Nil for any.
    var detail: String?
}
