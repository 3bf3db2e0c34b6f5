/// Places of keys in a list: keys are given one after the other, so a table of places is hardly longer than the list.
struct KeyIndex: Sendable {
    private var places: [Int32] = []
    /// For keys too large for the table, which only a damaged or much changed file has.
    private var others: [Int64: Int32] = [:]

    /// - Parameter keys: different keys, fewer than 2^31.
    init(_ keys: [Int64]) {
        append(keys, from: 0)
    }

    /// Adds keys that were not in the list, at the places from `first` on.
    mutating func append(_ keys: [Int64], from first: Int) {
        let limit = Int64(first + keys.count) * 4 + 65_536
        let largest = keys.lazy.filter { 0 <= $0 && $0 < limit }.max() ?? -1
        if largest >= places.count { places += repeatElement(-1, count: Int(largest) + 1 - places.count) }
        for (place, key) in keys.enumerated() {
            if 0 <= key, key < places.count { places[Int(key)] = Int32(first + place) } else { others[key] = Int32(first + place) }
        }
    }

    /// Nil for a key that is not in the list. O(1).
    subscript(key: Int64) -> Int? {
        if key >= 0, key < places.count, places[Int(key)] >= 0 { return Int(places[Int(key)]) }
        return others.isEmpty ? nil : others[key].map(Int.init)
    }
}
