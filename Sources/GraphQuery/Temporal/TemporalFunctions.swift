/// The functions, fields and arithmetic of dates, times and durations, as openCypher's CIP2015-08-06 "Date and Time" defines them.
enum TemporalFunctions {
    /// Lower-case names of the functions, such as `date`, `date.truncate`, `duration.between`, with how many arguments they take.
    static let arities: [String: ClosedRange<Int>] = functions.mapValues(\.arity)

    /// - Parameter name: one of `arities`.
    /// - Returns: null when an argument is null, or a value in a map that the result is made from.
    /// - Throws: `QueryError` for text, numbers and types that the function cannot use.
    static func call(_ name: String, _ arguments: [Value], now: ZonedDateTime) throws -> Value {
        guard let function = functions[name] else {
            preconditionFailure("\(name) is none of the temporal functions")
        }
        return arguments.contains(where: hasNull) ? .null : try function.body(arguments, now)
    }

    /// A field such as `year` of a temporal value; nil when it has no such field.
    static func field(_ key: String, of value: Value) throws -> Value? {
        switch value {
        case .date(let date): date.field(key).map(Value.integer)
        case .localTime(let time): time.field(key).map(Value.integer)
        case .time(let time): ClockZone.field(key, ofOffset: time.offset) ?? time.local.field(key).map(Value.integer)
        case .localDateTime(let dateTime): (dateTime.date.field(key) ?? dateTime.time.field(key)).map(Value.integer)
        case .dateTime(let dateTime): try dateTime.field(key)
        case .duration(let duration): try duration.field(key).map(Value.integer)
        default: nil
        }
    }

    /// `left + right`; nil unless one is a duration and the other a temporal value or a duration.
    static func sum(_ left: Value, _ right: Value) throws -> Value? {
        switch (left, right) {
        case (_, .duration(let duration)): try left.adding(duration)
        case (.duration(let duration), _): try right.adding(duration)
        default: nil
        }
    }

    /// `left - right`; nil unless `right` is a duration and `left` a temporal value or a duration.
    static func difference(_ left: Value, _ right: Value) throws -> Value? {
        guard case .duration(let duration) = right else { return nil }
        return try left.adding(duration.negated())
    }

    /// A duration times a number, in either order; nil for anything else.
    static func product(_ left: Value, _ right: Value) throws -> Value? {
        switch (left, right) {
        case (.duration(let duration), _): try right.product(with: duration).map(Value.duration)
        case (_, .duration(let duration)): try left.product(with: duration).map(Value.duration)
        default: nil
        }
    }

    /// A duration divided by a number; nil for anything else.
    static func quotient(_ left: Value, _ right: Value) throws -> Value? {
        guard case .duration(let duration) = left else { return nil }
        return try right.quotient(of: duration).map(Value.duration)
    }

    /// Whether `left` comes before `right`, for `<`, `>` and ORDER BY: both of the same temporal type; nil otherwise. Durations are only
    /// ordered by ORDER BY, by their average length.
    static func precedes(_ left: Value, _ right: Value) -> Bool? {
        switch (left, right) {
        case (.date(let left), .date(let right)): left < right
        case (.localTime(let left), .localTime(let right)): left < right
        case (.time(let left), .time(let right)): left < right
        case (.localDateTime(let left), .localDateTime(let right)): left < right
        case (.dateTime(let left), .dateTime(let right)): left < right
        case (.duration(let left), .duration(let right)): left.sortsBefore(right)
        default: nil
        }
    }

    /// ISO 8601, as openCypher writes it; nil for a value that is not temporal.
    static func text(_ value: Value) -> String? {
        switch value {
        case .date(let date): date.text
        case .localTime(let time): time.text
        case .time(let time): time.text
        case .localDateTime(let dateTime): dateTime.text
        case .dateTime(let dateTime): dateTime.text
        case .duration(let duration): duration.text
        default: nil
        }
    }
}

