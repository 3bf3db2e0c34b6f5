import Testing

@testable import KnowledgeGraph

@Suite("Chains")
struct ChainTests {
    @Test("of the fewest steps are those among all chains", arguments: Array(0..<12) as [UInt64])
    func shortest(seed: UInt64) {
        let topology = TopologySample(seed: seed, actors: 9, statements: 6 + Int(seed) * 3).topology
        for filter in TopologySample.filters(in: topology) {
            let reference = ReferenceTopology(topology, where: filter)
            for (start, end) in pairs(of: topology) {
                let all = reference.simpleChains(from: start, to: end)
                let shortest = all.filter { $0.count == all[0].count }
                func found(maximumLength: Int, limit: Int) -> [[Int]] {
                    topology.shortestChains(from: start, to: end, maximumLength: maximumLength, where: filter, limit: limit)
                }
                #expect(found(maximumLength: .max, limit: .max) == shortest)
                #expect(found(maximumLength: .max, limit: 2) == Array(shortest.prefix(2)))
                #expect(found(maximumLength: 2, limit: .max) == shortest.filter { $0.count <= 3 })
                #expect(found(maximumLength: -1, limit: 1).isEmpty && found(maximumLength: 1, limit: 0).isEmpty)
            }
        }
    }

    @Test("without repeated actors come by length, then by actors", arguments: Array(0..<5) as [UInt64], [1, 3, 1000])
    func simple(seed: UInt64, limit: Int) {
        let topology = TopologySample(seed: seed, actors: 7, statements: 8 + Int(seed) * 2).topology
        for filter in TopologySample.filters(in: topology) {
            let reference = ReferenceTopology(topology, where: filter)
            for (start, end) in pairs(of: topology) {
                for maximumLength in [3, Int.max] {
                    #expect(
                        topology.simpleChains(from: start, to: end, maximumLength: maximumLength, where: filter, limit: limit)
                            == Array(reference.simpleChains(from: start, to: end, maximumLength: maximumLength).prefix(limit)))
                }
            }
        }
    }

    @Test("of the least weight are those among all chains", arguments: Array(0..<5) as [UInt64], [1, 4, 1000])
    func lightest(seed: UInt64, limit: Int) {
        let topology = TopologySample(seed: seed, actors: 7, statements: 8 + Int(seed) * 2).topology
        func cost(of statement: Int) -> Double { statement % 11 == 10 ? .infinity : Double(statement * 7 % 5) / 4 }
        let weights: [(TieWeight, ([Int]) -> Double)] = [
            (.tie { 1 / Double($0) }, { 1 / Double($0.count) }), (.lightest(cost), { $0.map(cost).min() ?? .infinity }),
        ]
        for filter in TopologySample.filters(in: topology) {
            let reference = ReferenceTopology(topology, where: filter)
            for (weight, ofStatements) in weights {
                let distances = reference.distances(weight: ofStatements)
                func total(_ chain: [Int]) -> Double {
                    zip(chain, chain.dropFirst()).reduce(0) { $0 + ofStatements(reference.between[$1.0][$1.1]) }
                }
                for (start, end) in pairs(of: topology) {
                    let found = topology.lightestChains(from: start, to: end, weight: weight, where: filter, limit: limit)
                    let expected = reference.simpleChains(from: start, to: end).map(total).filter(\.isFinite).sorted()
                    #expect(found.map(\.weight).isAbout(Array(expected.prefix(limit))))
                    let least = found.first?.weight ?? .infinity
                    #expect(least.isAbout(distances[start][end]))
                    #expect(found.allSatisfy { Set($0.actors).count == $0.actors.count && total($0.actors).isAbout($0.weight) })
                    #expect(Set(found.map(\.actors)).count == found.count)
                }
            }
        }
    }

    @Test("may be as long as the graph: no search is recursive")
    func longChain() {
        let count = 100_000
        var columns = Topology.Columns(actorCount: count)
        let kind = columns.kind(relation: "a", class: .other, status: .actual, isSymmetric: false)
        for actor in 1..<count { columns.append(subject: actor - 1, object: actor, kind: kind, days: nil) }
        let topology = Topology.build(columns).topology
        let chain = topology.shortestChains(from: 0, to: count - 1, maximumLength: .max, where: .everything, limit: 3)
        #expect(chain == [Array(0..<count)])
        #expect(topology.shortestChains(from: 0, to: count - 1, maximumLength: count - 2, where: .everything, limit: 3).isEmpty)
        let lightest = topology.lightestChains(from: 0, to: count - 1, weight: .tie { _ in 1 }, where: .everything, limit: 1)
        #expect(lightest.first?.weight == Double(count - 1))
    }

    @Test("are found twice by one search that is used again")
    func reuse() {
        let topology = TopologySample(seed: 3, actors: 9, statements: 20).topology
        var search = ShortestChains(topology, where: .everything)
        for (start, end) in pairs(of: topology) {
            let found = search.chains(from: start, to: end, maximumLength: 9, limit: 9)
            #expect(found == topology.shortestChains(from: start, to: end, maximumLength: 9, where: .everything, limit: 9))
            #expect(search.chains(from: start, to: end, maximumLength: 9, limit: 9) == found)
        }
    }

    private func pairs(of topology: Topology) -> [(Int, Int)] {
        (0..<topology.actorCount).flatMap { start in (0..<topology.actorCount).map { (start, $0) } }
    }
}

extension Double {
    func isAbout(_ other: Double) -> Bool { self == other || abs(self - other) < 1e-9 }
}

extension [Double] {
    func isAbout(_ others: [Double]) -> Bool { count == others.count && zip(self, others).allSatisfy { $0.isAbout($1) } }
}
