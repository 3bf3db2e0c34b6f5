/// What goes wrong with dates, times and durations, all of it while the query runs.
extension QueryError {
    /// A number or text that no date, time or duration has.
    static func invalidTemporal(_ message: String) -> QueryError {
        QueryError(.argumentError, .runtime, "InvalidArgumentValue", message)
    }

    /// A result that does not fit the type.
    static func temporalOutOfRange(_ message: String) -> QueryError {
        QueryError(.argumentError, .runtime, "NumberOutOfRange", message)
    }

    static var durationTooLong: QueryError {
        temporalOutOfRange("the duration is too long; its months, days and seconds must each fit into 64 bits")
    }

    /// A value of a type that the function cannot use.
    static func wrongTemporalType(_ message: String) -> QueryError {
        QueryError(.typeError, .runtime, "InvalidArgumentType", message)
    }
}
