/// A step of a plan: takes the rows of its input one by one and hands on its own.
///
/// Rows are pushed: `run` fills the slots of the frame and calls `consume` for each row, which returns false when it wants no more. A step
/// that must see all rows before the first leaves it (sorting, grouping) keeps their values and puts them back into the frame.
protocol Operator {
    /// The step that rows come from; nil for the first.
    var input: (any Operator)? { get }
    /// Its line in EXPLAIN.
    var explanation: String { get }
    /// Other plans that it runs for each row, shown indented in EXPLAIN.
    var inner: [any Operator] { get }

    /// False when `consume` said stop.
    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool
}

extension Operator {
    var inner: [any Operator] { [] }

    /// How many steps are under way at once when it runs.
    var depth: Int {
        var depth = 0
        var next: (any Operator)? = self
        while let step = next {
            depth += 1 + (step.inner.map(\.depth).max() ?? 0)
            next = step.input
        }
        return depth
    }

    /// The plan as lines, the first step last, as the rows flow upwards.
    func explained(indent: Int = 0) -> [String] {
        [String(repeating: "  ", count: indent) + explanation] + inner.flatMap { $0.explained(indent: indent + 2) }
            + (input?.explained(indent: indent) ?? [])
    }
}

/// The row that a plan or a subplan starts from.
struct Argument: Operator {
    var input: (any Operator)? { nil }
    var explanation: String { "Start" }

    func run(_ frame: Frame, _ consume: (Frame) throws -> Bool) throws -> Bool {
        try consume(frame)
    }
}
