/// Places for actors whose distances on the sheet are like those in the graph, and which hardly change when the graph hardly does.
///
/// Stress majorisation (Gansner, Koren and North 2004) with three changes for the sake of stability. It starts from places that
/// depend on the actors' ids alone. It goes from a stress with few optima (all pairs count alike) to the usual one (near pairs count
/// most), so that small differences do not lead into another optimum. And actors count by how many lines they have, so that a new
/// one at the edge does not turn the figure round. A weak pull towards the first places keeps the direction.
struct StressLayout {
    private let distances: GraphDistances
    private let degrees: [Double]
    private let first: [Point]
    private var finalWeights: [Double] = []

    /// One step of the way from few optima to good ones: w = distance^-exponent · (weights of both)^share.
    private struct Phase {
        var exponent: Double
        var weightShare: Double
        var rounds: Int
    }

    private static let phases = [
        Phase(exponent: 0, weightShare: 1, rounds: 60), Phase(exponent: 1, weightShare: 1, rounds: 60),
        Phase(exponent: 2, weightShare: 0.5, rounds: 100),
    ]
    /// The weak pull, as a share of all that pulls on an actor.
    private static let pull = 0.01

    /// - Parameters:
    ///   - ids: the actors'.
    ///   - lines: pairs of indices of actors.
    init(ids: [String], lines: [(Int, Int)]) {
        distances = GraphDistances(count: ids.count, lines: lines)
        var degrees = [Double](repeating: 0, count: ids.count)
        for (subject, object) in lines {
            degrees[subject] += 1
            degrees[object] += 1
        }
        self.degrees = degrees.map { max(0.5, $0) }
        let radius = 0.5 + 0.5 * Double(ids.count).squareRoot()
        first = ids.map { Point(inDiscFor: $0) * radius }
        finalWeights = weights(Phase(exponent: 2, weightShare: 0.5, rounds: 0))
    }

    /// Places at which a line is about one long. Cost: 220 · actors².
    func points() -> [Point] {
        var points = first
        for phase in StressLayout.phases {
            let weights = weights(phase)
            for _ in 0..<phase.rounds { points = round(points, weights, pull: StressLayout.pull) }
        }
        return points
    }

    /// Places for those who have none yet, among those who have.
    ///
    /// - Parameters:
    ///   - known: by index; they stay. Not empty.
    ///   - unit: how long a line is on the sheet of the known ones, along each axis.
    func points(among known: [Int: Point], unit: Point) -> [Point] {
        let weights = weights(Phase(exponent: 2, weightShare: 0.5, rounds: 0))
        var points = first.indices.map { index in
            if let point = known[index] { return point / unit }
            // Between the known ones, the nearest in the graph first.
            var sum = Point.zero
            var total = 0.0
            for other in first.indices {
                guard let point = known[other] else { continue }
                let near = 1 / (distances[index, other] * distances[index, other] * distances[index, other])
                sum += point / unit * near
                total += near
            }
            return sum / total + first[index] * 0.2
        }
        for _ in 0..<100 {
            let moved = round(points, weights, pull: 0)
            for index in points.indices where known[index] == nil { points[index] = moved[index] }
        }
        return points
    }

    /// The length of a line that fits these places best, by least squares over all pairs.
    func lineLength(of known: [Int: Point]) -> Double {
        let indices = known.keys.sorted()
        var sum = 0.0
        var total = 0.0
        for (position, index) in indices.enumerated() {
            for other in indices[(position + 1)...] {
                let distance = distances[index, other]
                guard let from = known[index], let to = known[other] else { continue }
                sum += (from - to).length / distance
                total += 1
            }
        }
        return total > 0 ? sum / total : 0
    }

    private func weights(_ phase: Phase) -> [Double] {
        let count = first.count
        var weights = [Double](repeating: 0, count: count * count)
        for index in 0..<count {
            for other in 0..<count where other != index {
                let distance = distances[index, other]
                let near = phase.exponent == 0 ? 1 : phase.exponent == 1 ? 1 / distance : 1 / (distance * distance)
                let both = degrees[index] * degrees[other]
                weights[index * count + other] = near * (phase.weightShare == 1 ? both : both.squareRoot())
            }
        }
        return weights
    }

    /// One round of the usual stress on a sheet where a line is `unit` long.
    func round(_ points: [Point], unit: Point) -> [Point] {
        round(points.map { $0 / unit }, finalWeights, pull: StressLayout.pull).map { $0 * unit }
    }

    /// Plain numbers, as this is an inner loop of a figure.
    private func round(_ points: [Point], _ weights: [Double], pull: Double) -> [Point] {
        let count = points.count
        let (xs, ys) = (points.map { $0.x }, points.map { $0.y })
        var moved = points
        for index in 0..<count {
            let (x, y) = (xs[index], ys[index])
            var (sumX, sumY, total) = (0.0, 0.0, 0.0)
            var other = 0
            while other < count {
                let weight = weights[index * count + other]
                // The actor itself has no weight.
                if weight > 0 {
                    let (apartX, apartY) = (x - xs[other], y - ys[other])
                    // Two at one place stay there until others draw them apart.
                    let stretch = distances[index, other] / max((apartX * apartX + apartY * apartY).squareRoot(), 1e-9)
                    sumX += weight * (xs[other] + apartX * stretch)
                    sumY += weight * (ys[other] + apartY * stretch)
                    total += weight
                }
                other += 1
            }
            guard total > 0 else { continue }
            let pulled = pull * total
            let whole = total * (1 + pull)
            moved[index] = Point((sumX + pulled * first[index].x) / whole, (sumY + pulled * first[index].y) / whole)
        }
        return moved
    }
}
