import Testing

@testable import GraphQuery

@Suite("Variables")
struct VariableCheckTests {
    @Test(
        "variables are known where they can be",
        arguments: [
            "MATCH (a)-[r]->(b) WHERE a.x = r.y RETURN b", "MATCH (a), (b {x: a.x}) RETURN b", "MATCH (b {x: a.x}), (a) RETURN b",
            "WITH 1 AS x UNWIND [x] AS y WITH y RETURN y", "MATCH (a) WITH a.x AS x ORDER BY a.y WHERE a.z > x RETURN x",
            "RETURN [x IN [1] WHERE x > 0 | x] AS x ORDER BY x", "MATCH (a) RETURN [(a)-[r]->(b) WHERE r.x | b.y] AS l",
            "RETURN reduce(s = 0, x IN [1] | s + x) AS x", "MATCH p = (a)-[*]-() WHERE length(p) > 1 RETURN a",
            "MATCH (a) WHERE EXISTS { (a)-[r]->(b) WHERE r.x = b.y } RETURN a",
            "MATCH (a) WHERE COUNT { MATCH (a)-->(b) WITH a, b WHERE b.x = a.x RETURN b } > 1 RETURN a",
            "MATCH (a) WHERE (a)-->(:B) AND NOT (a)<--() RETURN a", "MATCH (a) OPTIONAL MATCH (a)-->(b) RETURN *",
            "MATCH () WITH * RETURN 1",
            "UNWIND [1] AS x RETURN [x IN [x] | x] AS x",
        ])
    func known(query: String) throws {
        #expect(try ParsedQuery.error(query) == nil)
    }

    @Test(
        "variables are unknown where they cannot be",
        arguments: [
            "RETURN a", "MATCH (a) RETURN b.x", "MATCH (a) WHERE b.x RETURN a", "MATCH (a) WITH a.x AS x RETURN a",
            "UNWIND x AS x RETURN x",
            "RETURN [x IN [1] | y]", "RETURN [x IN [x] | 1]", "RETURN [x IN [1] | x] + x", "RETURN all(x IN [1] WHERE y)",
            "RETURN reduce(s = s, x IN [1] | s)", "MATCH (a) WHERE (a)-->(b) RETURN a", "MATCH (a) WHERE (a)-[r]->() RETURN a",
            "MATCH (a) WHERE EXISTS { (a)-->(b) } RETURN b", "MATCH (a) WHERE EXISTS { MATCH (b) WITH b RETURN a } RETURN a",
            "MATCH (a {x: b.x}) RETURN a", "MATCH p = (a {x: length(p)}) RETURN a", "RETURN 1 AS x UNION MATCH (a) RETURN b AS x",
            "MATCH (a) RETURN DISTINCT a.x ORDER BY a.y", "MATCH (a) RETURN count(a) AS c ORDER BY a.y",
            "MATCH (a) WITH DISTINCT a.x AS x WHERE a.y RETURN x", "MATCH (a) WITH count(*) AS c WHERE a.y RETURN c",
        ])
    func unknown(query: String) throws {
        #expect(try ParsedQuery.detail(query) == "UndefinedVariable")
    }

    @Test("an unknown variable gets the one that was meant")
    func suggestion() throws {
        let error = try #require(try ParsedQuery.error("MATCH (actor)-->(place) RETURN plaec.name"))
        #expect(error.message == "there is no variable `plaec` here; did you mean `place`?")
        #expect(error.location?.offset == 31)
        #expect(try ParsedQuery.error("MATCH (b), (a) RETURN x")?.message == "there is no variable `x` here; there are `a`, `b`")
    }

    @Test(
        "nothing is bound twice",
        arguments: [
            "MATCH (a) UNWIND [1] AS a RETURN a", "MATCH (p) MATCH p = () RETURN p", "MATCH p = (p) RETURN p",
            "MATCH p = (), p = () RETURN p",
            "MATCH (p), p = () RETURN p", "MATCH p = ()-[p]-() RETURN p", "MATCH p = ()-[*]-(), ()-[p]-() RETURN p",
            "WITH 1 AS p MATCH p = () RETURN p",
        ])
    func boundTwice(query: String) throws {
        #expect(try ParsedQuery.detail(query) == "VariableAlreadyBound")
    }

    @Test(
        "a variable is one kind of thing",
        arguments: [
            "MATCH (r)-[r]-() RETURN r", "MATCH ()-[r]-(), (r) RETURN r", "MATCH (r) MATCH ()-[r]-() RETURN r",
            "MATCH ()-[r]-() MATCH (r) RETURN r",
            "MATCH ()-[r*]-() MATCH (r) RETURN r", "MATCH ()-[r*]-() MATCH ()-[r]-() RETURN r", "MATCH ()-[r]-() MATCH ()-[r*]-() RETURN r",
            "MATCH p = () MATCH (p) RETURN p", "MATCH p = () MATCH ()-[p]-() RETURN p", "WITH 1 AS a MATCH (a) RETURN a",
            "WITH 'x' AS a MATCH ()-[a]-() RETURN a", "MATCH (a) WITH collect(a) AS l MATCH (l)-->() RETURN l",
            "UNWIND [1, 2] AS a MATCH (a) RETURN a",
            "MATCH (a) WITH {x: a} AS m WHERE (m)-->() RETURN m", "MATCH p = () RETURN [(p)-->() | 1]",
        ])
    func conflict(query: String) throws {
        #expect(try ParsedQuery.detail(query) == "VariableTypeConflict")
    }

    @Test(
        "what may be a node or a relationship can be matched again",
        arguments: [
            "WITH null AS a MATCH (a) RETURN a", "WITH $a AS a MATCH (a)-->() RETURN a",
            "MATCH (a) WITH head(collect(a)) AS a MATCH (a)-->() RETURN a",
            "MATCH (a) WITH collect(a) AS l UNWIND l AS a MATCH (a)-->() RETURN a",
            "MATCH p = ()-->() WITH nodes(p)[0] AS a MATCH (a) RETURN a",
            "MATCH ()-[r]->() MATCH (x)-[r]-(y) RETURN x", "MATCH ()-[r]->()-[s]->() WITH [r, s] AS l MATCH (x)-[l*]->(y) RETURN x",
            "MATCH ()-[r]->() WITH startNode(r) AS a MATCH (a) RETURN a", "MATCH (a)-->(b) WITH coalesce(a, b) AS c MATCH (c) RETURN c",
        ])
    func again(query: String) throws {
        #expect(try ParsedQuery.error(query) == nil)
    }

    @Test(
        "a relationship stands once in a clause", arguments: ["MATCH ()-[r]->()-[r]->() RETURN r", "MATCH ()-[r]-(), ()-[r]-() RETURN r"])
    func relationshipTwice(query: String) throws {
        #expect(try ParsedQuery.detail(query) == "RelationshipUniquenessViolation")
    }
}
