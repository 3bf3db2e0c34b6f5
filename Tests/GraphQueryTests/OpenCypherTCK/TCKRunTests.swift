import Testing

@testable import GraphQuery

@Suite("Judging scenarios")
struct TCKRunTests {
    private func outcome(_ steps: String, namedGraphs: [String: [String]] = [:]) throws -> TCKRun.Outcome {
        let feature = try GherkinReader.feature(in: "Feature: f\nScenario: s\n\(steps)", file: "f.feature")
        let scenario = TCKScenarioReader.scenarios(in: feature, folder: "")[0]
        return TCKRun(namedGraphs: namedGraphs).outcome(of: scenario)
    }

    private func isFailure(_ outcome: TCKRun.Outcome) -> Bool {
        if case .failed = outcome { true } else { false }
    }

    private static let ships = """
        Given an empty graph
        And having executed:
        \"""
        CREATE (a:Ship {name: 'Vega', tons: 7})-[:CALLS_AT {day: 1}]->(:Port {name: 'Oslo'})
        \"""
        And having executed:
        \"""
        MATCH (p:Port) CREATE (:Ship {name: 'Nova', tons: 9})-[:CALLS_AT {day: 2}]->(p)
        \"""

        """

    private func query(_ text: String, _ rest: String) -> String {
        "When executing query:\n\"\"\"\n\(text)\n\"\"\"\n\(rest)"
    }

    @Test(
        "what is expected and comes passes",
        arguments: [
            ("MATCH (s:Ship) RETURN s.name AS name", "in any order:\n| name |\n| 'Nova' |\n| 'Vega' |\nAnd no side effects"),
            ("MATCH (s:Ship) RETURN s.tons AS t ORDER BY t", "in order:\n| t |\n| 7 |\n| 9 |"),
            ("MATCH (s {tons: 7}) RETURN s", "in any order:\n| s |\n| (:Ship {tons: 7, name: 'Vega'}) |"),
            (
                "MATCH p = ({tons: 9})-[r]->() RETURN p, r",
                """
                in any order:
                | p                                                                       | r                  |
                | <(:Ship {name: 'Nova', tons: 9})-[:CALLS_AT {day: 2}]->(:Port {name: 'Oslo'})> | [:CALLS_AT {day: 2}] |
                """
            ),
            (
                "MATCH p = ()<--({tons: 9}) RETURN p",
                "in any order:\n| p |\n| <(:Port {name: 'Oslo'})<-[:CALLS_AT {day: 2}]-(:Ship {name: 'Nova', tons: 9})> |"
            ),
            ("MATCH (x:Pier) RETURN x", "in any order:\n| x |"),
        ])
    func passing(text: String, rest: String) throws {
        #expect(try outcome(Self.ships + query(text, "Then the result should be, \(rest)")) == .passed)
    }

    @Test(
        "anything else fails",
        arguments: [
            ("MATCH (s:Ship) RETURN s.name AS name", "the result should be, in any order:\n| name |\n| 'Nova' |"),
            ("MATCH (s:Ship) RETURN s.name AS name", "the result should be, in any order:\n| name |\n| 'Nova' |\n| 'Nova' |"),
            ("MATCH (s:Ship) RETURN s.name AS name", "the result should be, in any order:\n| names |\n| 'Nova' |\n| 'Vega' |"),
            ("MATCH (s:Ship) RETURN s.tons AS t ORDER BY t", "the result should be, in order:\n| t |\n| 9 |\n| 7 |"),
            ("RETURN 1 AS x", "the result should be, in any order:\n| x |\n| 1.0 |"),
            ("RETURN 1.0 AS x", "the result should be, in any order:\n| x |\n| 1 |"),
            ("RETURN [1, 2] AS x", "the result should be, in any order:\n| x |\n| [2, 1] |"),
            ("RETURN 1 AS a, 2 AS b", "the result should be, in any order:\n| b | a |\n| 2 | 1 |"),
            ("MATCH (s {tons: 7}) RETURN s", "the result should be, in any order:\n| s |\n| (:Ship {name: 'Vega'}) |"),
            ("RETURN 1 AS x", "the result should be empty"),
            ("RETURN 1 AS x", "the side effects should be:\n| +nodes | 1 |"),
            ("RETURN 1 AS x", "a SyntaxError should be raised at compile time: UndefinedVariable"),
            ("RETURN y", "the result should be, in any order:\n| y |"),
            ("RETURN y", "a SyntaxError should be raised at runtime: UndefinedVariable"),
            ("RETURN y", "a TypeError should be raised at compile time: UndefinedVariable"),
            ("RETURN y", "a SyntaxError should be raised at compile time: UnexpectedSyntax"),
            ("RETURN y", "no side effects"),
        ])
    func failing(text: String, rest: String) throws {
        #expect(isFailure(try outcome(Self.ships + query(text, "Then \(rest)"))))
    }

