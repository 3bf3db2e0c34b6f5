import Testing

@testable import GraphQuery

@Suite("Patterns")
struct PatternTests {
    @Test("a path with all that it may have")
    func everything() throws {
        let pattern = try ParsedQuery.patterns("MATCH p = (a:A:B {x: 1})-[r:R|S|:T*2..3 {y: $z}]->()<--(b) RETURN p")[0]
        #expect(pattern.variable?.name == "p")
        #expect(pattern.kind == .walk)
        #expect(pattern.nodes.map { $0.variable?.name } == ["a", nil, "b"])
        #expect(pattern.nodes[0].labels == ["A", "B"])
        #expect(pattern.steps[0].variable?.name == "r")
        #expect(pattern.steps[0].types == ["R", "S", "T"])
        #expect(pattern.steps[0].properties != nil)
        #expect(pattern.steps.map(\.direction) == [.right, .left])
    }

    @Test(
        "directions",
        arguments: [
            ("--", .either), ("-->", .right), ("<--", .left), ("<-->", .either), ("-[]-", .either), ("-[r]->", .right), ("<-[:R]-", .left),
            ("<-[]->", .either), ("- [ ] - >", .right), ("—[]—〉", .right), ("⟨−−", .left),
        ] as [(String, RelationshipPattern.Direction)])
    func directions(drawn: String, direction: RelationshipPattern.Direction) throws {
        #expect(try ParsedQuery.patterns("MATCH (a)\(drawn)(b) RETURN a")[0].steps[0].direction == direction)
    }

    @Test(
        "lengths",
        arguments: [
            ("", nil), ("*", .init(minimum: 1, maximum: nil)), ("*2", .init(minimum: 2, maximum: 2)),
            ("*1..3", .init(minimum: 1, maximum: 3)),
            ("*..3", .init(minimum: 1, maximum: 3)), ("*2..", .init(minimum: 2, maximum: nil)), ("*..", .init(minimum: 1, maximum: nil)),
            ("*0..0", .init(minimum: 0, maximum: 0)), ("* 1 .. 2 ", .init(minimum: 1, maximum: 2)),
        ] as [(String, RelationshipPattern.Length?)])
    func lengths(written: String, length: RelationshipPattern.Length?) throws {
        for prefix in ["", "r", ":R", "r:R|S"] {
            #expect(try ParsedQuery.patterns("MATCH (a)-[\(prefix)\(written)]-(b) RETURN a")[0].steps[0].length == length)
        }
    }

    @Test("shortest paths, and parentheses that mean nothing")
    func kinds() throws {
        let patterns = try ParsedQuery.patterns(
            "MATCH p = shortestPath((a)-[*]-(b)), q = ALLSHORTESTPATHS((a)-[:R*..5]->(b)), ((x)-->(y)), (((z))) RETURN p")
        #expect(patterns.map(\.kind) == [.shortestPath, .allShortestPaths, .walk, .walk])
        #expect(patterns.map { $0.variable?.name } == ["p", "q", nil, nil])
        #expect(patterns.map(\.steps.count) == [1, 1, 1, 0])
    }

    @Test(
        "what is no pattern is refused",
        arguments: [
            ("(a)-[:R..]->(b)", "InvalidRelationshipPattern"), ("(a)-[:R 2..3]->(b)", "InvalidRelationshipPattern"),
            ("(a)-[:R*-1]->(b)", "InvalidRelationshipPattern"), ("(a)-[*1.5]->(b)", "InvalidRelationshipPattern"),
            ("(a)-[*$n]->(b)", "InvalidRelationshipPattern"), ("(a)-[*99999999999999999999]->(b)", "IntegerOverflow"),
            ("(a)->(b)", "UnexpectedSyntax"), ("(a)-[r]>(b)", "UnexpectedSyntax"), ("(a)-->", "UnexpectedSyntax"),
            ("a-->(b)", "UnexpectedSyntax"),
            ("(a:A|B)", "UnexpectedSyntax"), ("(a WHERE a.x)", "UnexpectedSyntax"), ("(a-->(b))", "UnexpectedSyntax"),
            ("shortestPath((a)-[*]-(b)", "UnexpectedSyntax"), ("((a)", "UnexpectedSyntax"), ("(a)-[:]->(b)", "UnexpectedSyntax"),
        ])
    func refused(pattern: String, detail: String) throws {
        #expect(try ParsedQuery.syntaxError("MATCH \(pattern) RETURN 1")?.detail == detail)
    }
}
