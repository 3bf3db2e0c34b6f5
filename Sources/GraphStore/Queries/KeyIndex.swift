/// Places of keys in a list: keys are given one after the other, so a table of places is hardly longer than the list.
struct KeyIndex: Sendable {
    private var places: [Int32] = []
    /// For keys too large for the table, which only a damaged or much changed file has.
    private var others: [Int64: Int32] = [:]

    /// - Parameter keys: different keys, fewer than 2^31.
    init(_ keys: [Int64]) {
        let limit = Int64(keys.count) * 4 + 65_536
        let largest = keys.lazy.filter { 0 <= $0 && $0 < limit }.max() ?? -1
        places = Array(repeating: -1, count: Int(largest) + 1)
        for (place, key) in keys.enumerated() {
            if 0 <= key, key <= largest { places[Int(key)] = Int32(place) } else { others[key] = Int32(place) }
        }
    }

    /// Nil for a key that is not in the list. O(1).
    subscript(key: Int64) -> Int? {
        guard key >= 0, key < places.count else { return others[key].map(Int.init) }
        let place = places[Int(key)]
        return place < 0 ? nil : Int(place)
    }
}
