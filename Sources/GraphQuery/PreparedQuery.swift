import Foundation

/// A query of the openCypher language, checked and ready to run on any graph.
///
/// ```swift
/// let query = try PreparedQuery("MATCH (a:Person)-[r:SPOKE_WITH]-(b) WHERE r.since >= date($day) RETURN b.name, r.sentence")
/// let result = try query.run(on: graph, parameters: ["day": .string("2025-06-01")])
/// for row in result.rows { print(row) }
/// ```
/// Only reading clauses: MATCH, OPTIONAL MATCH, WHERE, WITH, UNWIND, RETURN, ORDER BY, SKIP, LIMIT, UNION. Before the query, `EXPLAIN` gives its plan
/// as rows of text instead of running it. Every error is a `QueryError`.
public struct PreparedQuery: Sendable {
    /// As it was written.
    public let text: String
    private let query: Query

    /// Reads and checks a query. O(n) for n bytes.
    public init(_ text: String) throws {
        try self.init(text, allowsWriting: false)
    }

    /// - Parameter allowsWriting: whether CREATE is taken: for the set-up of tests.
    init(_ text: String, allowsWriting: Bool) throws {
        self.text = text
        query = try Query(parsing: text)
        if !allowsWriting { try query.refuseWriting() }
        try SemanticCheck.check(query)
    }

    /// Runs the query and gives all its rows.
    ///
    /// - Parameters:
    ///   - parameters: values for `$name`.
    ///   - now: what `date()` and `datetime()` give; the present by default.
    public func run(
        on graph: any PropertyGraph, parameters: [String: Value] = [:], limits: QueryLimits = QueryLimits(), now: ZonedDateTime? = nil
    ) throws -> QueryResult {
        let context = ExecutionContext(graph: graph, parameters: parameters, now: now ?? .present, limits: limits)
        let counter = SlotCounter()
        let plan = try Planner(context: context, counter: counter).plan(query)
        if query.isExplained {
            return QueryResult(columns: ["plan"], rows: plan.root.explained().map { [.string($0)] })
        }
        var result = QueryResult(columns: plan.columns.map(\.name), rows: [])
        let slots = plan.columns.map(\.slot)
        _ = try plan.root.run(Frame(slotCount: counter.count, context: context)) { frame in
            guard result.rows.count < limits.rows else {
                throw QueryError(
                    .limitReached, .runtime, "RowLimit", "the query gives more than \(limits.rows) rows; add a LIMIT, or raise the limit")
            }
            let row = slots.map { frame.slots[$0] }
            try context.charge(for: row)
            result.rows.append(row)
            return true
        }
        if columnsAreEmpty { result.rows = [] }
        try result.describe(from: graph)
        return result
    }

    /// A query that only writes has no columns, and no rows.
    private var columnsAreEmpty: Bool {
        guard case .return_? = query.parts.last?.clauses.last else { return true }
        return false
    }
}

extension ZonedDateTime {
    /// The present in UTC.
    static var present: ZonedDateTime {
        let seconds = Date().timeIntervalSince1970
        let whole = seconds.rounded(.down)
        let nanosecond = Int32((seconds - whole) * 1_000_000) * 1000
        return ZonedDateTime(local: LocalDateTime(seconds: Int(whole), nanosecond: nanosecond), offset: 0)
    }
}

extension Query {
    /// Throws at the first clause that writes.
    fileprivate func refuseWriting() throws {
        for clause in parts.flatMap(\.clauses) {
            let (keyword, location): (String, SourceLocation)
            switch clause {
            case .create(_, let place): (keyword, location) = ("CREATE", place)
            case .unsupported(let word, let place): (keyword, location) = (word, place)
            default: continue
            }
            throw QueryError(
                .syntaxError, .compileTime, "UnexpectedSyntax",
                "\(keyword) is refused: queries only read; documents come in with `newsgraph add` and go with `newsgraph remove`",
                at: location)
        }
    }
}
