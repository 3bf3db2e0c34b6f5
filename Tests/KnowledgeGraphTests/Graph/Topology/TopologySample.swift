@testable import KnowledgeGraph

/// Statements drawn with a fixed seed, as rows that a test can look through.
struct TopologySample {
    struct Row {
        var subject: Int
        var object: Int
        var relation: String
        var relationClass: RelationClass
        var isSymmetric: Bool
        var days: ClosedRange<Int>?
    }
    var rows: [Row]
    var topology: Topology
    var order: [Int32]

    init(seed: UInt64, actors: Int = 6, statements: Int = 40) {
        var generator = SplitMix64(state: seed)
        var columns = Topology.Columns(actorCount: actors)
        rows = (0..<statements).map { number in
            let day = Int.random(in: -3..<9, using: &generator)
            let row = Row(
                subject: Int.random(in: 0..<actors, using: &generator), object: Int.random(in: 0..<actors, using: &generator),
                relation: ["visited", "accused", "met-with"][number % 3], relationClass: number % 2 == 0 ? .accuse : .consult,
                isSymmetric: number % 5 == 0, days: day == 0 ? nil : day...day + number % 4)
            columns.append(
                subject: row.subject, object: row.object,
                kind: columns.kind(
                    relation: row.relation, class: row.relationClass, status: .actual, isSymmetric: row.isSymmetric),
                days: row.days)
            return row
        }
        (topology, order) = Topology.build(columns)
    }
}

extension TopologySample {
    /// Filters of every sort: by kind, by days, by direction.
    static func filters(in topology: Topology) -> [EdgeFilter] {
        [
            .everything, EdgeFilter(in: topology, .along), EdgeFilter(in: topology, .asObject),
            EdgeFilter(in: topology) { $0.relationClass == .accuse }, EdgeFilter(in: topology, .along, endingFrom: 3),
            EdgeFilter(in: topology, .against, startingUntil: 5) { topology.relations[$0.relation] != "visited" },
            EdgeFilter(in: topology) { _ in false },
        ]
    }
}

/// The same questions answered by looking at every statement and every chain: slow and plain.
struct ReferenceTopology {
    let topology: Topology
    /// Statements from one actor to another, as the filter lets them be walked.
    var between: [[[Int]]]

    init(_ topology: Topology, where filter: EdgeFilter) {
        self.topology = topology
        between = Array(repeating: Array(repeating: [], count: topology.actorCount), count: topology.actorCount)
        for actor in 0..<topology.actorCount {
            topology.forEachEdge(of: actor, where: filter) { between[actor][$0.neighbour].append($0.statement) }
        }
    }

    func isJoined(_ from: Int, _ to: Int) -> Bool { !between[from][to].isEmpty }

    /// Every chain without a repeated actor, by length and then by actors.
    func simpleChains(from start: Int, to end: Int, maximumLength: Int = .max) -> [[Int]] {
        var found: [[Int]] = []
        func extend(_ chain: [Int]) {
            let last = chain[chain.count - 1]
            if last == end { return found.append(chain) }
            guard chain.count <= maximumLength else { return }
            for next in 0..<topology.actorCount where isJoined(last, next) && !chain.contains(next) { extend(chain + [next]) }
        }
        extend([start])
        return found.sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
    }

    /// R. Floyd, "Algorithm 97: Shortest Path" (1962).
    func distances(weight: (_ statements: [Int]) -> Double) -> [[Double]] {
        let actors = 0..<topology.actorCount
        var distances = actors.map { from in
            actors.map { to in from == to ? 0 : isJoined(from, to) ? weight(between[from][to]) : .infinity }
        }
        for middle in actors {
            for from in actors {
                for to in actors { distances[from][to] = min(distances[from][to], distances[from][middle] + distances[middle][to]) }
            }
        }
        return distances
    }
}
