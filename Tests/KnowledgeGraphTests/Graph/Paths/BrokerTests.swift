import Testing

@testable import KnowledgeGraph

@Suite("Brokers")
struct BrokerTests {
    @Test("are ranked by the most chains that share no statement, among all choices of chains", arguments: Array(0..<60) as [UInt64])
    func reference(seed: UInt64) {
        let topology = TopologySample(seed: seed, actors: 5, statements: 9 + Int(seed % 4)).topology
        let between = ReferenceTopology(topology, where: .everything).between
        let expected = (2..<topology.actorCount).compactMap { actor -> Topology.Brokerage? in
            let direct = chains([0, actor, 1], between)
            let longer = (2..<topology.actorCount).filter { $0 != actor }.flatMap {
                chains([0, actor, $0, 1], between) + chains([0, $0, actor, 1], between)
            }
            let most = mostIndependent(direct + longer)
            return most > 0 ? Topology.Brokerage(actor: actor, direct: mostIndependent(direct), chains: most) : nil
        }
        #expect(
            topology.brokers(between: 0, and: 1, where: .everything)
                == expected.sorted { (-$0.direct, -$0.chains, $0.actor) < (-$1.direct, -$1.chains, $1.actor) })
    }

    /// Each as its statements.
    private func chains(_ actors: [Int], _ between: [[[Int]]]) -> [[Int]] {
        zip(actors, actors.dropFirst()).reduce([[]]) { chains, step in
            chains.flatMap { chain in between[step.0][step.1].map { chain + [$0] } }
        }
    }

    /// Tries every set of chains that share no statement.
    private func mostIndependent(_ chains: [[Int]]) -> Int {
        guard let first = chains.first else { return 0 }
        let compatible = chains.dropFirst().filter { Set($0).isDisjoint(with: first) }
        return max(1 + mostIndependent(compatible), mostIndependent(Array(chains.dropFirst())))
    }

    @Test("are given with what joins them to the two")
    func typed() {
        let graph = Graph([
            StatementSamples.statement("x", "met-with", "a", on: 1), StatementSamples.statement("x", "met-with", "b", on: 2),
            StatementSamples.statement("b", "accused", "x", on: 3), StatementSamples.statement("a", "accused", "b", on: 4),
            StatementSamples.statement("a", "met-with", "y", on: 5), StatementSamples.statement("y", "met-with", "x", on: 6),
            StatementSamples.statement("z", "met-with", "a", on: 7),
        ])
        let brokers = graph.brokers(between: "a", and: "b")
        #expect(brokers.map(\.actor.id) == ["x", "y"])
        #expect(brokers.map(\.directChains) == [1, 0])
        #expect(brokers.map(\.chains) == [2, 1])
        #expect(brokers[0].statementsWithFirst.map(\.id) == ["x-met-with-a-1-actual"])
        #expect(brokers[0].statementsWithSecond.count == 2)
        #expect(brokers[1].statementsWithSecond.isEmpty)
        #expect(graph.brokers(between: "a", and: "b", where: StatementFilter(relations: ["accused"])).isEmpty)
        #expect(graph.brokers(between: "a", and: "a").isEmpty && graph.brokers(between: "a", and: "nobody").isEmpty)
        #expect(graph.brokers(between: "a", and: "b", limit: 1).count == 1)
    }
}
