/// Lengths of the shortest ways between any two boxes of a figure, whatever the direction of lines; a line is about one long.
///
/// Lines of boxes that have many are longer, so that their surroundings have room.
struct GraphDistances {
    let count: Int
    private var lengths: [Double]

    /// By correcting labels from every box: about O(boxes · lines).
    init(count: Int, lines: [(Int, Int)]) {
        self.count = count
        var neighbours = [[Int]](repeating: [], count: count)
        for (first, second) in lines {
            neighbours[first].append(second)
            neighbours[second].append(first)
        }
        let roots = neighbours.map { Double($0.count).squareRoot() }
        func length(_ first: Int, _ second: Int) -> Double { 0.5 + 0.25 * (roots[first] + roots[second]) }
        let mean = lines.isEmpty ? 1 : lines.reduce(0) { $0 + length($1.0, $1.1) } / Double(lines.count)
        // Parts that nothing joins stand side by side, the further apart the more there is to see.
        let apart = 1 + 0.4 * Double(count).squareRoot()

        lengths = [Double](repeating: apart, count: count * count)
        for start in 0..<count {
            var reached = [Double](repeating: .infinity, count: count)
            reached[start] = 0
            var border = [start]
            while !border.isEmpty {
                var next: [Int] = []
                for box in border {
                    for neighbour in neighbours[box] where reached[box] + length(box, neighbour) / mean < reached[neighbour] - 1e-9 {
                        reached[neighbour] = reached[box] + length(box, neighbour) / mean
                        next.append(neighbour)
                    }
                }
                border = next
            }
            for box in 0..<count where reached[box] < .infinity { lengths[start * count + box] = reached[box] }
        }
    }

    subscript(first: Int, second: Int) -> Double { lengths[first * count + second] }
}
