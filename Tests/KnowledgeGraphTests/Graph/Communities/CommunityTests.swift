import Testing

@testable import KnowledgeGraph

@Suite("Communities")
struct CommunityTests {
    @Test("hang together, leave no node that would gain by moving, and are nearly the best there are", arguments: Array(0..<20) as [UInt64])
    func quality(seed: UInt64) {
        let topology = TopologySample(seed: seed, actors: 8, statements: 10 + Int(seed)).topology
        for resolution in [0.5, 1, 2] {
            let network = WeightedNetwork(Ties(topology, where: .everything))
            let groups = Leiden(resolution: resolution, starts: 4).groups(of: network)
            let found = network.modularity(of: groups, resolution: resolution)

            #expect(isConnected(groups, in: network))
            for node in 0..<network.count {
                for group in Set(groups).union([Int32(network.count)]) {
                    var moved = groups
                    moved[node] = group
                    #expect(network.modularity(of: moved, resolution: resolution) <= found + 1e-9)
                }
            }
            let best = partitions(of: network.count).map { network.modularity(of: $0, resolution: resolution) }.max() ?? 0
            #expect(found <= best + 1e-9)
            #expect(found >= best - 0.03)
        }
    }

    @Test("have the modularity that its definition gives", arguments: Array(0..<6) as [UInt64])
    func modularity(seed: UInt64) {
        let topology = TopologySample(seed: seed, actors: 8, statements: 30).topology
        let ties = Ties(topology, where: .everything)
        let network = WeightedNetwork(ties)
        let between = ReferenceTopology(topology, where: .everything).between
        func weight(_ one: Int, _ other: Int) -> Double {
            one == other ? 0 : Double(between[ties.participants[one]][ties.participants[other]].count)
        }
        let nodes = 0..<network.count
        let strengths = nodes.map { node in nodes.reduce(0) { $0 + weight(node, $1) } }
        let groups = nodes.map { Int32($0 % 3) }
        var expected = 0.0
        for one in nodes {
            for other in nodes where groups[one] == groups[other] {
                expected += (weight(one, other) - 1.5 * strengths[one] * strengths[other] / network.total) / network.total
            }
        }
        #expect(network.modularity(of: groups, resolution: 1.5).isAbout(expected))

        let aggregated = network.aggregated(by: groups, count: 3)
        #expect(
            aggregated.modularity(of: [0, 1, 2], resolution: 1.5).isAbout(expected - insideWeight(groups, in: network) / network.total))
    }

    /// What an aggregated network leaves out of its modularity: the ties inside its nodes.
    private func insideWeight(_ groups: [Int32], in network: WeightedNetwork) -> Double {
        (0..<network.count).reduce(0) { sum, node in
            sum + network.row(node).reduce(0) { $0 + (groups[Int(network.neighbours[$1])] == groups[node] ? network.weights[$1] : 0) }
        }
    }

    @Test("are the cliques of a ring of cliques")
    func cliques() {
        let size = 6
        let statements = (0..<12).flatMap { clique -> [Statement] in
            func name(_ member: Int) -> String { "m\(100 + clique * size + member)" }
            let inside = (0..<size).flatMap { one in
                (one + 1..<size).map { StatementSamples.statement(name(one), "met-with", name($0), on: 1) }
            }
            return inside + [StatementSamples.statement(name(0), "accused", "m\(100 + (clique + 1) % 12 * size + 1)", on: 9)]
        }
        let graph = Graph(statements)
        let communities = graph.communities()
        #expect(communities.groups.map { $0.map(\.id) } == (0..<12).map { clique in (0..<size).map { "m\(100 + clique * size + $0)" } })
        #expect(communities == Graph(statements.reversed()).communities())
        #expect(graph.communities(where: StatementFilter(relations: ["accused"])).groups.map(\.count) == Array(repeating: 2, count: 12))
        #expect(graph.connectedComponents().map(\.count) == [72])
        #expect(graph.connectedComponents(where: StatementFilter(relations: ["met-with"])).count == 12)
    }

    @Test("of actors that nothing joins are one actor each")
    func alone() {
        let graph = Graph([StatementSamples.statement("a", "met-with", "a"), StatementSamples.statement("b", "met-with", "b")])
        #expect(graph.communities().groups.map { $0.map(\.id) } == [["a"], ["b"]])
        #expect(graph.communities().modularity == 0)
        #expect(Graph([]).communities().groups.isEmpty && Graph([]).connectedComponents().isEmpty)
    }

    @Test("without a tie between them are components", arguments: Array(0..<8) as [UInt64])
    func components(seed: UInt64) {
        let topology = TopologySample(seed: seed, actors: 20, statements: 14).topology
        for filter in TopologySample.filters(in: topology) {
            let distances = ReferenceTopology(topology, where: EdgeFilter.bothWays(filter)).distances { _ in 1 }
            let participants = Ties(topology, where: filter).participants
            let components = topology.components(where: filter)
            #expect(components.flatMap { $0 }.sorted() == participants)
            for component in components {
                #expect(component == participants.filter { distances[component[0]][$0].isFinite })
            }
            #expect(components.map(\.count) == components.map(\.count).sorted(by: >))
        }
    }

    /// Every way to put so many nodes into groups.
    private func partitions(of count: Int) -> [[Int32]] {
        guard count > 0 else { return [[]] }
        return partitions(of: count - 1).flatMap { groups in (0...(groups.max() ?? -1) + 1).map { groups + [$0] } }
    }

    private func isConnected(_ groups: [Int32], in network: WeightedNetwork) -> Bool {
        Set(groups).allSatisfy { group in
            let members = groups.indices.filter { groups[$0] == group }
            var reached: Set<Int> = [members[0]]
            var open = members.prefix(1)
            while let node = open.popLast() {
                for neighbour in network.neighbours[network.row(node)].map(Int.init)
                where groups[neighbour] == group && reached.insert(neighbour).inserted {
                    open.append(neighbour)
                }
            }
            return reached.count == members.count
        }
    }
}

extension EdgeFilter {
    /// The same kinds and days, whatever the direction.
    static func bothWays(_ filter: EdgeFilter) -> EdgeFilter {
        EdgeFilter(
            passes: filter.passes, statements: filter.statements, earliestEnd: filter.earliestEnd,
            directions: EdgeFilter.Direction.either.bits)
    }
}
