import Testing

@testable import KnowledgeGraph

@Suite("Measures")
struct MeasureTests {
    @Test("of activity agree with a look at every statement", arguments: Array(0..<6) as [UInt64])
    func activity(seed: UInt64) {
        let topology = TopologySample(seed: seed, actors: 12, statements: 40).topology
        for filter in TopologySample.filters(in: topology) {
            let between = ReferenceTopology(topology, where: filter).between
            let expected = between.map { row in row.reduce(0) { $0 + $1.count } }
            #expect(topology.statementCounts(where: filter) == expected)

            let ranked = expected.indices.filter { expected[$0] > 0 }.sorted { (-expected[$0], $0) < (-expected[$1], $1) }
            #expect(topology.mostActive(5, where: filter).map(\.actor) == Array(ranked.prefix(5)))
            #expect(topology.mostActive(.max, where: filter).map(\.value) == ranked.map { Double(expected[$0]) })

            let others = between.enumerated().map { actor, row in row.enumerated().count { $0.offset != actor && !$0.element.isEmpty } }
            let connected = others.indices.filter { others[$0] > 0 }.sorted { (-others[$0], $0) < (-others[$1], $1) }
            #expect(topology.mostConnected(4, where: filter).map(\.actor) == Array(connected.prefix(4)))
            #expect(topology.mostActive(0, where: filter).isEmpty && topology.mostActive(-1, where: filter).isEmpty)
        }
    }

    @Test("of rank agree with a dense power iteration", arguments: Array(0..<6) as [UInt64], [0, 0.5, 0.85])
    func pageRank(seed: UInt64, damping: Double) {
        let topology = TopologySample(seed: seed, actors: 12, statements: 20).topology
        for filter in TopologySample.filters(in: topology) {
            let ties = Ties(topology, where: filter)
            let between = ReferenceTopology(topology, where: filter).between
            var expected = between.indices.map { ties.participants.contains($0) ? 1 / Double(ties.participants.count) : 0 }
            for _ in 0..<400 {
                expected = between.indices.map { to in
                    guard ties.participants.contains(to) else { return 0 }
                    return ties.participants.reduce(0) { sum, from in
                        let leaving = between[from].reduce(0) { $0 + $1.count }
                        let flow = leaving == 0 ? 1 / Double(ties.participants.count) : Double(between[from][to].count) / Double(leaving)
                        return sum + expected[from] * (damping * flow + (1 - damping) / Double(ties.participants.count))
                    }
                }
            }
            #expect(ties.pageRank(damping: damping, tolerance: 1e-12).isAbout(expected))
        }
    }

    @Test("of betweenness agree with a count of all shortest chains", arguments: Array(0..<6) as [UInt64])
    func betweenness(seed: UInt64) {
        let topology = TopologySample(seed: seed, actors: 9, statements: 10 + Int(seed) * 3).topology
        for filter in TopologySample.filters(in: topology) {
            let ties = Ties(topology, where: filter)
            let reference = ReferenceTopology(topology, where: filter)
            var expected = [Double](repeating: 0, count: topology.actorCount)
            for start in ties.participants {
                for end in ties.participants where end != start {
                    let all = reference.simpleChains(from: start, to: end)
                    let shortest = all.filter { $0.count == all[0].count }
                    for chain in shortest {
                        for actor in chain.dropFirst().dropLast() { expected[actor] += 1 / Double(shortest.count) }
                    }
                }
            }
            let others = Double(ties.participants.count)
            if others > 2 { expected = expected.map { $0 / ((others - 1) * (others - 2)) } }
            #expect(ties.betweenness(samples: .max, seed: 1).isAbout(expected))
        }
    }

    @Test("of betweenness from samples are right on average, and the same for a seed")
    func samples() {
        let topology = TopologySample(seed: 4, actors: 14, statements: 30).topology
        let ties = Ties(topology, where: .everything)
        let exact = ties.betweenness(samples: .max, seed: 0)
        var mean = [Double](repeating: 0, count: exact.count)
        for seed in 0..<800 as Range<UInt64> {
            for (actor, score) in ties.betweenness(samples: 4, seed: seed).enumerated() { mean[actor] += score / 800 }
        }
        #expect(zip(mean, exact).allSatisfy { abs($0 - $1) < 0.03 })
        #expect(ties.betweenness(samples: 4, seed: 9) == ties.betweenness(samples: 4, seed: 9))
        #expect(ties.betweenness(samples: 4, seed: 9) != ties.betweenness(samples: 4, seed: 10))
        #expect(ties.betweenness(samples: 0, seed: 9).allSatisfy { $0 == 0 })
    }

    @Test("of betweenness stay numbers where there are more chains than numbers can count")
    func manyChains() {
        var columns = Topology.Columns(actorCount: 1100 * 3 + 1)
        let kind = columns.kind(relation: "a", class: .other, status: .actual, isSymmetric: false)
        for diamond in 0..<1100 {
            for side in 1...2 {
                columns.append(subject: diamond * 3, object: diamond * 3 + side, kind: kind, days: nil)
                columns.append(subject: diamond * 3 + side, object: diamond * 3 + 3, kind: kind, days: nil)
            }
        }
        let scores = Ties(Topology.build(columns).topology, where: .everything).betweenness(samples: 3, seed: 1)
        #expect(scores.allSatisfy { $0.isFinite })
    }

    @Test("are given by actor, the best first, and obey the filter")
    func typed() {
        let graph = Graph([
            StatementSamples.statement("a", "met-with", "b", on: 1), StatementSamples.statement("b", "met-with", "c", on: 2),
            StatementSamples.statement("b", "accused", "d", class: .accuse, on: 3),
        ])
        #expect(graph.topActors(limit: 2).map(\.actor.id) == ["b", "a"])
        #expect(graph.topActors(by: .outgoing).map(\.score) == [2, 1])
        #expect(graph.topActors(by: .incoming).map(\.actor.id) == ["b", "c", "d"])
        #expect(graph.topActors(by: .neighbours, where: StatementFilter(classes: [.accuse])).map(\.actor.id) == ["b", "d"])
        #expect(graph.betweenness(limit: 1) == [RankedActor(actor: graph.actors[1], score: 1)])
        #expect(graph.betweenness(directed: true).map(\.score).isAbout([1.0 / 3, 0, 0, 0]))
        #expect(graph.pageRank().map(\.actor.id) == ["b", "a", "c", "d"])
        #expect(graph.pageRank(directed: true).map(\.actor.id) == ["b", "c", "d", "a"])
        let accused = StatementFilter(classes: [.accuse])
        #expect(graph.pageRank(where: accused) == graph.filtered(where: accused).pageRank())
        #expect(Graph([]).pageRank().isEmpty && Graph([]).betweenness().isEmpty && Graph([]).topActors().isEmpty)
    }
}
