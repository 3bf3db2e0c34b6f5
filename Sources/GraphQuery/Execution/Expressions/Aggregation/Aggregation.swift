/// An aggregating function: its name, how many arguments it takes, and how it starts to count.
struct Aggregation: Sendable {
    /// As it is documented; queries may write it in any case.
    var name: String
    var arity: Int
    var start: @Sendable (AggregationStart) -> any Accumulator

    static let all: [Aggregation] = [
        Aggregation(name: "avg", arity: 1) { MeanAccumulator($0) },
        Aggregation(name: "collect", arity: 1) { CollectingAccumulator($0) },
        Aggregation(name: "count", arity: 1) { _ in CountingAccumulator() },
        Aggregation(name: "max", arity: 1) { _ in ExtremeAccumulator(.greater) },
        Aggregation(name: "min", arity: 1) { _ in ExtremeAccumulator(.less) },
        Aggregation(name: "percentileCont", arity: 2) { PercentileAccumulator(.interpolated, $0) },
        Aggregation(name: "percentileDisc", arity: 2) { PercentileAccumulator(.nearest, $0) },
        Aggregation(name: "stDev", arity: 1) { DeviationAccumulator(.sample, $0) },
        Aggregation(name: "stDevP", arity: 1) { DeviationAccumulator(.population, $0) },
        Aggregation(name: "sum", arity: 1) { SumAccumulator($0) },
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name.lowercased(), $0) })

    /// The function of that name, in any case; nil when there is none.
    static func named(_ name: String) -> Aggregation? {
        byName[name.lowercased()]
    }
}

/// What an aggregating function starts a group with.
struct AggregationStart {
    /// The second argument's value for the group's first row; null when there is none.
    var second: Value
    var context: ExecutionContext
    /// Where the call stands.
    var location: SourceLocation
}

/// What an aggregating function has seen of one group of rows.
///
/// A class: groups are kept in a dictionary, and changed in place row by row.
protocol Accumulator: AnyObject {
    /// Takes the argument's value for one more row; functions disregard nulls.
    func add(_ value: Value) throws
    /// The function's value for the rows so far.
    func result() throws -> Value
}

/// A call of an aggregating function made ready to run.
struct CompiledAggregation {
    /// The value to add for each row. For `count(*)`, one that is not null.
    let argument: Evaluator
    /// A fresh accumulator for a group: the frame holds the group's first row, or nulls when there is none.
    let accumulator: (Frame) throws -> any Accumulator
}

extension ExpressionCompiler {
    /// Compiles `count(*)`, or a call of one of `Aggregation.all`.
    ///
    /// Throws for wrong numbers of arguments, and for an aggregation inside.
    func compileAggregation(_ expression: Expression) throws -> CompiledAggregation {
        let location = expression.location
        switch expression.kind {
        case .countAll:
            return CompiledAggregation(argument: Evaluator { _ in .boolean(true) }) { _ in CountingAccumulator() }
        case .function(let name, let isDistinct, let arguments):
            guard let aggregation = Aggregation.named(name) else {
                preconditionFailure("\(name) is no aggregating function")
            }
            guard arguments.count == aggregation.arity else {
                throw QueryError(
                    .syntaxError, .compileTime, "InvalidNumberOfArguments",
                    "\(name)() takes \(aggregation.arity) arguments, not \(arguments.count)", at: location)
            }
            let values = try arguments.map(compile)
            let second = values.count > 1 ? values[1] : Evaluator { _ in .null }
            return CompiledAggregation(argument: values[0]) { frame in
                let start = try AggregationStart(second: second(frame), context: frame.context, location: location)
                let accumulator = aggregation.start(start)
                return isDistinct ? DistinctAccumulator(accumulator, context: frame.context) : accumulator
            }
        default: preconditionFailure("only calls of functions aggregate")
        }
    }
}
