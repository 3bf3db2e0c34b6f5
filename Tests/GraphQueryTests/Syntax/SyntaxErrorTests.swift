import Testing

@testable import GraphQuery

@Suite("Errors of syntax")
struct SyntaxErrorTests {
    @Test(
        "a misspelt keyword is suggested",
        arguments: [
            ("MACTH (n) RETURN n", "MATCH"), ("MATCH (n) RETRUN n", "RETURN"), ("MATCH (n) WEHRE n.x RETURN n", "WHERE"),
            ("RETURN 1 AS x ORDR BY x", "ORDER"), ("RETURN 1 AS x LIMT 1", "LIMIT"), ("OPTIONL MATCH (n) RETURN n", "OPTIONAL"),
            ("unwnd [1] AS x RETURN x", "UNWIND"),
        ])
    func misspelt(query: String, keyword: String) throws {
        let error = try #require(try ParsedQuery.syntaxError(query))
        #expect(error.message.hasSuffix("did you mean \(keyword)?"), "\(error.message)")
    }

    @Test("nothing is suggested for words that are near nothing", arguments: ["banana (n)", "MATCH (n) x"])
    func notMisspelt(query: String) throws {
        #expect(try ParsedQuery.syntaxError(query)?.message.contains("did you mean") == false)
    }

    @Test(
        "operators of other languages get the one that is meant",
        arguments: [
            ("1 != 2", "`<>`"), ("1 == 1", "`=`"), ("a && b", "AND"), ("a || b", "OR"), ("!a", "NOT"), ("a ≤ b", "<="), ("a → b", "-->"),
        ])
    func foreign(text: String, meant: String) throws {
        #expect(try ParsedQuery.syntaxError("RETURN \(text)")?.message.contains("write \(meant)") == true)
    }

    @Test(
        "errors stand where the fault is",
        arguments: [
            ("RETURN 1 +", 10), ("RETURN 1 +  \n\n", 10), ("RETURN 'é' 'x'", 12), ("RETURN {a: }", 11), (#"RETURN 'ab\q'"#, 10),
            ("RETURN (1", 9),
            ("MATCH (a)-[r:]->(b) RETURN a", 13), ("RETURN 12ab", 7), ("RETURN - 99999999999999999999", 9),
        ])
    func places(query: String, offset: Int) throws {
        #expect(try ParsedQuery.syntaxError(query)?.location?.offset == offset)
    }

    @Test("the first fault counts, not one of a token behind it")
    func first() throws {
        #expect(try ParsedQuery.syntaxError("MATCH n RETURN 'open")?.location?.offset == 6)
    }
}
