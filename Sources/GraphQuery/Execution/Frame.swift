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
typealias Evaluator = (Frame) throws -> Value

/// A condition made ready to run: whether it lets the row pass, which unknown does not.
typealias RowCondition = (Frame) throws -> Bool

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
