/// Where the boxes of a figure stand: actors, and on the way between them the labels of their lines.
///
/// Made without Graphviz, so that the same graph plus one statement moves little and known actors can stay where they were.
struct BoxPlacement {
    /// By index of the diagram's nodes and edges.
    private(set) var actors: [Box]
    private(set) var labels: [Box]
    /// Each line as one curve with its label on it; nil where a label found no room on its line, and stands beside it.
    private(set) var curves: [LineRouting.Line]?
    /// The longest way that a known actor had to go, as boxes that stood free before may have grown.
    private(set) var longestShift = 0.0

    private let lines: [(Int, Int)]
    private let lanes: [Double]

    private static let gap = Point(12, 8)
    /// Share of the sheet that boxes with their gaps take.
    private static let density = 0.36
    /// Width by height of a figure without a sheet.
    private static let usualAspect = 1.5
    private static let rounds = 140
    /// How much further apart actors may stand, so that every label has room on its line.
    private static let spreads = [1, 1.08, 1.16, 1.25, 1.35, 1.46, 1.6]

    /// - Parameters:
    ///   - ids: the actors'.
    ///   - sizes: half of width and height, by actor.
    ///   - lines: pairs of indices of actors.
    ///   - labelSizes: half of width and height, by line.
    ///   - known: where actors stood before, by index.
    ///   - aspect: width by height that the figure is to have.
    ///   - hexagons: those of the actors whose boxes are hexagons.
    init(
        ids: [String], sizes: [Point], lines: [(Int, Int)], labelSizes: [Point], known: [Int: Point] = [:],
        aspect: Double = usualAspect, hexagons: Set<Int> = []
    ) {
        self.lines = lines
        lanes = BoxPlacement.lanes(lines)
        let stress = StressLayout(ids: ids, lines: lines)
        var known = known
        if !known.isEmpty { longestShift = BoxPlacement.part(&known, sizes) }

        let points: [Point]
        let unit: Point
        if known.isEmpty {
            points = stress.points()
            unit = BoxPlacement.unit(of: points, for: sizes + labelSizes, aspect)
        } else {
            // A wide figure has wide lines; but a newcomer stands no further off than there is need to.
            let length = stress.lineLength(of: known)
            unit = length > 40 ? Point(min(length * 1.2, 200), min(length * 0.8, 120)) : Point(180, 110)
            points = stress.points(among: known, unit: unit)
        }
        actors = points.indices.map { Box(middle: known[$0] ?? points[$0] * unit, half: sizes[$0]) }
        labels = labelSizes.map { Box(middle: .zero, half: $0) }
        for index in labels.indices { labels[index].middle = home(of: index, actors) }
        makeRoom(stress, unit: unit, known: Set(known.keys))
        leadLines(spreads: known.isEmpty ? BoxPlacement.spreads : [1], hexagons)
    }

    /// Says that known actors could not stay; nil when they could.
    var note: String? {
        guard longestShift >= 0.5 else { return nil }
        return "boxes that have grown moved by up to \(Int(longestShift.rounded(.up))) points from where they stood"
    }

    /// Where lines that share a pair of actors run side by side: 0 alone, −½ and ½ for two.
    private static func lanes(_ lines: [(Int, Int)]) -> [Double] {
        var indices: [[Int]: [Int]] = [:]
        for (index, line) in lines.enumerated() { indices[[min(line.0, line.1), max(line.0, line.1)], default: []].append(index) }
        var lanes = [Double](repeating: 0, count: lines.count)
        for shared in indices.values {
            for (lane, index) in shared.enumerated() { lanes[index] = Double(lane) - Double(shared.count - 1) / 2 }
        }
        return lanes
    }

    /// How long a line is, so that the boxes have room; depends on the graph without jumps.
    private static func unit(of points: [Point], for halves: [Point], _ aspect: Double) -> Point {
        let count = Double(max(1, points.count))
        let middle = points.reduce(.zero, +) / count
        let squares = points.reduce(Point.zero) { $0 + ($1 - middle) * ($1 - middle) } / count
        let spread = Point(max(0.3, squares.x.squareRoot()), max(0.3, squares.y.squareRoot()))
        let room = halves.reduce(0) { $0 + (2 * $1.x + gap.x) * (2 * $1.y + gap.y) } / density
        // A rectangle filled evenly has a twelfth of its side's square as variance.
        let area = room / (12 * spread.x * spread.y)
        let stretch = min(3, max(0.3, aspect * spread.y / spread.x))
        return Point((area * stretch).squareRoot(), (area / stretch).squareRoot())
    }

