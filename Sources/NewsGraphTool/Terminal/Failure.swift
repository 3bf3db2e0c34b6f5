import ArgumentParser

/// Failures that end a command with nothing done.
enum Failure {
    /// Runs `body`; what it throws is printed in full and ends the command with the status of the contract.
    static func reported<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as ExitCode {
            throw error
        } catch {
            StandardError.write("newsgraph: \(TerminalText.safe(String(describing: error)))")
            throw ExitCode.wrongUsage
        }
    }
}
