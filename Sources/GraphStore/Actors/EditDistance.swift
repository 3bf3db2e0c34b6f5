/// How many letters must be changed, added, dropped or swapped to make one word of another (optimal string alignment).
enum EditDistance {
    /// Nil when it is more than `limit`. O(n × m).
    static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        var before = [Int](repeating: 0, count: right.count + 1)
        var above = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1] + [Int](repeating: 0, count: right.count)
            for (column, other) in right.enumerated() {
                current[column + 1] = min(above[column + 1] + 1, current[column] + 1, above[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    current[column + 1] = min(current[column + 1], before[column - 1] + 1)
                }
            }
            guard current.min() ?? 0 <= limit else { return nil }
            (before, above) = (above, current)
        }
        return above[right.count] <= limit ? above[right.count] : nil
    }
}
