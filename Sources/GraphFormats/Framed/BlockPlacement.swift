/// Places blocks - frames and lone boxes - so that those with relations stand near one another and none overlaps another.
///
/// Stress majorisation (Gansner, Koren, North: "Graph Drawing by Stress Majorization", 2004) from a circle, then blocks are
/// pushed apart. Deterministic. Cost: O(blocks³) at most.
struct BlockPlacement {
    private(set) var blocks: [Rect]

    private static let rounds = 120
    /// Figures are wider than they are high.
    private static let widening = 1.35

    /// - Parameters:
    ///   - links: pairs of blocks with the points that their label needs between them.
    ///   - gap: points between blocks at least.
    init(_ sizes: [(width: Double, height: Double)], links: [(Int, Int, room: Double)], gap: Double) {
        blocks = sizes.map { Rect(x: 0, y: 0, width: $0.width, height: $0.height) }
        guard blocks.count > 1 else { return }
        let distances = distances(links, gap: gap)
        placeOnCircle(links)
        majorise(distances)
        for index in blocks.indices { blocks[index].x *= Self.widening }
        pushApart(gap: gap)
    }

    /// How far each pair should be apart: along the shortest way of links; the unconnected a little further than all others.
    private func distances(_ links: [(Int, Int, room: Double)], gap: Double) -> [[Double]] {
        let count = blocks.count
        func reach(_ index: Int) -> Double { (blocks[index].width + blocks[index].height) / 4 }
        var distances = Array(repeating: Array(repeating: Double.infinity, count: count), count: count)
        for index in 0..<count { distances[index][index] = 0 }
        for (a, b, room) in links where a != b {
            let length = reach(a) + reach(b) + room + gap
            distances[a][b] = min(distances[a][b], length)
            distances[b][a] = distances[a][b]
        }
        for middle in 0..<count {
            for a in 0..<count where distances[a][middle] < .infinity {
                for b in 0..<count { distances[a][b] = min(distances[a][b], distances[a][middle] + distances[middle][b]) }
            }
        }
        let longest = distances.flatMap { $0 }.filter { $0 < .infinity }.max() ?? 0
        let apart = max(longest * 0.6, 200)
        return distances.map { $0.map { $0 < .infinity ? $0 : apart } }
    }

    /// Neighbours on the circle are those with the most links, so that the start is near a good end.
    private mutating func placeOnCircle(_ links: [(Int, Int, room: Double)]) {
        var weight = Array(repeating: Array(repeating: 0, count: blocks.count), count: blocks.count)
        for (a, b, _) in links where a != b {
            weight[a][b] += 1
            weight[b][a] += 1
        }
        var order: [Int] = []
        var left = Array(blocks.indices)
        while !left.isEmpty {
            let next = left.enumerated().max { first, second in
                func key(_ index: Int) -> (Int, Int) {
                    (order.last.map { weight[$0][index] } ?? 0, weight[index].reduce(0, +))
                }
                return key(first.element) == key(second.element)
                    ? first.offset > second.offset : key(first.element) < key(second.element)
            }
            guard let next else { break }
            order.append(next.element)
            left.remove(at: next.offset)
        }
        // Corners of a regular polygon by turning, so that no library's sine decides the last digit.
        let turn = unitTurn(parts: order.count)
        var direction = Point(x: 1, y: 0)
        for index in order {
            (blocks[index].x, blocks[index].y) = (direction.x * 300, direction.y * 300)
            direction = Point(x: direction.x * turn.x - direction.y * turn.y, y: direction.x * turn.y + direction.y * turn.x)
        }
    }

    private func unitTurn(parts: Int) -> Point {
        // Taylor series of cosine and sine; ten terms are exact to the last digit for angles up to a half turn.
        let angle = 2 * Double.pi / Double(parts)
        var (cosine, sine, term) = (1.0, 0.0, 1.0)
        for index in 1...22 {
            term *= angle / Double(index)
            switch index % 4 {
            case 1: sine += term
            case 2: cosine -= term
            case 3: sine -= term
            default: cosine += term
            }
        }
        return Point(x: cosine, y: sine)
    }

    private mutating func majorise(_ distances: [[Double]]) {
        for _ in 0..<Self.rounds {
            for index in blocks.indices {
                var (sum, weights) = (Point(x: 0, y: 0), 0.0)
                for other in blocks.indices where other != index {
                    let wanted = distances[index][other]
                    let weight = 1 / (wanted * wanted)
                    let between = Point(x: blocks[index].x - blocks[other].x, y: blocks[index].y - blocks[other].y)
                    let length = max(between.length, 0.001)
                    let target: Point = Point(x: blocks[other].x, y: blocks[other].y) + between * (wanted / length)
                    sum += target * weight
                    weights += weight
                }
                (blocks[index].x, blocks[index].y) = (sum.x / weights, sum.y / weights)
            }
        }
    }

    /// Two blocks too near go apart in the direction in which that is shorter, half the way each, until none is.
    private mutating func pushApart(gap: Double) {
        for _ in 0..<400 {
            var moved = false
            for a in blocks.indices {
                for b in blocks.indices.dropFirst(a + 1) where blocks[a].isNear(blocks[b], gap: gap) {
                    let x = (blocks[a].width + blocks[b].width) / 2 + gap - abs(blocks[a].x - blocks[b].x)
                    let y = (blocks[a].height + blocks[b].height) / 2 + gap - abs(blocks[a].y - blocks[b].y)
                    moved = true
                    if x < y {
                        let step = (x / 2 + 0.5) * (blocks[a].x <= blocks[b].x ? 1 : -1)
                        blocks[a].x -= step
                        blocks[b].x += step
                    } else {
                        let step = (y / 2 + 0.5) * (blocks[a].y <= blocks[b].y ? 1 : -1)
                        blocks[a].y -= step
                        blocks[b].y += step
                    }
                }
            }
            if !moved { return }
        }
    }
}
