import Testing

@testable import GraphQuery

/// Calls a temporal function as a query would, on 2024-05-06T07:08:09Z.
func call(_ name: String, _ arguments: Value...) throws -> Value {
    try TemporalFunctions.call(name, arguments, now: ZonedDateTime(epochMilliseconds: 1_714_979_289_000))
}

/// The text of what a temporal function gives; `null` for null.
func text(_ name: String, _ arguments: Value...) throws -> String {
    let value = try TemporalFunctions.call(name, arguments, now: ZonedDateTime(epochMilliseconds: 1_714_979_289_000))
    if case .null = value { return "null" }
    return try #require(TemporalFunctions.text(value), "\(name) gave no temporal value")
}

/// The value that `name('text')` gives.
func temporal(_ name: String, _ text: String) throws -> Value {
    try call(name, .string(text))
}

/// A map of whole numbers.
func numbers(_ entries: [String: Int]) -> Value {
    .map(entries.mapValues(Value.integer))
}