/// How many arguments a function takes, and what it makes of them; none of them is null.
private struct TemporalFunction: Sendable {
    let arity: ClosedRange<Int>
    let body: @Sendable (_ arguments: [Value], _ now: ZonedDateTime) throws -> Value
}

/// All functions by their lower-case names.
private let functions: [String: TemporalFunction] = {
    var functions = [
        "datetime.fromepoch": TemporalFunction(arity: 2...2) { arguments, _ in
            try dateTime(epochSeconds: arguments[0], nanoseconds: arguments[1])
        },
        "datetime.fromepochmillis": TemporalFunction(arity: 1...1) { arguments, _ in try dateTime(epochMilliseconds: arguments[0]) },
        "duration": TemporalFunction(arity: 1...1) { arguments, _ in try duration(arguments[0]) },
        "duration.between": between("duration.between") { try $0.inAllUnits() },
        "duration.inmonths": between("duration.inMonths") { $0.inMonths },
        "duration.indays": between("duration.inDays") { $0.inDays },
        "duration.inseconds": between("duration.inSeconds") { $0.inSeconds },
    ]
    for kind in TemporalKind.allCases {
        functions[kind.rawValue] = TemporalFunction(arity: 0...1) { arguments, now in
            try arguments.first.map { try kind.value(of: $0, now: now) } ?? kind.current(inZone: nil, now: now)
        }
        // One clock for the query, its statement and its transaction.
        for clock in ["transaction", "statement", "realtime"] {
            functions["\(kind.rawValue).\(clock)"] = TemporalFunction(arity: 0...1) { arguments, now in
                try kind.current(inZone: arguments.first, now: now)
            }
        }
        functions["\(kind.rawValue).truncate"] = TemporalFunction(arity: 1...3) { arguments, now in
            try kind.truncating(
                arguments.dropFirst().first, to: arguments[0], changes: arguments.dropFirst(2).first ?? .map([:]), now: now)
        }
    }
    return functions
}()

private func between(
    _ name: String, _ measure: @escaping @Sendable (TimeSpan) throws -> CalendarDuration
) -> TemporalFunction {
    TemporalFunction(arity: 2...2) { arguments, _ in
        .duration(try measure(TimeSpan(from: arguments[0], to: arguments[1], function: name)))
    }
}

private func hasNull(_ argument: Value) -> Bool {
    switch argument {
    case .null: true
    case .map(let entries): entries.values.contains { if case .null = $0 { true } else { false } }
    default: false
    }
}

private func duration(_ argument: Value) throws -> Value {
    switch argument {
    case .duration: argument
    case .map(let entries): .duration(try CalendarDuration(map: entries))
    case .string(let text): .duration(try CalendarDuration(text: text))
    default: throw QueryError.wrongTemporalType("a duration is made from a map or text; write {days: 1.5} or 'P1DT12H'")
    }
}

private func dateTime(epochSeconds: Value, nanoseconds: Value) throws -> Value {
    guard case .integer(let seconds) = epochSeconds, case .integer(let nanoseconds) = nanoseconds else {
        throw QueryError.wrongTemporalType("datetime.fromEpoch takes whole seconds and nanoseconds; write numbers without a point")
    }
    guard (0..<LocalTime.nanosecondsPerSecond).contains(nanoseconds) else {
        throw QueryError.invalidTemporal("nanosecond \(nanoseconds) does not exist; write 0 to 999999999")
    }
    return .dateTime(try ClockZone.utc.dateTime(atInstant: seconds, nanosecond: Int32(nanoseconds)))
}

private func dateTime(epochMilliseconds: Value) throws -> Value {
    guard case .integer(let milliseconds) = epochMilliseconds else {
        throw QueryError.wrongTemporalType("datetime.fromEpochMillis takes whole milliseconds; write a number without a point")
    }
    return .dateTime(try ZonedDateTime(epochMilliseconds: milliseconds))
}
