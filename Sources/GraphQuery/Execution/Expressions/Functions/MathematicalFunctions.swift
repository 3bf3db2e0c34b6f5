import Foundation

extension Function {
    /// Functions of numbers; null gives null. Angles are in radians.
    static let mathematical: [Function] = [
        Function(name: "abs", body: .one(absolute)),
        float("acos", acos), float("asin", asin), float("atan", atan),
        Function(name: "atan2", body: .two { y, x in try floats("atan2", y, x, atan2) }),
        float("ceil") { $0.rounded(.up) },
        float("cos", cos), float("cot") { 1 / tan($0) },
        float("degrees") { $0 * 180 / .pi },
        Function(name: "e", body: .readingNone { _ in .float(M_E) }),
        float("exp", exp),
        float("floor") { $0.rounded(.down) },
        float("haversin") { (1 - cos($0)) / 2 },
        float("log", log), float("log10", log10),
        Function(name: "pi", body: .readingNone { _ in .float(.pi) }),
        float("radians") { $0 * .pi / 180 },
        Function(name: "rand", body: .readingNone { .float(Double.random(in: 0..<1, using: &$0.randomNumbers)) }),
        Function(name: "round", body: .two(rounded), defaults: [.integer(0)]),
        Function(name: "sign", body: .one(sign)),
        float("sin", sin), float("sqrt") { $0.squareRoot() }, float("tan", tan),
    ]

    private static func float(_ name: String, _ body: @escaping @Sendable (Double) -> Double) -> Function {
        Function(
            name: name,
            body: .one { value in
                switch value {
                case .null: .null
                case .float(let number): .float(body(number))
                case .integer(let number): .float(body(Double(number)))
                default: throw QueryError.wrongArgument(name, value, expected: "a number")
                }
            })
    }

    private static func floats(
        _ name: String, _ first: Value, _ second: Value, _ body: (Double, Double) -> Double
    ) throws -> Value {
        switch (first, second) {
        case (.null, _), (_, .null): return .null
        default: break
        }
        guard let left = first.asDouble else { throw QueryError.wrongArgument(name, first, expected: "numbers") }
        guard let right = second.asDouble else { throw QueryError.wrongArgument(name, second, expected: "numbers") }
        return .float(body(left, right))
    }

    @Sendable private static func absolute(_ value: Value) throws -> Value {
        switch value {
        case .null: return .null
        case .float(let number): return .float(abs(number))
        case .integer(let number):
            guard number != .min else {
                throw QueryError(.arithmeticError, .runtime, "IntegerOverflow", "abs(\(number)) is no 64-bit integer")
            }
            return .integer(abs(number))
        default: throw QueryError.wrongArgument("abs", value, expected: "a number")
        }
    }

    @Sendable private static func sign(_ value: Value) throws -> Value {
        switch value {
        case .null: .null
        case .integer(let number): .integer(number.signum())
        case .float(let number): .integer(number > 0 ? 1 : number < 0 ? -1 : 0)
        default: throw QueryError.wrongArgument("sign", value, expected: "a number")
        }
    }

    /// To so many decimals, halves upwards.
    @Sendable private static func rounded(_ value: Value, _ decimals: Value) throws -> Value {
        switch (value, decimals) {
        case (.null, _), (_, .null): return .null
        case (_, .integer(let decimals)) where (0...15).contains(decimals):
            guard let number = value.asDouble else { throw QueryError.wrongArgument("round", value, expected: "a number") }
            let scale = pow(10, Double(decimals))
            let scaled = number * scale
            // Beyond that a float has no decimals to round; adding a half would change it.
            guard scaled.magnitude < 4_503_599_627_370_496 else { return .float(number) }
            // 0.49999999999999994 + 0.5 is 1: the fraction decides instead.
            let floor = scaled.rounded(.down)
            return .float((scaled - floor >= 0.5 ? floor + 1 : floor) / scale)
        case (_, .integer): throw QueryError.outOfRange("round() takes 0 to 15 decimals")
        default: throw QueryError.wrongArgument("round", decimals, expected: "an integer for the decimals")
        }
    }
}

extension Value {
    /// The number as a float; nil when the value is no number.
    var asDouble: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .float(let number): number
        default: nil
        }
    }
}
