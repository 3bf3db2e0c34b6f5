/// A box in points, x to the right and y upwards as Graphviz has it.
struct Rect: Hashable {
    var x, y: Double
    var width, height: Double

    var left: Double { x - width / 2 }
    var right: Double { x + width / 2 }
    var bottom: Double { y - height / 2 }
    var top: Double { y + height / 2 }

    /// True when less than `gap` is between both.
    func isNear(_ other: Rect, gap: Double) -> Bool {
        abs(x - other.x) < (width + other.width) / 2 + gap && abs(y - other.y) < (height + other.height) / 2 + gap
    }

    func contains(_ point: Point, margin: Double = 0) -> Bool {
        abs(x - point.x) < width / 2 + margin && abs(y - point.y) < height / 2 + margin
    }

    /// The smallest box around all; nil for none.
    static func around(_ boxes: [Rect]) -> Rect? {
        guard let left = boxes.map(\.left).min(), let right = boxes.map(\.right).max(), let bottom = boxes.map(\.bottom).min(),
            let top = boxes.map(\.top).max()
        else { return nil }
        return Rect(x: (left + right) / 2, y: (bottom + top) / 2, width: right - left, height: top - bottom)
    }
}
