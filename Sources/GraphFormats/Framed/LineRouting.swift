/// Lines between boxes, bent around what is in their way, and a place for the label of each.
///
/// A line is one Bézier curve. Each takes the least bend that touches no other box and leaves room for its label.
struct LineRouting {
    struct Line {
        /// The four points of the curve, from border to border.
        var curve: [Point]
        var label: Rect
    }

    private let boxes: [Rect]
    /// What no label may lie on besides boxes: captions.
    private var taken: [Rect]
    private(set) var lines: [Line] = []
    /// False when a label found no room.
    private(set) var isClear = true

    private static let bends: [Double] = [0, 14, -14, 30, -30, 50, -50, 75, -75, 105, -105, 140, -140, 180, -180, 230, -230]
    /// Where on the line labels stand, best first.
    private static let places: [Double] = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8]
    private static let labelGap = 3.0

    /// - Parameters:
    ///   - edges: ends as indices of the boxes, with the size of the label.
    ///   - needsRoom: goes no further once a label finds no room; `lines` are then not all.
    init(
        _ boxes: [Rect], captions: [Rect], edges: [(from: Int, to: Int, width: Double, height: Double)], needsRoom: Bool = false
    ) {
        self.boxes = boxes
        taken = captions
        // Lines of one pair fan out.
        var linesOfPair: [[Int]: Int] = [:]
        for edge in edges {
            let pair = [min(edge.from, edge.to), max(edge.from, edge.to)]
            let turn = linesOfPair[pair, default: 0]
            linesOfPair[pair] = turn + 1
            add(edge, turn: turn)
            if needsRoom, !isClear { return }
        }
    }

    private mutating func add(_ edge: (from: Int, to: Int, width: Double, height: Double), turn: Int) {
        let (start, end) = (boxes[edge.from], boxes[edge.to])
        // Bends of a pair are measured on the same side, whichever way the line runs.
        let side = edge.from < edge.to ? 1.0 : -1.0
        var best: (line: Line, cost: Double)?
        for bend in Self.bends {
            // No wider bend can cost less.
            if let best, best.cost <= abs(bend) { break }
            let offset = (bend + Double((turn + 1) / 2) * (turn % 2 == 0 ? -26 : 26)) * side
            guard let curve = curve(from: start, to: end, offset: offset) else { continue }
            let hits = boxes.indices.count { $0 != edge.from && $0 != edge.to && touches(curve, boxes[$0]) }
            // A box in the way is worse than the widest bend.
            let cost = Double(hits) * 400 + abs(bend)
            if let best, cost >= best.cost { continue }
            guard let label = label(edge.width, edge.height, on: curve) else { continue }
            best = (Line(curve: curve, label: label), cost)
        }
        if best == nil {
            isClear = false
            let curve =
                curve(from: start, to: end, offset: 0) ?? [start, end].flatMap { [Point(x: $0.x, y: $0.y), Point(x: $0.x, y: $0.y)] }
            let middle = Self.point(curve, 0.5)
            best = (Line(curve: curve, label: Rect(x: middle.x, y: middle.y, width: edge.width, height: edge.height)), 0)
        }
        guard let best else { return }
        lines.append(best.line)
        taken.append(best.line.label)
    }

    private func label(_ width: Double, _ height: Double, on curve: [Point]) -> Rect? {
        for place in Self.places {
            let middle = Self.point(curve, place)
            let label = Rect(x: middle.x, y: middle.y, width: width, height: height)
            if !boxes.contains(where: { $0.isNear(label, gap: Self.labelGap + 2) }),
                !taken.contains(where: { $0.isNear(label, gap: Self.labelGap) })
            {
                return label
            }
        }
        return nil
    }

    /// A curve between two borders that is `offset` points off the straight line in its middle.
    private func curve(from start: Rect, to end: Rect, offset: Double) -> [Point]? {
        let a = Point(x: start.x, y: start.y)
        let b = Point(x: end.x, y: end.y)
        let along: Point = b - a
        guard along.length > 1 else { return nil }
        let share: Double = offset / 0.75 / along.length
        let aside: Point = Point(x: -along.y, y: along.x) * share
        let third: Point = along / 3
        let full: [Point] = [a, a + third + aside, b - third + aside, b]
        guard let from = leaving(full, start), let to = leaving(full.reversed(), end), from < 1 - to - 0.02 else { return nil }
        return Self.part(full, from, 1 - to)
    }

    /// Where on the curve its first box ends, by halving.
    private func leaving(_ curve: [Point], _ box: Rect) -> Double? {
        guard !box.contains(Self.point(curve, 0.5)) else { return nil }
        var (inside, outside) = (0.0, 0.5)
        for _ in 0..<20 {
            let middle = (inside + outside) / 2
            if box.contains(Self.point(curve, middle), margin: 1) { inside = middle } else { outside = middle }
        }
        return outside
    }

    private func touches(_ curve: [Point], _ box: Rect) -> Bool {
        // A curve stays among its four points.
        guard curve.contains(where: { $0.x < box.right + 4 }), curve.contains(where: { $0.x > box.left - 4 }),
            curve.contains(where: { $0.y < box.top + 4 }), curve.contains(where: { $0.y > box.bottom - 4 })
        else { return false }
        return stride(from: 0.04, through: 0.96, by: 0.04).contains { box.contains(Self.point(curve, $0), margin: 4) }
    }

    static func point(_ curve: [Point], _ t: Double) -> Point {
        let u: Double = 1 - t
        let (first, second, third, fourth): (Double, Double, Double, Double) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        let start: Point = curve[0] * first + curve[1] * second
        let end: Point = curve[2] * third + curve[3] * fourth
        return start + end
    }

    /// The curve up to where its end is `length` points away.
    static func shortened(_ curve: [Point], by length: Double) -> [Point] {
        var (near, far) = (1.0, 0.0)
        for _ in 0..<20 {
            let middle = (near + far) / 2
            if (point(curve, middle) - curve[3]).length < length { near = middle } else { far = middle }
        }
        return part(curve, 0, far)
    }

    /// The part of a curve between two parameters (de Casteljau).
    private static func part(_ curve: [Point], _ from: Double, _ to: Double) -> [Point] {
        func mixed(_ s: Double, _ t: Double, _ r: Double) -> Point {
            func mix(_ a: Point, _ b: Point, _ t: Double) -> Point { a + (b - a) * t }
            let (a, b, c) = (mix(curve[0], curve[1], s), mix(curve[1], curve[2], s), mix(curve[2], curve[3], s))
            return mix(mix(a, b, t), mix(b, c, t), r)
        }
        return [mixed(from, from, from), mixed(from, from, to), mixed(from, to, to), mixed(to, to, to)]
    }
}
