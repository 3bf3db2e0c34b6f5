import GRDB

/// By how much the `uses` of a table's rows have changed since they were last written.
struct UseCounts {
    private let table: String
    private var changes: [Int64: Int] = [:]

    init(table: String) {
        self.table = table
    }

    mutating func add(_ count: Int, to key: Int64) {
        changes[key, default: 0] += count
    }

    /// Writes the counts.
    /// - Returns: the rows that nothing uses now, in ascending order.
    mutating func write(to database: Database) throws -> [Int64] {
        let update = try RawStatement("UPDATE \(table) SET uses = uses + ?2 WHERE key = ?1 RETURNING uses", in: database)
        var unused: [Int64] = []
        for (key, change) in changes.sorted(by: { $0.key < $1.key }) {
            update.bind(key, at: 1)
            update.bind(change, at: 2)
            guard let uses = try update.first({ try $0.integer(0) }), uses >= 0 else {
                throw DatabaseError.damage("row \(key) of \(table) is not there as often as it is used")
            }
            if uses == 0 { unused.append(key) }
        }
        changes.removeAll(keepingCapacity: true)
        return unused
    }
}
