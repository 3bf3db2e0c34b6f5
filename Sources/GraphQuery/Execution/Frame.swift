/// The row being worked on: one slot for each variable that the plan has given a place.
///
/// A class: operators and expressions change it in place instead of handing on copies.
final class Frame {
    /// Memory of its own and no array, whose every change would be checked for other owners: slots change several times a row.
    let slots: UnsafeMutableBufferPointer<Value>
    let context: ExecutionContext

    init(slotCount: Int, context: ExecutionContext) {
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: .null)
        self.context = context
    }

    deinit {
        slots.deinitialize()
        slots.deallocate()
    }
}

/// An expression made ready to run.
struct Evaluator {
    // A struct around the closure: closures that stand in lists and optionals by themselves are wrapped twice more by the compiler.
    private let body: (Frame) throws -> Value

    init(_ body: @escaping (Frame) throws -> Value) {
        self.body = body
    }

    func callAsFunction(_ frame: Frame) throws -> Value { try body(frame) }
}

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

    /// Gives the variable a slot that is there already.
    mutating func bind(_ name: String, to slot: Int) {
        slots[name] = slot
    }

    subscript(name: String) -> Int? { slots[name] }

    /// The variables that a query can write, in the order of the alphabet.
    var names: [String] { slots.keys.filter { !$0.hasPrefix("\u{0}") }.sorted() }
}

/// Hands out slots, and counts steps.
final class SlotCounter {
    // A class: every scope of one query takes its slots from it.
    private(set) var count = 0
    /// Slots that hold nodes, or null, and nothing else.
    private(set) var nodes: Set<Int> = []

    func isNode(_ slot: Int) {
        nodes.insert(slot)
    }

    /// How many steps the plans of the query have that may be under way at once.
    private var depth = 0

    func next() -> Int {
        defer { count += 1 }
        return count
    }

    /// Counts the steps of a plan; throws when the query has more than a thread's stack of 512 KB is sure to hold.
    func count(_ plan: any Operator) throws {
        depth += plan.depth
        guard depth <= Self.maximumDepth else {
            throw QueryError(
                .syntaxError, .compileTime, "QueryTooLarge",
                "the plan of the query has more than \(Self.maximumDepth) steps; ask in several queries, or use lists with UNWIND or IN")
        }
    }

    private static let maximumDepth = 500
}
