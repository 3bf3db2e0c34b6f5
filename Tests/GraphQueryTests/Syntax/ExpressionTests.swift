import Testing

@testable import GraphQuery

@Suite("Forms of expressions")
struct ExpressionTests {
    @Test(
        "every form is read",
        arguments: [
            ("[1, [2], []]", "list"), ("{a: 1, `b c`: {}}", "map"), ("a.match", "property"), ("a[0]", "subscript_"), ("a[1..2]", "slice"),
            ("a[..2]", "slice"), ("a[1..]", "slice"), ("a[..]", "slice"), ("date('2024-05-01').year", "property"), ("f()", "function"),
            ("date.truncate('day', a)", "function"), ("count(DISTINCT a)", "function"), ("count( * )", "countAll"),
            ("COUNT(*)", "countAll"),
            ("CASE WHEN a THEN 1 END", "case_"), ("CASE a WHEN 1 THEN 2 WHEN 3 THEN 4 ELSE 5 END", "case_"),
            ("[x IN a]", "listComprehension"), ("[x IN a WHERE x > 1 | x * 2]", "listComprehension"),
            ("filter(x IN a WHERE x > 1)", "listComprehension"), ("extract(x IN a | x.b)", "listComprehension"),
            ("[(a)-->(b) | b.c]", "patternComprehension"), ("[p = (a)-[*]-(b {x: [1]}) WHERE b.y | p]", "patternComprehension"),
            ("all(x IN a WHERE x)", "quantifier"), ("ANY(x IN a WHERE x)", "quantifier"), ("none(x IN a WHERE x)", "quantifier"),
            ("single(x IN a WHERE x)", "quantifier"), ("reduce(s = 0, x IN a | s + x)", "reduce"), ("(a)-->(b)", "pattern"),
            ("(a {x: (1)})<-[:R*1..2 {y: 2}]-(:B)-[]-()", "pattern"), ("((a)--(b))", "pattern"), ("exists(a.b)", "function"),
            ("EXISTS { (a)-->(b) WHERE b.c }", "exists"), ("EXISTS { MATCH (a) WITH a RETURN a }", "exists"),
            ("exists{MATCH (a)}", "exists"), ("COUNT { MATCH (a) RETURN a UNION MATCH (a) RETURN a }", "countSubquery"),
            ("[a = b]", "list"), ("[(a)-->(b), 1]", "list"), ("[(a)-->(b)]", "list"), ("[(a) - 1]", "list"), ("(a) - (b)", "binary"),
            ("(a)-1", "binary"), ("(a) < -1", "comparison"), ("(a)", "variable"), ("(a:B)", "hasLabels"), ("any", "variable"),
            ("count", "variable"), ("a.count", "property"),
        ])
    func forms(text: String, form: String) throws {
        let kind = try ParsedQuery.expression(text).kind
        #expect(Mirror(reflecting: kind).children.first?.label ?? "\(kind)" == form)
    }

    @Test(
        "what is half there is refused with what is missing",
        arguments: [
            ("CASE a END", "WHEN"), ("CASE WHEN a END", "THEN"), ("CASE WHEN a THEN 1", "END"), ("[x IN ]", "expression"),
            ("a[1..2", "`]`"),
            ("f(1", "`)`"), ("(1", "`)`"), ("all(x WHERE x)", "IN"), ("all(1)", "variable"), ("reduce(s, x IN a | s)", "`=`"),
            ("reduce(s = 0, x IN a)", "`|`"), ("[(a)-->(b) WHERE a.x]", "`|`"), ("EXISTS { }", "node"), ("EXISTS { MATCH (a)", "`}`"),
            ("a STARTS 'b'", "WITH"), ("a IS 1", "NULL"), ("1 +", "expression"), ("a.", "property"), ("count(*", "`)`"),
            ("shortestPath((a)-[*]-(b))", "MATCH p = shortestPath"),
        ])
    func incomplete(text: String, missing: String) throws {
        let error = try #require(try ParsedQuery.syntaxError("RETURN \(text)"))
        #expect(error.detail == "UnexpectedSyntax")
        #expect(error.message.contains(missing), "\(error.message)")
    }

    @Test("a column's text is kept as it was written")
    func columnText() throws {
        let items = try ParsedQuery.projection("RETURN  count( * ) , n . x+ 1 AS y, /* */ 'a' // b\n").items
        #expect(items.map(\.text) == ["count( * )", "n . x+ 1", "'a'"])
        #expect(items.map { $0.alias?.name } == [nil, "y", nil])
    }

    @Test("expressions know where they start")
    func locations() throws {
        let items = try ParsedQuery.projection("RETURN é, (a.b) + 1, -x").items
        #expect(items.map(\.expression.location.offset) == [7, 12, 22])
    }
}
