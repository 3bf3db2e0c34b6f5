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
    @exclusivity(unchecked) private var steps = 0
    /// How many values the query holds (24 bytes each, see `Value.elementCount`), as far as they were charged.
    @exclusivity(unchecked) private(set) var heldElements = 0

    /// The nodes of each label that were asked for; those of none are all.
    private var scannedNodes: [String?: [NodeID]] = [:]

    init(graph: any PropertyGraph, parameters: [String: Value], now: ZonedDateTime, limits: QueryLimits = QueryLimits()) {
        self.graph = graph
        self.parameters = parameters
        self.now = now
        self.limits = limits
    }

    /// Counts a step of the search, or several; from time to time looks at the clock and whether the task was cancelled.
    func step(_ count: Int = 1) throws {
        let before = steps
        steps &+= count
        if (before ^ steps) > 0x3FF { try checkTime() }
    }

    /// Counts values that are about to be held until they are released, or until the query is done; throws when they are too many.
    func charge(_ count: Int) throws {
        let (sum, overflow) = heldElements.addingReportingOverflow(count)
        guard !overflow, sum <= limits.elements else {
            throw QueryError(
                .limitReached, .runtime, "MemoryLimit",
                "the query holds more than \(limits.elements) values at once; ask for less with WHERE or LIMIT, or raise the limit")
        }
        heldElements = sum
        if count > 0x3FF { try checkTime() }
    }

    /// Counts what values hold, with all that is in them.
    func charge(for values: [Value]) throws {
        // One by one: the limit stops the counting too.
        for value in values { try charge(value.elementCount) }
    }

    /// Takes back values that were charged and are held no more.
    func release(_ count: Int) {
        heldElements -= count
    }

    /// Forgets what was charged since `heldElements` was this: those values are held no more.
    func release(to held: Int) {
        heldElements = held
    }

    /// The nodes with a label, all without one; asked of the graph once.
    func nodes(label: String?) throws -> [NodeID] {
        if let known = scannedNodes[label] { return known }
        let nodes = try graph.nodes(label: label)
        // A number is a third of a value.
        try charge(nodes.count / 3)
        scannedNodes[label] = nodes
        return nodes
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
