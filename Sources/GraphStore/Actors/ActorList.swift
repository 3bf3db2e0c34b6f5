import GRDB

/// The actors of one state of the file, by id; those that are merged into another are not among them.
struct ActorList: Sendable {
    let keys: [Int64]
    private let places: KeyIndex

    init(_ keys: [Int64]) {
        self.keys = keys
        places = KeyIndex(keys)
    }

    func index(of key: Int64) throws -> Int {
        guard let index = places[key] else { throw DatabaseError.damage("actor \(key) is missing") }
        return index
    }
}

extension StoreSnapshot {
    /// O(actors).
    func actorList() throws -> ActorList {
        let rows = try RawStatement("SELECT key FROM actors WHERE root IS NULL ORDER BY id", in: database)
        var keys: [Int64] = []
        try rows.forEach { keys.append(try $0.key(0)) }
        return ActorList(keys)
    }
}
