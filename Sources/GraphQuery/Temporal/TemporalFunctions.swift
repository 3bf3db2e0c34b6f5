/// The functions, fields and arithmetic of dates, times and durations.
enum TemporalFunctions {
    /// Lower-case names of the functions, such as `date`, `date.truncate`, `duration.between`, with how many arguments they take.
    static let arities: [String: ClosedRange<Int>] = [:]

    /// - Parameter name: one of `arities`.
    static func call(_ name: String, _ arguments: [Value], now: ZonedDateTime) throws -> Value {
        .null
    }

    /// A field such as `year` of a temporal value; nil when it has no such field.
    static func field(_ key: String, of value: Value) throws -> Value? {
        nil
    }

    /// `left + right`; nil unless one is a duration and the other a temporal value or a duration.
    static func sum(_ left: Value, _ right: Value) throws -> Value? {
        nil
    }

    static func difference(_ left: Value, _ right: Value) throws -> Value? {
        nil
    }

    /// A duration times a number, in either order; nil for anything else.
    static func product(_ left: Value, _ right: Value) throws -> Value? {
        nil
    }

    /// A duration divided by a number; nil for anything else.
    static func quotient(_ left: Value, _ right: Value) throws -> Value? {
        nil
    }

    /// Whether `left` comes before `right`, for `<`, `>` and ORDER BY: both of the same temporal type; nil otherwise. Durations are only
    /// ordered by ORDER BY, by their average length.
    static func precedes(_ left: Value, _ right: Value) -> Bool? {
        nil
    }

    /// ISO 8601, as openCypher writes it; nil for a value that is not temporal.
    static func text(_ value: Value) -> String? {
        nil
    }
}
