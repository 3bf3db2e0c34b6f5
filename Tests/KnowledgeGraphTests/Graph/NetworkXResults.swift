import Foundation
import Testing

@testable import KnowledgeGraph

/// Graphs drawn with a fixed seed and what newsgraph finds in them, for `Tests/Benchmarks/graph_against_networkx.py` to find again.
@Suite("Results for networkx")
struct NetworkXResults {
    static let output = ProcessInfo.processInfo.environment["GRAPH_RESULTS"]

    /// One graph under one filter.
    struct Case: Encodable {
        struct Statement: Encodable {
            var subject: String
            var object: String
            var symmetric: Bool
            var relationClass: String
            var status: String
            var days: [Int]?
        }
        struct Pair: Encodable {
            var start: String
            var end: String
            var shortest: [[String]]
            var shortestDirected: [[String]]
            var simple: [[String]]
            var lightest: [Double]
            var lightestDirected: [Double]
        }
        struct Around: Encodable {
            var actor: String
            var hops: Int
            var actors: [String]
            var statements: Int
        }

        var name: String
        var statements: [Statement]
        var classes: [String]
        var statuses: [String]
        var since: Int?
        var until: Int?

        var pairs: [Pair]
        var surroundings: [Around]
        var degrees: [String: [Int]]
        var topByStatements: [String]
        var pageRank: [String: Double]
        var pageRankDirected: [String: Double]
        var betweenness: [String: Double]
        var betweennessDirected: [String: Double]
        var components: [[String]]
        var communities: [[String]]
        var modularity: Double
    }

    static let filters: [(name: String, filter: StatementFilter)] = [
        ("all", .everything), ("a class and two statuses", StatementFilter(classes: [.consult], statuses: [.actual, .planned])),
        (
            "days and a class",
            StatementFilter(classes: [.accuse], since: CalendarDate(daysSince1970: 20), until: CalendarDate(daysSince1970: 90))
        ),
    ]

    @Test("are written", .enabled(if: output != nil))
    func write() throws {
        let cases = [(40, 60), (200, 500), (700, 4000)].enumerated().flatMap { seed, size in
            let statements = statements(actors: size.0, count: size.1, seed: UInt64(seed))
            return Self.filters.map { results(for: statements, "\(size.1) statements, \($0.name)", where: $0.filter) }
        }
        try JSONEncoder().encode(cases).write(to: URL(filePath: Self.output ?? ""))
    }

    /// A few actors take part in many statements.
    private func statements(actors: Int, count: Int, seed: UInt64) -> [Statement] {
        var generator = SplitMix64(state: seed)
        func actor() -> String {
            let place = Double.random(in: 0..<1, using: &generator)
            return "p\(Int(place * place * Double(actors)))"
        }
        return (0..<count).map { number in
            let day = Int.random(in: 0..<120, using: &generator)
            var statement = StatementSamples.statement(
                actor(), "met-with", actor(), class: [.consult, .accuse].randomElement(using: &generator) ?? .consult,
                status: Status.allCases.randomElement(using: &generator) ?? .actual, on: day < 5 ? nil : day,
                until: day + Int.random(in: 0..<9, using: &generator), id: "s\(number)")
            statement.isSymmetric = Int.random(in: 0..<4, using: &generator) == 0
            return statement
        }
    }

    private func results(for statements: [Statement], _ name: String, where filter: StatementFilter) -> Case {
        let graph = Graph(statements)
        let ids = graph.actors.map(\.id)
        let part = graph.filtered(where: filter).actors.map(\.id)
        func scores(_ ranked: [RankedActor]) -> [String: Double] {
            Dictionary(uniqueKeysWithValues: ranked.map { ($0.actor.id, $0.score) })
        }
        let communities = graph.communities(where: filter)
        return Case(
            name: name,
            statements: statements.map {
                Case.Statement(
                    subject: $0.subject.actor.id, object: $0.object.actor.id, symmetric: $0.isSymmetric,
                    relationClass: $0.relationClass.rawValue, status: $0.status.rawValue,
                    days: $0.date.map { [$0.start.daysSince1970, $0.end.daysSince1970] })
            },
            classes: filter.classes.map(\.rawValue).sorted(), statuses: filter.statuses.map(\.rawValue).sorted(),
            since: filter.since?.daysSince1970, until: filter.until?.daysSince1970,
            pairs: (0..<30).map { pair(ids[$0 * 7 % ids.count], ids[($0 * 13 + 5) % ids.count], in: graph, where: filter) },
            surroundings: (0..<12).map { number in
                let (actor, hops) = (part[number * 3 % part.count], number % 4)
                let around = graph.egoNetwork(of: actor, hops: hops, where: filter)
                return Case.Around(actor: actor, hops: hops, actors: around.actors.map(\.id), statements: around.statements.count)
            },
            degrees: Dictionary(
                uniqueKeysWithValues: part.map { id in
                    let degree = graph.degree(of: id, where: filter)
                    return (id, [degree.outgoing, degree.incoming, degree.neighbours])
                }), topByStatements: graph.topActors(limit: 10, where: filter).map(\.actor.id),
            pageRank: scores(graph.pageRank(where: filter)), pageRankDirected: scores(graph.pageRank(directed: true, where: filter)),
            betweenness: scores(graph.betweenness(samples: .max, where: filter)),
            betweennessDirected: scores(graph.betweenness(directed: true, samples: .max, where: filter)),
            components: graph.connectedComponents(where: filter).map { $0.map(\.id) },
            communities: communities.groups.map { $0.map(\.id) }, modularity: communities.modularity)
    }

    private func pair(_ start: String, _ end: String, in graph: Graph, where filter: StatementFilter) -> Case.Pair {
        func shortest(directed: Bool) -> [[String]] {
            graph.shortestPaths(from: start, to: end, maximumLength: .max, directed: directed, where: filter, limit: .max)
                .map { $0.actors.map(\.id) }
        }
        func lightest(directed: Bool) -> [Double] {
            graph.lightestPaths(from: start, to: end, weight: .reciprocalOfStatements, directed: directed, where: filter, limit: 5)
                .map(\.weight)
        }
        return Case.Pair(
            start: start, end: end, shortest: shortest(directed: false), shortestDirected: shortest(directed: true),
            simple: graph.paths(from: start, to: end, maximumLength: .max, where: filter, limit: 10).map { $0.actors.map(\.id) },
            lightest: lightest(directed: false), lightestDirected: lightest(directed: true))
    }
}
