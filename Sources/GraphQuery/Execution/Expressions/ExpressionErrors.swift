extension QueryError {
    /// A value of a type that an operator does not take.
    static func wrongOperand(_ message: String, at location: SourceLocation?) -> QueryError {
        QueryError(.typeError, .runtime, "InvalidArgumentType", message, at: location)
    }

    /// A value of a type that a function does not take.
    static func wrongArgument(_ function: String, _ value: Value, expected: String) -> QueryError {
        QueryError(.typeError, .runtime, "InvalidArgumentValue", "\(function)() takes \(expected), not \(value.kindName)")
    }

    static func outOfRange(_ message: String) -> QueryError {
        QueryError(.argumentError, .runtime, "NumberOutOfRange", message)
    }

    /// The same error with a place, unless it has one.
    func located(at location: SourceLocation) -> QueryError {
        guard self.location == nil else { return self }
        var error = self
        error.location = location
        return error
    }
}
