/// How far two pictures are apart, and where most.
public struct PictureDifference: Hashable, CustomStringConvertible, Sendable {
    /// From 0, the same, to 1, black for white over a letter's area.
    public var largest: Double
    public var mean: Double
    /// Where it is largest, in pixels of the file from the upper left corner.
    public var x, y: Int

    /// Half of what a word of small text does to its surroundings.
    public static let visible = 0.06

    public var isVisible: Bool { largest > PictureDifference.visible }

    public var description: String {
        "\((largest * 1000).rounded() / 1000) at \(x), \(y), on average \((mean * 100_000).rounded() / 100_000)"
    }
}

extension Picture {
    /// Pictures whose sides differ by more than two pixels are as different as can be.
    public func difference(from other: Picture) -> PictureDifference {
        guard abs(width - other.width) <= 2, abs(height - other.height) <= 2 else {
            return PictureDifference(largest: 1, mean: 1, x: min(width, other.width), y: min(height, other.height))
        }
        var difference = PictureDifference(largest: 0, mean: 0, x: 0, y: 0)
        var sum = 0.0
        let (columns, rows) = (min(columns, other.columns), min(rows, other.rows))
        for row in 0..<rows {
            for column in 0..<columns {
                let (here, there) = (row * self.columns + column, row * other.columns + column)
                var most: Float = 0
                for plane in 0..<planes.count { most = max(most, abs(planes[plane][here] - other.planes[plane][there])) }
                let value = Double(most) / 255
                sum += value
                if value > difference.largest { (difference.largest, difference.x, difference.y) = (value, column * 2, row * 2) }
            }
        }
        difference.mean = sum / Double(max(1, columns * rows))
        return difference
    }
}
