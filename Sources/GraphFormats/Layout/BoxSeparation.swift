/// Boxes pushed apart until none covers another, each as near to its place as can be.
///
/// Pairs that overlap part along the axis on which less is needed; who weighs more moves less.
struct BoxSeparation {
    private(set) var boxes: [Box]
    /// Zero for a box that stays.
    private let mobility: [Double]
    /// Between any two boxes.
    private let gap: Point

    init(_ boxes: [Box], mobility: [Double], gap: Point) {
        self.boxes = boxes
        self.mobility = mobility
        self.gap = gap
    }

    /// One round with boxes at a share of their size; true when something overlapped.
    ///
    /// Goes from left to right and looks no further than a box reaches. Plain numbers, as this is the innermost loop of a figure.
    mutating func push(growth: Double = 1) -> Bool {
        var xs = boxes.map { $0.middle.x }
        var ys = boxes.map { $0.middle.y }
        let halfWidths = boxes.map { ($0.half.x + gap.x / 2) * growth }
        let halfHeights = boxes.map { ($0.half.y + gap.y / 2) * growth }
        let widest = halfWidths.max() ?? 0
        let order = boxes.indices.sorted { (xs[$0], $0) < (xs[$1], $1) }
        var hasMoved = false
        for (position, index) in order.enumerated() {
            let reach = xs[index] + halfWidths[index] + widest
            var next = position + 1
            while next < order.count, xs[order[next]] < reach {
                let other = order[next]
                next += 1
                let mobilities = mobility[index] + mobility[other]
                guard mobilities > 0 else { continue }
                let (x, y) = (xs[index] - xs[other], ys[index] - ys[other])
                let overlapX = halfWidths[index] + halfWidths[other] - abs(x)
                guard overlapX > 0.01 else { continue }
                let overlapY = halfHeights[index] + halfHeights[other] - abs(y)
                guard overlapY > 0.01 else { continue }
                let (share, otherShare) = (mobility[index] / mobilities, mobility[other] / mobilities)
                if overlapX < overlapY {
                    let push = x < 0 ? -overlapX : overlapX
                    xs[index] += push * share
                    xs[other] -= push * otherShare
                } else {
                    let push = y < 0 ? -overlapY : overlapY
                    ys[index] += push * share
                    ys[other] -= push * otherShare
                }
                hasMoved = true
            }
        }
        for index in boxes.indices { boxes[index].middle = Point(xs[index], ys[index]) }
        return hasMoved
    }

    /// Moves a share of the way from where it is to `place`.
    mutating func draw(_ index: Int, towards place: Point, share: Double) {
        guard mobility[index] > 0 else { return }
        boxes[index].middle += (place - boxes[index].middle) * share
    }

    /// Puts whatever still overlaps at the nearest free place, in order; the plane has room for all.
    mutating func settle() {
        for index in boxes.indices where mobility[index] > 0 && isCovered(boxes[index], except: index) {
            boxes[index].middle = freePlace(for: index)
        }
    }

    private func isCovered(_ box: Box, except index: Int) -> Bool {
        boxes.indices.contains { other in
            guard other != index else { return false }
            let overlap = box.overlap(with: boxes[other], gap: gap)
            return overlap.x > 0.02 && overlap.y > 0.02
        }
    }

    /// On growing rectangles around the box, the nearest first.
    private func freePlace(for index: Int) -> Point {
        let directions: [Point] = [
            [0, 1], [0, -1], [1, 0], [-1, 0], [1, 1], [-1, 1], [1, -1], [-1, -1], [0.5, 1], [-0.5, 1], [0.5, -1], [-0.5, -1],
        ]
        let step = boxes[index].half * 0.5 + gap
        var box = boxes[index]
        for ring in 1... {
            for direction in directions {
                box.middle = boxes[index].middle + direction * step * Double(ring)
                if !isCovered(box, except: index) { return box.middle }
            }
        }
        preconditionFailure("a plane has room for another box")
    }
}
