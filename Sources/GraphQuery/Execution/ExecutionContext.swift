/// What one run of a query shares: the graph, the parameters, the time, and what it has used of its limits.
final class ExecutionContext {
    // A class: one count of steps, memory and time for the whole run.
    let graph: any PropertyGraph
    let parameters: [String: Value]
    /// The instant that `date()`, `datetime()` and their like give, one for the whole query.
    let now: ZonedDateTime
    /// Source of `rand()`.
    var randomNumbers = SystemRandomNumberGenerator()
    private let limits: QueryLimits
    private let start = ContinuousClock.now
    private var steps = 0
    private var elements = 0

    init(graph: any PropertyGraph, parameters: [String: Value], now: ZonedDateTime, limits: QueryLimits = QueryLimits()) {
        self.graph = graph
        self.parameters = parameters
        self.now = now
        self.limits = limits
    }

    /// Counts a step of the search; from time to time looks at the clock and whether the task was cancelled.
    func step() throws {
        steps &+= 1
        if steps & 0x3FF == 0 { try checkTime() }
    }

    /// Counts values that are kept until the query is done.
    func charge(_ count: Int) throws {
        elements &+= count
        guard elements <= limits.elements else {
            throw QueryError(
                .limitReached, .runtime, "MemoryLimit",
                "the query holds more than \(limits.elements) values at once; ask for less with WHERE or LIMIT, or raise the limit")
        }
        if count > 0x3FF { try checkTime() }
    }

    /// Takes back what is no longer kept.
    func release(_ count: Int) {
        elements &-= count
    }

    private func checkTime() throws {
        guard !Task.isCancelled else {
            throw QueryError(.limitReached, .runtime, "Cancelled", "the query was cancelled")
        }
        guard ContinuousClock.now - start <= limits.time else {
            throw QueryError(
                .limitReached, .runtime, "TimeLimit",
                "the query has run for more than \(limits.time); ask for less with WHERE or LIMIT, or raise the limit")
        }
    }
}

/// How much a query may use before it is stopped with a `limitReached` error.
public struct QueryLimits: Sendable, Hashable {
    /// Rows of the result.
    public var rows: Int
    /// Values held at once: sorted and grouped rows, elements of lists, nodes reached by a search, characters of long texts.
    public var elements: Int
    public var time: Duration

    public init(rows: Int = 1_000_000, elements: Int = 20_000_000, time: Duration = .seconds(60)) {
        self.rows = rows
        self.elements = elements
        self.time = time
    }
}
