import Testing

@testable import KnowledgeGraph

@Suite("Topology")
struct TopologyTests {
    @Test("keeps every fact, sorted by day and then by place", arguments: Array(0..<6) as [UInt64])
    func facts(seed: UInt64) {
        let sample = TopologySample(seed: seed)
        let topology = sample.topology
        for (statement, place) in sample.order.enumerated() {
            let row = sample.rows[Int(place)]
            #expect(topology.subject(of: statement) == row.subject)
            #expect(topology.object(of: statement) == row.object)
            #expect(topology.days(of: statement) == row.days)
            #expect(topology.relations[topology.kind(of: statement).relation] == row.relation)
            #expect(topology.kind(of: statement).relationClass == row.relationClass)
            #expect(topology.kind(of: statement).isSymmetric == row.isSymmetric)
        }
        let expected = sample.rows.indices.sorted {
            (sample.rows[$0].days?.lowerBound ?? Int.min, $0) < (sample.rows[$1].days?.lowerBound ?? Int.min, $1)
        }
        #expect(sample.order.map(Int.init) == expected)
        #expect(topology.relations == ["accused", "met-with", "visited"])
        #expect(Set(topology.kinds).count == topology.kinds.count)
    }

    static let directions: [EdgeFilter.Direction] = [.asSubject, .asObject, .either, .along, .against]
    static let days: [[Int?]] = [
        [nil, nil, nil], [2, nil, nil], [nil, 2, nil], [nil, nil, 2], [1, nil, 3], [3, 1, 4], [nil, 5, 1], [Int.min, nil, Int.max],
        [nil, Int.min, nil], [nil, nil, Int.min], [Int.max, nil, nil],
    ]

    @Test("walks the edges that a look at every statement finds", arguments: directions, days)
    func edges(direction: EdgeFilter.Direction, days: [Int?]) {
        for seed in 0..<4 as Range<UInt64> {
            for kinds in [nil, { $0.relationClass == .accuse }, { _ in false }] as [((Topology.Kind) -> Bool)?] {
                let topology = TopologySample(seed: seed).topology
                let filter = EdgeFilter(
                    in: topology, direction, endingFrom: days[0], startingFrom: days[1], startingUntil: days[2], where: kinds)
                for actor in 0..<topology.actorCount {
                    let expected = (0..<topology.statementCount).filter { statement in
                        let asSubject = topology.subject(of: statement) == actor
                        let asObject = topology.object(of: statement) == actor
                        let isSymmetric = topology.kind(of: statement).isSymmetric && (asSubject || asObject)
                        switch direction {
                        case .asSubject: guard asSubject else { return false }
                        case .asObject: guard asObject else { return false }
                        case .either: guard asSubject || asObject else { return false }
                        case .along: guard asSubject || isSymmetric else { return false }
                        case .against: guard asObject || isSymmetric else { return false }
                        }
                        return isOnDays(statement) && kinds?(topology.kind(of: statement)) ?? true
                    }
                    var found: [Int] = []
                    topology.forEachEdge(of: actor, where: filter) { edge in
                        found.append(edge.statement)
                        #expect(edge.isOutgoing == (topology.subject(of: edge.statement) == actor))
                        #expect(edge.isIncoming == (topology.object(of: edge.statement) == actor))
                        #expect(edge.neighbour == (edge.isOutgoing ? topology.object : topology.subject)(edge.statement))
                    }
                    #expect(found == expected)
                    #expect(topology.firstEdge(of: actor, where: filter) { _ in true }?.statement == expected.first)
                }
                func isOnDays(_ statement: Int) -> Bool {
                    guard days.contains(where: { $0 != nil }) else { return true }
                    guard let range = topology.days(of: statement) else { return false }
                    return range.upperBound >= days[0] ?? .min && range.lowerBound >= days[1] ?? .min
                        && range.lowerBound <= days[2] ?? .max
                }
                var statements: [Int] = []
                topology.forEachStatement(where: filter) { statements.append($0) }
                #expect(
                    statements
                        == (0..<topology.statementCount).filter { isOnDays($0) && kinds?(topology.kind(of: $0)) ?? true })
            }
        }
    }

    @Test("is the same whatever the order in which kinds were named")
    func kindOrder() {
        func topology(_ names: [String]) -> Topology {
            var columns = Topology.Columns(actorCount: 2)
            let kinds = Dictionary(
                uniqueKeysWithValues: names.map {
                    ($0, columns.kind(relation: $0, class: .other, status: .actual, isSymmetric: false))
                })
            for (day, name) in ["a", "b", "c"].enumerated() {
                columns.append(subject: 0, object: 1, kind: kinds[name]!, days: day...day)
            }
            return Topology.build(columns).topology
        }
        #expect(topology(["a", "b", "c"]) == topology(["c", "a", "b"]))
    }

    @Test("takes days that 32 bits do not hold as the furthest ones")
    func extremeDays() {
        var columns = Topology.Columns(actorCount: 1)
        let kind = columns.kind(relation: "a", class: .other, status: .actual, isSymmetric: false)
        columns.append(subject: 0, object: 0, kind: kind, days: Int.min...Int.max)
        columns.append(subject: 0, object: 0, kind: kind, days: nil)
        let (topology, order) = Topology.build(columns)
        #expect(order == [1, 0])
        #expect(topology.days(of: 0) == nil)
        #expect(topology.days(of: 1) == Int(Int32.min) + 1...Int(Int32.max))
    }

    @Test("may be empty")
    func empty() {
        let topology = Topology.build(Topology.Columns(actorCount: 0)).topology
        #expect(topology.actorCount == 0 && topology.statementCount == 0)
        #expect(EdgeFilter(StatementFilter(since: CalendarDate(daysSince1970: 3)), in: topology).statements == 0..<0)
    }
}
