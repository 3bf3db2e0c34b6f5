import GRDB

/// Keys of rows: which of them, from the first possible to the last.
package struct KeySet: Sendable {
    private var words: [UInt64] = []
    package private(set) var count = 0

    /// Keys are given one after the other, so that the largest is not much larger than their number.
    static let limit: Int64 = 1 << 31

    mutating func insert(_ keys: Range<Int64>) throws {
        guard keys.lowerBound >= 0, keys.upperBound <= Self.limit else { throw DatabaseError.damage("there are no rows \(keys)") }
        let missing = Int((keys.upperBound + 63) / 64) - words.count
        if missing > 0 { words += repeatElement(0, count: missing) }
        for key in keys where !contains(key) {
            words[Int(key / 64)] |= 1 << UInt64(key % 64)
            count += 1
        }
    }

    package func contains(_ key: Int64) -> Bool {
        key >= 0 && key / 64 < words.count && words[Int(key / 64)] & (1 << UInt64(key % 64)) != 0
    }

    package func intersection(_ other: KeySet) -> KeySet {
        var common = KeySet()
        common.words = zip(words, other.words).map { $0 & $1 }
        common.count = common.words.reduce(0) { $0 + $1.nonzeroBitCount }
        return common
    }

    /// Ascending.
    package var keys: some Sequence<Int64> {
        words.lazy.enumerated().flatMap { place, word in
            (0..<64).lazy.filter { word & (1 << UInt64($0)) != 0 }.map { Int64(place * 64 + $0) }
        }
    }
}