    @Test(
        "errors are judged by kind, phase and detail, as far as they are named",
        arguments: [
            "a SyntaxError should be raised at compile time: UndefinedVariable", "a SyntaxError should be raised at any time: *",
        ])
    func errors(rest: String) throws {
        #expect(try outcome(query("RETURN y", "Then \(rest)")) == .passed)
    }

    @Test("lists may come in any order where the scenario says so")
    func listOrder() throws {
        let rest = "(ignoring element order for lists):\n| x |\n| [2, [4, 3]] |"
        #expect(try outcome(query("RETURN [[3, 4], 2] AS x", "Then the result should be \(rest)")) == .passed)
        #expect(isFailure(try outcome(query("RETURN [[3, 4], 2, 2] AS x", "Then the result should be \(rest)"))))
    }

    @Test("parameters reach the query")
    func parameters() throws {
        let steps = "Given any graph\nAnd parameters are:\n| x | [1, 'a'] |\n"
        #expect(try outcome(steps + query("RETURN $x AS x", "Then the result should be, in any order:\n| x |\n| [1, 'a'] |")) == .passed)
    }

    @Test("named graphs are built by their queries; one that is not there fails")
    func namedGraphs() throws {
        let graphs = ["quay": ["CREATE (:A)", "CREATE (:B)"]]
        let rest = query("MATCH (n) RETURN count(n) AS n", "Then the result should be, in any order:\n| n |\n| 2 |")
        #expect(try outcome("Given the quay graph\n\(rest)", namedGraphs: graphs) == .passed)
        #expect(isFailure(try outcome("Given the pier graph\n\(rest)", namedGraphs: graphs)))
    }

    @Test("a set-up that fails fails the scenario")
    func failingSetUp() throws {
        let steps = "Given any graph\nAnd having executed:\n\"\"\"\nCREATE (\n\"\"\"\n"
        #expect(isFailure(try outcome(steps + query("RETURN 1 AS x", "Then the result should be, in any order:\n| x |\n| 1 |"))))
    }

    @Test("queries that write are skipped, and set-ups that need more than CREATE")
    func skipping() throws {
        #expect(try outcome(query("MATCH (n) SET n.x = 1", "Then the result should be empty")) == .skipped(.writes("SET")))
        let steps = "Given any graph\nAnd having executed:\n\"\"\"\nMATCH (n) DELETE n\n\"\"\"\n"
        #expect(try outcome(steps + query("RETURN 1", "Then the result should be empty")) == .skipped(.setUp("DELETE")))
    }

    @Test(
        "steps that are not understood fail their scenario, with the place",
        arguments: [
            ("Given a full moon", "f.feature:3: unknown step `a full moon`"),
            ("When executing query:", "f.feature:3: expected a text between `\"\"\"`"),
            ("Then the result should be, in any order:", "f.feature:3: expected a table"),
            ("Then the result should be, in any order:\n| x |\n| (A) |", "f.feature:3: `(A)`: expected `)` after 1 characters"),
            ("Given parameters are:\n| x | (:A) |", "f.feature:3: `(:A)` cannot be a parameter"),
            ("Then the side effects should be:\n| +nodes | few |", "f.feature:3: `few` is no count"),
        ])
    func unknownSteps(steps: String, message: String) throws {
        guard case .failed(let failure) = try outcome(steps) else {
            Issue.record("not failed")
            return
        }
        #expect(failure.actual == message)
    }
}
