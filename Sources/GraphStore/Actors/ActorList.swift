import GRDB

/// The actors of one state of the file, by id; those that are merged into another are not among them.
struct ActorList: Sendable {
    let keys: [Int64]
    /// In the order of their UTF-8 bytes, as SQLite sorts them.
    let ids: [String]
    private let places: KeyIndex

    init(keys: [Int64], ids: [String]) {
        self.keys = keys
        self.ids = ids
        places = KeyIndex(keys)
    }

    /// Nil for a key that is not in this state. O(1).
    subscript(key: Int64) -> Int? { places[key] }

    func index(of key: Int64) throws -> Int {
        guard let index = places[key] else { throw DatabaseError.damage("actor \(key) is missing") }
        return index
    }

    /// The list with more actors, in the order of their ids, and the new place of each that was there; nil when all places stay.
    func adding(_ others: [(key: Int64, id: String)]) -> (list: ActorList, places: [Int]?) {
        guard !others.isEmpty else { return (self, nil) }
        var (newKeys, newIDs, newPlaces): ([Int64], [String], [Int]) = ([], [], [])
        var next = 0
        for (key, id) in zip(keys, ids) {
            while next < others.count, others[next].id.utf8.lexicographicallyPrecedes(id.utf8) {
                newKeys.append(others[next].key)
                newIDs.append(others[next].id)
                next += 1
            }
            newPlaces.append(newKeys.count)
            newKeys.append(key)
            newIDs.append(id)
        }
        newKeys += others[next...].map(\.key)
        newIDs += others[next...].map(\.id)
        return (ActorList(keys: newKeys, ids: newIDs), newPlaces)
    }
}

extension StoreSnapshot {
    /// O(actors).
    func actorList() throws -> ActorList {
        let actors = try actors(after: Int64.min)
        return ActorList(keys: actors.map(\.key), ids: actors.map(\.id))
    }

    /// The actors with a larger key, by id.
    func actors(after key: Int64) throws -> [(key: Int64, id: String)] {
        let rows = try RawStatement("SELECT key, id FROM actors WHERE root IS NULL AND key > ? ORDER BY id", in: database)
        rows.bind(key, at: 1)
        var actors: [(key: Int64, id: String)] = []
        try rows.forEach { actors.append((try $0.key(0), try $0.text(1))) }
        return actors
    }
}
