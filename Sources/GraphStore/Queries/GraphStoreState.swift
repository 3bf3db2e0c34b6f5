import GRDB

extension GraphStore {
    /// A short text that is another one after every commit that has changed the database: for ETags of HTTP. Letters and digits of ASCII and `-`.
    ///
    /// Equal texts of one file mean equal contents. Two files that grew differently hardly have the same: it says how many commits there were,
    /// and what the newest document is. O(1).
    public func stateTag() throws -> String {
        try read { snapshot in
            let row = try RawStatement(
                "SELECT changes, figures, (SELECT hash FROM documents ORDER BY key DESC LIMIT 1) FROM state", in: snapshot.database)
            let tag = try row.first { row in
                let numbers = [try row.integer(0), try row.integer(1)].map { String(UInt(bitPattern: $0), radix: 36) }
                return (numbers + [String(try row.optionalText(2)?.prefix(8) ?? "")]).joined(separator: "-")
            }
            guard let tag else { throw DatabaseError.damage("the count of changes is missing") }
            return tag
        }
    }
}
