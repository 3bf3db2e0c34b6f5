import Testing

@testable import GraphFormats

@Suite("A line's way")
struct LineRouterTests {
    private func box(_ x: Double, _ y: Double) -> Box { Box(middle: Point(x, y), half: Point(30, 10)) }

    @Test("is straight where nothing stands in it")
    func free() {
        let router = LineRouter([box(0, 0), box(300, 0), box(150, 80)])
        #expect(router.way(from: Point(0, 0), to: Point(300, 0), own: [0, 1]) == [Point(0, 0), Point(300, 0)])
    }

    @Test("leads round boxes, one behind the other")
    func blocked() {
        let boxes = [box(0, 0), box(400, 0), box(120, 3), box(250, -4)]
        let way = LineRouter(boxes).way(from: Point(0, 0), to: Point(400, 0), own: [0, 1])
        #expect(way.count > 2)
        for (start, end) in zip(way, way.dropFirst()) {
            for box in boxes[2...] { #expect(!box.isCrossed(from: start, to: end)) }
        }
    }

    @Test("ends, behind a box, where there is no way round")
    func walled() {
        let wall = (-40...40).map { box(150, Double($0) * 15) }
        let way = LineRouter([box(0, 0), box(300, 0)] + wall).way(from: Point(0, 0), to: Point(300, 0), own: [0, 1])
        #expect(way.first == Point(0, 0) && way.last == Point(300, 0))
    }

    @Test("becomes a curve through the same places, straight where there are two")
    func curve() {
        let places = [Point(0, 0), Point(30, 0), Point(60, 30)]
        let curve = Curve(through: places, isStraight: false)
        #expect(curve.points.count == 7 && [0, 3, 6].map { curve.points[$0] } == places)
        #expect(curve.split(at: 1).first.points + curve.split(at: 1).second.points.dropFirst() == curve.points)
        #expect(
            Curve(through: [Point(0, 0), Point(30, 0)], isStraight: true).text(tipAtEnd: Point(36, 0))
                == "e,36.0,0.0 0.0,0.0 10.0,0.0 20.0,0.0 30.0,0.0")
    }
}
