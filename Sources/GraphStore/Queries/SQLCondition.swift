import GRDB
import KnowledgeGraph

/// A condition on the statement `s`, with what its question marks stand for.
struct SQLCondition {
    private(set) var sql = "1"
    private(set) var arguments: StatementArguments = []

    init(_ filter: StatementFilter) {
        require("s.relation", isIn: filter.relations.sorted())
        require("s.class", isIn: filter.classes.map(\.rawValue).sorted())
        require("s.status", isIn: filter.statuses.map(\.rawValue).sorted())
        if let until = filter.until { require("s.day <= ?", [until.daysSince1970]) }
        if let since = filter.since { require("s.lastDay >= ?", [since.daysSince1970]) }
    }

    mutating func require(_ condition: String, _ values: StatementArguments = []) {
        sql += " AND \(condition)"
        arguments += values
    }

    private mutating func require(_ column: String, isIn values: [String]) {
        guard !values.isEmpty else { return }
        require("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))", StatementArguments(values.map(\.stored)))
    }
}
