/// A smooth curve through places: cubic Bézier pieces, as Graphviz takes them in an edge's `pos`.
struct Curve: Hashable {
    /// First place, then two handles and a place for each piece.
    private(set) var points: [Point]

    /// Length of a handle, as a share of its piece.
    private static let handle = 0.34

    /// - Parameters:
    ///   - places: two or more, no two neighbours at one place.
    ///   - isStraight: corners stay corners.
    init(through places: [Point], isStraight: Bool) {
        points = places.isEmpty ? [] : [places[0]]
        func direction(at index: Int) -> Point {
            let way = places[min(index + 1, places.count - 1)] - places[max(index - 1, 0)]
            return way / max(way.length, 1e-9)
        }
        for index in places.indices.dropLast() {
            let (start, end) = (places[index], places[index + 1])
            let way = end - start
            let length = way.length * Curve.handle
            points.append(start + (isStraight ? way / 3 : direction(at: index) * length))
            points.append(end - (isStraight ? way / 3 : direction(at: index + 1) * length))
            points.append(end)
        }
    }

    /// The pieces before and behind a place, by its index among those that the curve was made of.
    func split(at place: Int) -> (first: Curve, second: Curve) {
        var (first, second) = (self, self)
        first.points = Array(points.prefix(3 * place + 1))
        second.points = Array(points.dropFirst(3 * place))
        return (first, second)
    }

    /// Graphviz's text: `e,x,y` and `s,x,y` are the tips of arrowheads at the end and at the start.
    func text(tipAtStart: Point? = nil, tipAtEnd: Point? = nil) -> String {
        let tips = [tipAtStart.map { "s,\($0.text)" }, tipAtEnd.map { "e,\($0.text)" }].compactMap(\.self)
        return (tips + points.map(\.text)).joined(separator: " ")
    }
}
