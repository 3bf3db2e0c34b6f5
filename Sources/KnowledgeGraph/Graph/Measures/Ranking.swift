/// An actor and how much a measure gives it.
package struct Score: Sendable, Hashable, Comparable {
    package var actor: Int
    package var value: Double

    /// Lower scores first; of equal ones the larger number, so that the better of two is the one that a list shows first.
    package static func < (left: Self, right: Self) -> Bool {
        left.value != right.value ? left.value < right.value : left.actor > right.actor
    }

    /// The best so many, best first. O(n log limit).
    static func best(_ limit: Int, of scores: some Sequence<Score>) -> [Score] {
        guard limit > 0 else { return [] }
        var heap = Heap<Score>()
        for score in scores {
            if heap.count < limit {
                heap.push(score)
            } else if let least = heap.least, least < score {
                _ = heap.popLeast()
                heap.push(score)
            }
        }
        return heap.elements.sorted(by: >)
    }
}
