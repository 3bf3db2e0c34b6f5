import GRDB
import KnowledgeGraph

/// A condition on the statement `s`. It holds nothing but numbers, so they stand in its SQL.
struct SQLCondition {
    private(set) var sql = "1"

    init(_ filter: StatementFilter, _ cache: ReadCache) throws {
        if !filter.relations.isEmpty || !filter.classes.isEmpty {
            let names = Set(filter.relations.map(ByteText.init))
            let passing = try cache.relations().filter { _, relation in
                (names.isEmpty || names.contains(ByteText(relation.name)))
                    && (filter.classes.isEmpty || filter.classes.contains(relation.relationClass))
            }
            require("s.relation", isIn: passing.keys.sorted())
        }
        if !filter.statuses.isEmpty { require("s.status", isIn: filter.statuses.map { Int64($0.code) }.sorted()) }
        if let until = filter.until { require("s.day <= \(until.daysSince1970)") }
        if let since = filter.since { require("s.lastDay >= \(since.daysSince1970)") }
    }

    mutating func require(_ condition: String) {
        sql += " AND \(condition)"
    }

    mutating func require(_ column: String, isIn values: [Int64]) {
        require("\(column) IN (\(values.map(String.init).joined(separator: ", ")))")
    }
}
