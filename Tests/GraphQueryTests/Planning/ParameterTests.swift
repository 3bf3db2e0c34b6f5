import GraphQuery
import KnowledgeGraph
import SampleGraphs
import Testing

@Suite("Parameters")
struct ParameterTests {
    private let graph = Graph(harbourStrike)

    @Test(
        "keep their own values where the graph looks at conditions itself",
        arguments: [
            ("MATCH ()-[r]->() WHERE date($a) <= r.since <= date($b) RETURN count(*)", "2031-05-02", "2031-05-04"),
            ("MATCH (a {name: $a}), (b {name: $b}) RETURN a.id, b.id", "Ida Holm", "Bruno Salvi"),
            ("MATCH (a {name: $a})-[r]->(b) WHERE r.class = $b RETURN b.id", "Ida Holm", "CONSULT"),
        ])
    func keepTheirValues(query: String, first: String, second: String) throws {
        let withParameters = try PreparedQuery(query).run(on: graph, parameters: ["a": .string(first), "b": .string(second)])
        let written = query.replacing("$a", with: "'\(first)'").replacing("$b", with: "'\(second)'")
        let withLiterals = try PreparedQuery(written).run(on: graph)
        #expect(withParameters.rows.count == 1)
        #expect("\(withParameters.rows)" == "\(withLiterals.rows)")
    }
}
