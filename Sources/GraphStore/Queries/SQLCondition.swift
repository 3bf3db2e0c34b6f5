import GRDB
import KnowledgeGraph

/// A condition on the statement `s`. It holds nothing but numbers, so they stand in its SQL.
struct SQLCondition {
    private(set) var sql = "1"

    init(_ filter: StatementFilter, _ cache: ReadCache) throws {
        if let relations = try filter.relationKeys(in: cache) { require("s.relation", isIn: relations) }
        if !filter.statuses.isEmpty { require("s.status", isIn: filter.statuses.map { Int64($0.code) }.sorted()) }
        if let until = filter.until { require("s.day <= \(until.daysSince1970)") }
        if let since = filter.since { require("s.lastDay >= \(since.daysSince1970)") }
    }

    private mutating func require(_ condition: String) {
        sql += " AND \(condition)"
    }

    private mutating func require(_ column: String, isIn values: [Int64]) {
        require("\(column) IN (\(values.map(String.init).joined(separator: ", ")))")
    }
}
