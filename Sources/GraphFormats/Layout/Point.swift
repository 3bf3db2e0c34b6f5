/// A place or a vector on the sheet; points (1/72 inch), y upwards as in Graphviz.
typealias Point = SIMD2<Double>

extension Point {
    var length: Double { (x * x + y * y).squareRoot() }

    /// As Graphviz reads it, to the tenth of a point: `12.5,-3.0`.
    var text: String { "\(Point.tenths(x)),\(Point.tenths(y))" }

    private static func tenths(_ value: Double) -> String {
        let tenths = Int((abs(value) * 10).rounded())
        return "\(value < 0 && tenths > 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
    }

    /// A place in the unit disc that depends on the text only, the same on every machine.
    ///
    /// Hashed by FNV-1a, as `Hasher` is seeded anew in every process.
    init(inDiscFor text: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        // Two rounds of splitmix64 make neighbouring names land far apart.
        func next() -> Double {
            hash = hash &+ 0x9e37_79b9_7f4a_7c15
            var mixed = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return Double((mixed ^ (mixed >> 31)) >> 11) / 0x1p53
        }
        // Only sums, products and roots: their results are the same everywhere.
        var point: Point
        repeat { point = Point(2 * next() - 1, 2 * next() - 1) } while point.length > 1
        self = point
    }
}

/// A rectangle by its middle.
struct Box: Hashable {
    var middle: Point
    /// Half of width and height.
    var half: Point

    /// How far two boxes cover one another along each axis; negative where there is a gap.
    func overlap(with other: Box, gap: Point = .zero) -> Point {
        let distance = middle - other.middle
        return half + other.half + gap - Point(abs(distance.x), abs(distance.y))
    }

    /// Where the ray from the middle to a place leaves the box; the place itself when it is inside.
    func border(towards place: Point) -> Point {
        let ray = place - middle
        let share = min(ray.x == 0 ? .infinity : half.x / abs(ray.x), ray.y == 0 ? .infinity : half.y / abs(ray.y))
        return share < 1 ? middle + ray * share : place
    }
}
