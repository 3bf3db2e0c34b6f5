import Foundation
import GraphStore
import Testing

/// `query`, run as a user runs it.
@Suite("The query command")
struct QueryCommandTests {
    @Test("prints a table, a dash where there is nothing")
    func table() throws {
        let folder = try DatabaseFolder()
        let run = try ToolRun(
            ["query", folder.database, "MATCH (a)-[r]->(b) RETURN b.name AS whom, r.since AS day, r.topic AS topic ORDER BY day"])
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(
            run.output == """
                whom   day         topic
                Acme   2025-05-20  –
                Bo Ek  2025-06-01  –

                """)
    }

    @Test("shows of nodes and relationships what tells them apart, and all of them as JSON")
    func elements() throws {
        let folder = try DatabaseFolder()
        let query = "MATCH p = (a)-[r:MET_WITH]->(b) RETURN a, r, p"
        let table = try ToolRun(["query", folder.database, query]).output
        #expect(table.contains("(:Person {id: 'person/ana-ruiz', name: 'Ana Ruiz'})"))
        #expect(table.contains("[:MET_WITH {id: '1', since: '2025-06-01', status: 'actual'}]"))
        #expect(table.contains("<(:Person {id: 'person/ana-ruiz', name: 'Ana Ruiz'})-[:MET_WITH") && !table.contains("Dr Ruiz"))
        let json = try ToolRun(["query", folder.database, query, "--format", "json"]).output
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: [String: Any]]])
        #expect((rows[0]["a"]?["properties"] as? [String: Any])?["aliases"] as? [String] == ["Dr Ruiz"])
        #expect((rows[0]["r"]?["properties"] as? [String: Any])?["sentence"] as? String == "Dr Ruiz met Bo Ek.")
        #expect(rows[0]["r"]?["start"] as? String == "person/ana-ruiz")
    }

    @Test(
        "gives values as JSON and CSV have them",
        arguments: [
            ("1", "1", "1"), ("1.5", "1.5", "1.5"), ("true", "true", "true"), ("null", "null", ""), ("'a,b'", "\"a,b\"", "\"a,b\""),
            ("'=1'", "\"=1\"", "'=1"), ("-1", "-1", "-1"), ("['a', null]", "[\"a\",null]", "\"['a', null]\""),
            ("{k: 1}", "{\"k\":1}", "{k: 1}"),
            ("date('2025-06-01')", "\"2025-06-01\"", "2025-06-01"), ("0.0 / 0.0", "\"NaN\"", "NaN"), ("'日本'", "\"日本\"", "日本"),
        ])
    func values(expression: String, json: String, csv: String) throws {
        let query = "RETURN \(expression) AS x"
        let folder = try DatabaseFolder()
        #expect(try ToolRun(["query", folder.database, query, "--format", "json"]).output == "[\n{\"x\":\(json)}\n]\n")
        #expect(try ToolRun(["query", folder.database, query, "--format", "csv"]).output == "x\r\n\(csv)\r\n")
    }

    @Test(
        "takes parameters, which are values and never part of the query",
        arguments: [
            ("x=Bo Ek", "\"Bo Ek\""), ("x=12", "12"), ("x=-1.5", "-1.5"), ("x=true", "true"), ("x=null", "null"), ("x='12'", "\"12\""),
            ("x=\"a\"", "\"a\""), ("x=['a', 2]", "[\"a\",2]"), ("x={k: 1}", "{\"k\":1}"), ("x=a=b", "\"a=b\""), ("x=", "\"\""),
            ("x=nan", "\"nan\""), ("x=1 OR true", "\"1 OR true\""), ("x=o'dea", "\"o'dea\""),
        ])
    func parameters(argument: String, json: String) throws {
        let folder = try DatabaseFolder()
        let run = try ToolRun(["query", folder.database, "RETURN $x AS x", "--format", "json", "-p", argument])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "[\n{\"x\":\(json)}\n]\n")
    }

    @Test("reads the query from standard input")
    func standardInput() throws {
        let folder = try DatabaseFolder()
        let run = try ToolRun(["query", folder.database, "-", "--parameter", "n=2"], input: "UNWIND range(1, $n) AS x\nRETURN x\n")
        #expect(run.status == 0 && run.output == "x\n1\n2\n")
    }

    @Test("explains how a query would be answered")
    func explain() throws {
        let folder = try DatabaseFolder()
        let run = try ToolRun(["query", folder.database, "EXPLAIN MATCH (a {name: 'Ana Ruiz'})-[r]-(b) RETURN b.name"])
        #expect(run.status == 0 && run.output.hasPrefix("plan\n") && run.output.contains("by name"))
    }

    @Test(
        "says when nothing fits, and gives a machine its empty answer", arguments: [("table", "x\n"), ("json", "[]\n"), ("csv", "x\r\n")])
    func nothing(format: String, output: String) throws {
        let folder = try DatabaseFolder()
        let run = try ToolRun(["query", folder.database, "MATCH (a {name: 'Zanzibar'}) RETURN a AS x", "--format", format])
        #expect(run.status == 0 && run.output == output && run.errors.contains("nothing fits"))
    }

    @Test(
        "refuses an error with its line, column and a caret",
        arguments: [
            ("MATCH (a) RETRUN a", "1:11: ", "MATCH (a) RETRUN a\n          ^"), ("MATCH (a)\nRETURN b", "2:8: ", "RETURN b\n       ^"),
            ("CREATE (a)", "1:1: CREATE is refused", "CREATE (a)\n^"),
            ("MATCH (a) RETURN a.name + $y", "1:27: ", "                          ^"),
            ("RETURN 1 / 0", "1:8: ", "RETURN 1 / 0\n       ^"),
        ])
    func errors(query: String, place: String, caret: String) throws {
        let folder = try DatabaseFolder()
        let run = try ToolRun(["query", folder.database, query])
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.contains("newsgraph: \(place)") && run.errors.contains("\n\(caret)"), "\(run.errors)")
        #expect(!run.errors.contains("QueryError"))
    }

    @Test(
        "stops at its limits",
        arguments: [
            (["UNWIND range(1, 10) AS x RETURN x", "--max-rows", "3"], "more than 3 rows"),
            (["UNWIND range(1, 10000000) AS x UNWIND range(1, 10000000) AS y RETURN count(*)", "--timeout", "1"], "more than 1"),
        ])
    func limits(arguments: [String], message: String) throws {
        let folder = try DatabaseFolder()
        let run = try ToolRun(["query", folder.database] + arguments)
        #expect(run.status == 2 && run.output.isEmpty && run.errors.contains(message), "\(run.errors)")
    }

    @Test(
        "refuses wrong usage",
        arguments: [
            ["RETURN 1", "-p", "x"], ["RETURN 1", "-p", "=1"], ["RETURN 1", "-p", "x=1", "-p", "x=2"], ["RETURN 1", "-p", "x=['a'"],
            ["RETURN 1", "-p", "x=[1], 2"], ["RETURN 1", "--max-rows", "0"], ["RETURN 1", "--timeout", "0"],
            ["RETURN 1", "--format", "xml"], [],
        ])
    func usage(arguments: [String]) throws {
        let folder = try DatabaseFolder()
        let run = try ToolRun(["query", folder.database] + arguments)
        #expect(run.status == 2 && run.output.isEmpty && !run.errors.isEmpty)
        #expect(try ToolRun(["query", folder.path("none.sqlite"), "RETURN 1"]).status == 2)
    }

    @Test("never sends a terminal anything to obey")
    func terminalInjection() throws {
        let folder = try DatabaseFolder(name: "Eve \u{1B}[2J\u{9B}31m\u{202E}\u{7}\r\nfake")
        for query in [
            "MATCH (a) RETURN a.name, a", "RETURN 1 AS `\u{1B}[2J\u{202E}`", "RETURN \u{1B}[2J", "RETURN '\u{1B}[2J' + 1 + 'a' AS x",
            "MATCH (a) RETURN [a.name], {n: a.name}",
        ] {
            #expect(!(try ToolRun(["query", folder.database, query]).hasControls), "\(query)")
        }
        #expect(!(try ToolRun(["query", folder.database, "RETURN $y", "-p", "x=\u{1B}[2J"]).hasControls))
        #expect(!(try ToolRun(["query", folder.database, "RETURN $x", "-p", "x='\u{1B}[2J"]).hasControls))
    }
}
