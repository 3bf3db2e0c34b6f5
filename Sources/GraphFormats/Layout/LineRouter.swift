/// The way of a line past the boxes that it has nothing to do with.
///
/// Graphviz's own routing takes seconds where there are a hundred lines; this looks only at the boxes that stand in the way.
struct LineRouter {
    /// All boxes of the figure, with the room that lines leave around them.
    private let obstacles: [Box]

    private static let clearance = Point(4, 4)
    /// A line goes round this many boxes, one behind the other, before it takes the straight way behind the last.
    private static let deepest = 4
    /// Points of detour that a line takes rather than run behind a box.
    private static let penalty = 400.0

    init(_ boxes: [Box]) {
        obstacles = boxes.map { Box(middle: $0.middle, half: $0.half + LineRouter.clearance) }
    }

    /// The corners of the shortest way found, both ends included. Boxes with an end in them are no obstacle.
    ///
    /// - Parameter own: indices of the boxes that belong to the line.
    func way(from start: Point, to end: Point, own: [Int]) -> [Point] {
        let others = obstacles.indices.filter { index in
            !own.contains(index) && !obstacles[index].contains(start) && !obstacles[index].contains(end)
        }
        return shortest(from: start, to: end, others, depth: LineRouter.deepest).corners
    }

    private func shortest(from start: Point, to end: Point, _ others: [Int], depth: Int) -> (corners: [Point], length: Double) {
        let direct = (end - start).length
        let inTheWay = others.filter { obstacles[$0].isCrossed(from: start, to: end) }
        guard let first = inTheWay.min(by: { distance($0, start) < distance($1, start) }) else { return ([start, end], direct) }
        var best = (corners: [start, end], length: direct + LineRouter.penalty * Double(inTheWay.count))
        guard depth > 0 else { return best }
        for corner in detours(around: obstacles[first], from: start, to: end) {
            let lengthAtLeast = (corner - start).length + (end - corner).length
            guard lengthAtLeast < best.length else { continue }
            let before = shortest(from: start, to: corner, others, depth: depth - 1)
            guard before.length + (end - corner).length < best.length else { continue }
            let after = shortest(from: corner, to: end, others, depth: depth - 1)
            if before.length + after.length < best.length {
                best = (before.corners + after.corners.dropFirst(), before.length + after.length)
            }
        }
        return best
    }

    private func distance(_ index: Int, _ point: Point) -> Double { (obstacles[index].middle - point).length }

    /// The outermost corner on either side of the straight way.
    private func detours(around box: Box, from start: Point, to end: Point) -> [Point] {
        let way = end - start
        func across(_ point: Point) -> Double { way.x * (point.y - start.y) - way.y * (point.x - start.x) }
        // A corner itself is in nobody's way.
        let corners = box.corners(1.001)
        return [corners.max { across($0) < across($1) }, corners.min { across($0) < across($1) }].compactMap(\.self)
            .filter { corner in !obstacles.contains { $0.contains(corner) } }
    }
}

extension Box {
    func contains(_ point: Point) -> Bool { abs(point.x - middle.x) < half.x && abs(point.y - middle.y) < half.y }

    func corners(_ scale: Double) -> [Point] {
        let half = half * scale
        return [middle - half, middle + Point(half.x, -half.y), middle + half, middle + Point(-half.x, half.y)]
    }

    /// True when a straight way runs through the inside.
    func isCrossed(from start: Point, to end: Point) -> Bool {
        let way = end - start
        let off = start - middle
        var (enters, leaves) = (0.0, 1.0)
        for axis in 0..<2 {
            if way[axis] == 0 {
                if abs(off[axis]) >= half[axis] { return false }
                continue
            }
            let (near, far) = ((-half[axis] - off[axis]) / way[axis], (half[axis] - off[axis]) / way[axis])
            enters = max(enters, min(near, far))
            leaves = min(leaves, max(near, far))
        }
        return leaves - enters > 1e-6
    }
}