    /// Known actors whose boxes have grown part as little as needed. Returns the longest way that one went.
    private static func part(_ known: inout [Int: Point], _ halves: [Point]) -> Double {
        let indices = known.keys.sorted()
        let boxes = indices.map { Box(middle: known[$0] ?? .zero, half: halves[$0]) }
        var separation = BoxSeparation(boxes, mobility: boxes.map { _ in 1 }, gap: Point(2, 2))
        var rounds = 0
        while rounds < 300, separation.push() { rounds += 1 }
        separation.settle()
        for (position, index) in indices.enumerated() { known[index] = separation.boxes[position].middle }
        return zip(boxes, separation.boxes).map { ($0.middle - $1.middle).length }.max() ?? 0
    }

    /// Where a label belongs: the middle of the visible part of its line, in its lane.
    private func home(of index: Int, _ actors: [Box]) -> Point {
        let (subject, object) = (actors[lines[index].0], actors[lines[index].1])
        let (start, end) = (subject.border(towards: object.middle), object.border(towards: subject.middle))
        let middle = (start + end) / 2
        guard lanes[index] != 0 else { return middle }
        // The same side for both directions of a pair.
        let forward = lines[index].0 < lines[index].1 ? end - start : start - end
        let normal = Point(-forward.y, forward.x) / max(forward.length, 1e-9)
        let half = labels[index].half
        let width = min(2 * (abs(normal.x) * half.x + abs(normal.y) * half.y) + 8, 70)
        return middle + normal * (width * lanes[index])
    }

    /// Gives each line a curve with its label on it, with the actors no further apart than that needs.
    private mutating func leadLines(spreads: [Double], _ hexagons: Set<Int>) {
        let edges = lines.indices.map { index in
            (from: lines[index].0, to: lines[index].1, width: 2 * labels[index].half.x, height: 2 * labels[index].half.y)
        }
        for spread in spreads {
            let boxes = actors.enumerated().map { index, box in
                var box = Rect(x: box.middle.x * spread, y: box.middle.y * spread, width: 2 * box.half.x, height: 2 * box.half.y)
                box.isHexagon = hexagons.contains(index)
                return box
            }
            let routing = LineRouting(boxes, captions: [], edges: edges, needsRoom: true)
            guard routing.isClear else { continue }
            for index in actors.indices { actors[index].middle *= spread }
            for (index, line) in routing.lines.enumerated() { labels[index].middle = Point(line.label.x, line.label.y) }
            curves = routing.lines
            return
        }
    }

    /// Pushes apart what overlaps, while labels strive for their lines and actors for their distances.
    private mutating func makeRoom(_ stress: StressLayout, unit: Point, known: Set<Int>) {
        let count = actors.count
        let mobility = actors.indices.map { known.contains($0) ? 0 : 0.25 } + labels.map { _ in 1.0 }
        var separation = BoxSeparation(actors + labels, mobility: mobility, gap: BoxPlacement.gap)
        for round in 0..<BoxPlacement.rounds {
            // Boxes grow to their size, so that none has to jump over another.
            let growth = Double(round + 1) / Double(BoxPlacement.rounds)
            let share = 0.3 * (1 - growth)
            let places = stress.round(separation.boxes.prefix(count).map(\.middle), unit: unit)
            for index in actors.indices { separation.draw(index, towards: places[index], share: share) }
            for index in labels.indices { separation.draw(count + index, towards: home(of: index, separation.boxes), share: share) }
            _ = separation.push(growth: min(1, growth * 1.25))
        }
        var rounds = 0
        while rounds < 200, separation.push(growth: 1) { rounds += 1 }
        separation.settle()
        actors = Array(separation.boxes.prefix(count))
        labels = Array(separation.boxes.dropFirst(count))
    }
}

extension BoxPlacement {
    /// The places of a diagram's boxes; nil where Graphviz finds them.
    init?(_ diagram: Diagram) {
        guard diagram.layout == .stress || diagram.layout == .straightStress else { return nil }
        var known: [Int: Point] = [:]
        for (index, node) in diagram.nodes.enumerated() {
            known[index] = diagram.positions[node.actor.id].map { Point($0.x, $0.y) }
        }
        self.init(
            ids: diagram.nodes.map(\.actor.id), sizes: diagram.nodes.map { BoxSize.half($0, in: diagram) },
            lines: diagram.edges.map { ($0.subject, $0.object) }, labelSizes: diagram.edges.map { BoxSize.half($0, in: diagram) },
            known: known,
            aspect: diagram.sheet?.ratio.map { 1 / $0 } ?? BoxPlacement.usualAspect,
            hexagons: Set(diagram.nodes.indices.filter { NodeLook(diagram.nodes[$0].actor.type, diagram.theme).shape == "hexagon" }))
    }
}
