extension Function {
    /// Conversions between types: null gives null, text that stands for nothing of the type gives null, other types are an error.
    static let conversions: [Function] = [
        Function(name: "toBoolean", body: .one(boolean)),
        Function(name: "toFloat", body: .one(float)),
        Function(name: "toInteger", body: .one(integer)),
        Function(name: "toString", body: .one(string)),
    ]

    @Sendable private static func boolean(_ value: Value) throws -> Value {
        switch value {
        case .null, .boolean: return value
        case .string(let text):
            switch text.trimmed().lowercased() {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            default: return .null
            }
        default: throw QueryError.wrongArgument("toBoolean", value, expected: "a boolean or a string")
        }
    }

    @Sendable private static func float(_ value: Value) throws -> Value {
        switch value {
        case .null, .float: value
        case .integer(let number): .float(Double(number))
        case .string(let text): number(in: text).map { .float($0) } ?? .null
        default: throw QueryError.wrongArgument("toFloat", value, expected: "a number or a string")
        }
    }

    /// Cuts decimals off.
    @Sendable private static func integer(_ value: Value) throws -> Value {
        switch value {
        case .null, .integer: return value
        case .float(let number): return try truncated(number)
        case .string(let text):
            if let number = Int(text.trimmed()) { return .integer(number) }
            guard let number = number(in: text) else { return .null }
            return try truncated(number)
        default: throw QueryError.wrongArgument("toInteger", value, expected: "a number or a string")
        }
    }

    private static func truncated(_ number: Double) throws -> Value {
        guard let integer = Int(exactly: number.rounded(.towardZero)) else {
            throw QueryError(.arithmeticError, .runtime, "IntegerOverflow", "\(Value.text(of: number)) has no 64-bit integer")
        }
        return .integer(integer)
    }

    @Sendable private static func string(_ value: Value) throws -> Value {
        switch value {
        case .null, .string: return value
        case .boolean(let value): return .string(value ? "true" : "false")
        case .integer(let number): return .string(String(number))
        case .float(let number): return .string(Value.text(of: number))
        default:
            guard let text = TemporalFunctions.text(value) else {
                throw QueryError.wrongArgument("toString", value, expected: "a boolean, a number, a string, a date, a time or a duration")
            }
            return .string(text)
        }
    }

    /// A decimal number with or without fraction and exponent; nil for anything else that Swift would read, such as `0x1p3` or `inf`.
    private static func number(in text: String) -> Double? {
        let text = text.trimmed()
        let isDecimal = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "e"),
                UInt8(ascii: "E"):
                true
            default: false
            }
        }
        return isDecimal ? Double(text) : nil
    }
}
