import Foundation
import GraphDrawing
import GraphFormats
import KnowledgeGraph
import SampleGraphs

/// `DrawingBenchmark [ROUNDS]`: SVG in process against writing DOT and starting `dot -Tsvg`, in pairs, and the cost of large figures.
///
/// From statements to the file's bytes on our side; from the same statements to the file on disk on the other. Times are of the
/// wall clock and of the processor, on the peer's side those of its process too.
@main
enum DrawingBenchmark {
    static func main() async throws {
        let rounds = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 40
        guard let dot = DotProgram() else {
            print("`dot` is not installed: apt-get install graphviz")
            exit(69)
        }
        let first = try await Cost.of { _ = try await Drawing(statements: harbourStrike).render(as: .svg) }
        print("first figure of a process  \(first)")
        print("\nSVG, median of \(rounds) pairs: in process, `dot -Tsvg`, median of the quotients (wall, processor)")
        for figure in Figure.compared { try await compare(figure, with: dot, rounds: rounds) }
        print("\nmedian of \(max(3, rounds / 4)) figures in process")
        for figure in Figure.large {
            for format in DrawingFormat.allCases { try await measure(figure, as: format, rounds: max(3, rounds / 4)) }
        }
    }

    private static func compare(_ figure: Figure, with dot: DotProgram, rounds: Int) async throws {
        var pairs: [(ours: Cost, theirs: Cost)] = []
        for round in 0..<rounds + 1 {
            let ours = try await Cost.of { _ = try await figure.drawing().render(as: .svg) }
            let theirs = try await Cost.of { try dot.draw(figure.drawing().dot()) }
            // The first pair warms caches.
            if round > 0 { pairs.append((ours, theirs)) }
        }
        let wall = pairs.map { $0.theirs.wall / $0.ours.wall }.median
        let processor = pairs.map { $0.theirs.processor / $0.ours.processor }.median
        print("\(figure.name):  \(pairs.map(\.ours).median);  \(pairs.map(\.theirs).median);  \(tenths(wall)) ×, \(tenths(processor)) ×")
    }

    private static func measure(_ figure: Figure, as format: DrawingFormat, rounds: Int) async throws {
        var costs: [Cost] = []
        for _ in 0..<rounds { costs.append(try await Cost.of { _ = try await figure.drawing().render(as: format) }) }
        print("\(figure.name)  \(format.name)  \(costs.median)")
    }
}

/// What is drawn.
struct Figure {
    var name: String
    var statements: [Statement]

    func drawing() throws -> Drawing { try Drawing(statements: statements, options: DiagramOptions(top: Diagram.limit)) }

    static let compared = [figure(nodes: 20, edges: 24), figure(nodes: 50, edges: 60), figure(nodes: 200, edges: 150)]
    static let large = [figure(nodes: 20, edges: 24), figure(nodes: 50, edges: 150), figure(nodes: 200, edges: 150)]

    /// So many boxes and lines, the same on every run: each actor beyond the first few has a line to an earlier one.
    private static func figure(nodes: Int, edges: Int) -> Figure {
        let types: [ActorType] = [.person, .organization, .country, .person, .event]
        let words = ["Harbour", "Coastal", "Northern", "United", "Lake", "Upper", "Free"]
        let actors = (0..<nodes).map { sampleActor("\(words[$0 % 7]) \(words[$0 / 7 % 7]) \($0)", types[$0 % 5]) }
        let relations: [(String, RelationClass)] = [
            ("spoke-with", .consult), ("criticised", .accuse), ("attacked", .assault), ("aided", .aid),
        ]
        var number: UInt64 = 20_310_503
        func random(_ bound: Int) -> Int {
            number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((number >> 33) % UInt64(bound))
        }
        var pairs: Set<[Int]> = []
        var statements: [Statement] = []
        func add(_ subject: Int, _ object: Int) {
            guard subject != object, pairs.insert([subject, object]).inserted else { return }
            let relation = relations[random(relations.count)]
            statements.append(
                sampleStatement(
                    actors[subject], relation.0, relation.1, actors[object], date: sampleDate("2031-05-0\(1 + random(9))"),
                    index: statements.count))
        }
        for actor in max(1, nodes - edges)..<nodes { add(actor, random(actor)) }
        while statements.count < edges { add(random(nodes), random(nodes)) }
        let drawn = (try? Diagram(statements, options: DiagramOptions(top: Diagram.limit)))
        precondition(drawn?.edges.count == edges, "the figure has \(drawn?.edges.count ?? 0) lines instead of \(edges)")
        return Figure(name: "\(drawn?.nodes.count ?? 0) nodes, \(edges) edges", statements: statements)
    }
}
