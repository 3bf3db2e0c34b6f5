/// The lines of a figure whose boxes are placed: each from its subject past foreign boxes to its label, and on to its object.
struct LinePlacement {
    /// The two halves of a line, which meet in the middle of its label.
    struct Halves {
        var first, second: Curve
        /// Where arrowheads point to; Graphviz draws one for each tip.
        var tipAtSubject: Point?
        var tipAtObject: Point
    }

    /// By index of the diagram's edges.
    let lines: [Halves]

    init(_ placement: BoxPlacement, of diagram: Diagram) {
        let router = LineRouter(placement.actors + placement.labels)
        let isHexagon = diagram.nodes.map { NodeLook($0.actor.type, diagram.theme).shape == "hexagon" }
        lines = diagram.edges.enumerated().map { index, edge in
            let (subject, object) = (placement.actors[edge.subject], placement.actors[edge.object])
            let label = placement.labels[index].middle
            let own = [edge.subject, edge.object, placement.actors.count + index]
            // Inside its own box nothing is seen of a line.
            let before = router.way(from: subject.middle, to: label, own: own).dropFirst().drop { subject.contains($0) }
            let after = router.way(from: label, to: object.middle, own: own).dropLast().reversed().drop { object.contains($0) }.reversed()
            let start = LinePlacement.border(of: subject, isHexagon[edge.subject], towards: before.first ?? label)
            let end = LinePlacement.border(of: object, isHexagon[edge.object], towards: after.last ?? label)
            let head = 10 * edge.arrowSize
            var places = [edge.isSymmetric ? LinePlacement.pulledBack(start, towards: before.first ?? label, by: head) : start]
            places += before
            let middle = places.count - 1
            places += after.dropFirst()
            places.append(LinePlacement.pulledBack(end, towards: after.last ?? label, by: head))
            let (first, second) = Curve(through: places, isStraight: diagram.layout == .straightStress).split(at: middle)
            return Halves(first: first, second: second, tipAtSubject: edge.isSymmetric ? start : nil, tipAtObject: end)
        }
    }

    /// A hair outside the outline, so that the box does not cover the tip.
    private static func border(of box: Box, _ isHexagon: Bool, towards place: Point) -> Point {
        let ray = place - box.middle
        let length = max(ray.length, 1e-9)
        let rectangle = box.border(towards: place) - box.middle
        var share = rectangle.length / length
        if isHexagon, ray != .zero {
            // The slanting sides lie on |x| / half.x + |y| / half.y / 2 = 1.
            share = min(share, 1 / (abs(ray.x) / box.half.x + abs(ray.y) / box.half.y / 2))
        }
        return box.middle + ray * (share + 0.8 / length)
    }

    /// Room for an arrowhead.
    private static func pulledBack(_ tip: Point, towards place: Point, by length: Double) -> Point {
        let way = place - tip
        return tip + way * min(0.7, length / max(way.length, 1e-9))
    }
}

extension Diagram.Edge {
    /// Size of the arrowhead, in Graphviz's measure: 1 is ten points long.
    var arrowSize: Double {
        if isSecondary { return 0.5 }
        return stroke == .dashed ? 0.8 : 0.65
    }
}
