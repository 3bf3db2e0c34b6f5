@testable import GraphQuery

/// Why a scenario failed.
struct TCKFailure: Error, Sendable, Hashable {
    /// The query that was run last.
    var query: String
    var expected: String
    var actual: String
}

extension ExpectedRows: CustomStringConvertible {
    /// - Throws: `TCKFailure` when columns, values, numbers of rows or their order differ.
    func compare(with result: QueryResult, query: String, graph: any PropertyGraph) throws {
        let actual = ExpectedRows(
            columns: result.columns, rows: try result.rows.map { row in try row.map { try ComparableValue($0, in: graph) } },
            isOrdered: isOrdered, ignoresListOrder: ignoresListOrder)
        guard columns == nil || columns == actual.columns, comparableRows == actual.comparableRows else {
            throw TCKFailure(query: query, expected: description, actual: actual.description)
        }
    }

    /// Rows that are equal when the order, where it does not matter, is left aside.
    private var comparableRows: [[ComparableValue]] {
        let rows = ignoresListOrder ? rows.map { $0.map(\.withSortedLists) } : rows
        return isOrdered ? rows : rows.sorted { $0.description < $1.description }
    }

    var description: String {
        guard let columns else { return "no rows" }
        let lines = [columns.joined(separator: " | ")] + rows.map { $0.map(\.description).joined(separator: " | ") }
        return lines.map { "| \($0) |" }.joined(separator: "\n") + (isOrdered ? "\nin order" : "")
    }
}

extension ExpectedError: CustomStringConvertible {
    func matches(_ error: QueryError) -> Bool {
        kind == error.kind.rawValue && (phase ?? error.phase.rawValue) == error.phase.rawValue && (detail ?? error.detail) == error.detail
    }

    var description: String { "\(kind) at \(phase ?? "any time"): \(detail ?? "*")" }
}

extension QueryError {
    var summary: String { "\(kind.rawValue) at \(phase.rawValue): \(detail) (\(message))" }
}
