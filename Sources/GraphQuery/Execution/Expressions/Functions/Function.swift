/// A function of the query language: its name, how many arguments it takes, and what it does.
///
/// All are in `Function.all`; `coalesce`, `exists` and what takes a pattern are compiled apart, as are the functions of `TemporalFunctions`.
struct Function: Sendable {
    /// What it reads beside its arguments decides whether it may be computed once for all rows.
    enum Body: Sendable {
        case one(@Sendable (Value) throws -> Value)
        case two(@Sendable (Value, Value) throws -> Value)
        /// Reads the graph, the clock or the count of memory.
        case readingNone(@Sendable (ExecutionContext) throws -> Value)
        case readingOne(@Sendable (Value, ExecutionContext) throws -> Value)
        case readingTwo(@Sendable (Value, Value, ExecutionContext) throws -> Value)
        case readingThree(@Sendable (Value, Value, Value, ExecutionContext) throws -> Value)
    }

    /// As it is documented; queries may write it in any case.
    var name: String
    var body: Body
    /// Values of the last arguments, which may be left out.
    var defaults: [Value] = []
    /// Whether it makes lists or strings longer than what it is given, and counts them.
    var takesMemory = false

    static let all: [Function] = graphFunctions + listFunctions + stringFunctions + conversions + mathematical

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name.lowercased(), $0) })

    /// The function of that name, in any case; nil when there is none.
    static func named(_ name: String) -> Function? {
        byName[name.lowercased()]
    }

    /// How many arguments it takes.
    var arity: ClosedRange<Int> {
        let maximum =
            switch body {
            case .readingNone: 0
            case .one, .readingOne: 1
            case .two, .readingTwo: 2
            case .readingThree: 3
            }
        return maximum - defaults.count...maximum
    }
}
