/// Boxes pushed apart until none covers another, each as near to its place as can be.
///
/// Pairs that overlap part along the axis on which less is needed; who weighs more moves less. Cost: rounds · boxes².
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
    mutating func push(growth: Double = 1) -> Bool {
        var hasMoved = false
        for index in boxes.indices {
            for other in boxes.indices.dropFirst(index + 1) {
                let mobilities = mobility[index] + mobility[other]
                guard mobilities > 0 else { continue }
                let apart = boxes[index].middle - boxes[other].middle
                let reach = (boxes[index].half + boxes[other].half + gap) * growth
                let overlap = reach - Point(abs(apart.x), abs(apart.y))
                guard overlap.x > 0.01, overlap.y > 0.01 else { continue }
                let push =
                    overlap.x < overlap.y ? Point(apart.x < 0 ? -overlap.x : overlap.x, 0) : Point(0, apart.y < 0 ? -overlap.y : overlap.y)
                boxes[index].middle += push * (mobility[index] / mobilities)
                boxes[other].middle -= push * (mobility[other] / mobilities)
                hasMoved = true
            }
        }
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
