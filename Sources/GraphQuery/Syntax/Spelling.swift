/// Finds the word that was meant.
enum Spelling {
    /// The candidate with the fewest slips, the first of several; nil when none is near.
    static func nearest(to word: String, in candidates: [String]) -> String? {
        let letters = Array(word.unicodeScalars)
        guard letters.count > 1, letters.count < 40 else { return nil }
        let limit = letters.count < 6 ? 1 : 2
        var best: (candidate: String, slips: Int)?
        for candidate in candidates {
            let other = Array(candidate.unicodeScalars)
            guard abs(other.count - letters.count) <= limit, other != letters else { continue }
            let slips = slips(letters, other)
            if slips <= limit, slips < best?.slips ?? .max { best = (candidate, slips) }
        }
        return best?.candidate
    }

    /// Letters left out, added, changed, or swapped with their neighbour: optimal string alignment.
    private static func slips(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var rows = [Array(0...right.count)]
        for (row, letter) in left.enumerated() {
            var line = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(rows[row][column + 1], line[column]) + 1
                cost = min(cost, rows[row][column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, rows[row - 1][column - 1] + 1)
                }
                line.append(cost)
            }
            rows.append(line)
        }
        return rows[left.count][right.count]
    }
}
