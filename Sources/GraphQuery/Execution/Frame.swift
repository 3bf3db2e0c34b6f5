/// The row being worked on: one slot for each variable that the plan has given a place.
///
/// A class: operators and expressions change it in place instead of handing on copies.
final class Frame {
    var slots: [Value]
    let context: ExecutionContext

    init(slotCount: Int, context: ExecutionContext) {
        slots = Array(repeating: .null, count: slotCount)
        self.context = context
    }
}

/// What an expression reads beside its row.
final class ExecutionContext {
    // A class: one count of rows, memory and time for the whole query.
    let graph: any PropertyGraph
    let parameters: [String: Value]
    /// The instant that `date()`, `datetime()` and their like give, one for the whole query.
    let now: ZonedDateTime
    /// Seed and state of `rand()`.
    var randomNumbers = SystemRandomNumberGenerator()
    /// How many elements (24 bytes each, see `Value.elementCount`) the query may hold at one time.
    let maximumElements: Int
    /// How many it holds, as far as they were charged.
    private(set) var heldElements = 0
    /// Values of parameters by the index that `SlotCounter` gave them; those looked up so far.
    private var resolvedParameters: [Value?] = []

    init(
        graph: any PropertyGraph, parameters: [String: Value], now: ZonedDateTime, maximumElements: Int = 10_000_000
    ) {
        self.graph = graph
        self.parameters = parameters
        self.now = now
        self.maximumElements = maximumElements
    }

    /// Counts elements that are about to be held; throws when they are too many.
    func charge(_ elements: Int) throws {
        let (sum, overflow) = heldElements.addingReportingOverflow(elements)
        guard !overflow, sum <= maximumElements else {
            throw QueryError(
                .limitReached, .runtime, "MemoryLimit",
                "the query holds more than \(maximumElements) values; ask for less at a time, or raise the limit")
        }
        heldElements = sum
    }

    /// Forgets what was charged since `heldElements` was this: those elements are held no more.
    func release(to held: Int) {
        heldElements = held
    }

    /// - Parameter index: what `SlotCounter.parameterIndex(of:)` gave for the name.
    func parameter(_ name: String, index: Int) throws -> Value {
        if index < resolvedParameters.count, let value = resolvedParameters[index] { return value }
        guard let value = parameters[name] else {
            throw QueryError(.parameterMissing, .compileTime, "MissingParameter", "no value was given for the parameter $\(name)")
        }
        while resolvedParameters.count <= index { resolvedParameters.append(nil) }
        resolvedParameters[index] = value
        return value
    }
}

/// An expression made ready to run.
typealias Evaluator = (Frame) throws -> Value

/// Which slot each variable in scope has.
struct Scope {
    private(set) var slots: [String: Int] = [:]
    /// How many slots the whole query needs; shared by all scopes of it.
    let counter: SlotCounter

    init(counter: SlotCounter) {
        self.counter = counter
    }

    /// Gives the variable a new slot; a variable of the same name is hidden.
    mutating func declare(_ name: String) -> Int {
        let slot = counter.next()
        slots[name] = slot
        return slot
    }

    subscript(name: String) -> Int? { slots[name] }
}

/// Hands out slots.
final class SlotCounter {
    // A class: every scope of one query takes its slots from it.
    private(set) var count = 0
    private var parameterIndexes: [String: Int] = [:]

    func next() -> Int {
        defer { count += 1 }
        return count
    }

    /// The same number for each mention of a parameter, so that rows need not look it up by name.
    func parameterIndex(of name: String) -> Int {
        if let index = parameterIndexes[name] { return index }
        let index = parameterIndexes.count
        parameterIndexes[name] = index
        return index
    }
}
