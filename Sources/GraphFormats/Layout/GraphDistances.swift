/// Numbers of lines on the shortest way between any two boxes of a figure, whatever their direction.
struct GraphDistances {
    let count: Int
    private var lengths: [Double]

    /// By breadth-first search from every box: O(boxes · lines).
    init(count: Int, lines: [(Int, Int)]) {
        self.count = count
        var neighbours = [[Int]](repeating: [], count: count)
        for (first, second) in lines {
            neighbours[first].append(second)
            neighbours[second].append(first)
        }
        // Parts that nothing joins stand side by side, the further apart the more there is to see.
        let apart = 1 + 0.6 * Double(count).squareRoot()
        lengths = [Double](repeating: apart, count: count * count)
        for start in 0..<count {
            var border = [start]
            var length = 0.0
            var isReached = [Bool](repeating: false, count: count)
            isReached[start] = true
            while !border.isEmpty {
                var next: [Int] = []
                for box in border {
                    lengths[start * count + box] = length
                    for neighbour in neighbours[box] where !isReached[neighbour] {
                        isReached[neighbour] = true
                        next.append(neighbour)
                    }
                }
                border = next
                length += 1
            }
        }
    }

    subscript(first: Int, second: Int) -> Double { lengths[first * count + second] }
}
