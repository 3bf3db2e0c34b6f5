import Testing

@testable import GraphQuery

@Suite("Names and spaces")
struct NameTests {
    @Test("keywords name labels, types, properties and keys", arguments: Keyword.allCases.map(\.rawValue))
    func keywordsAsNames(keyword: String) throws {
        let query = "MATCH (a:\(keyword))-[:\(keyword)|\(keyword.lowercased())]->() RETURN a.\(keyword) AS x, {\(keyword): 1} AS y"
        #expect(try ParsedQuery.syntaxError(query) == nil)
    }

    @Test("reserved words name variables in backticks only", arguments: ["match", "WHERE", "in", "Null", "end"])
    func reserved(word: String) throws {
        #expect(try ParsedQuery.syntaxError("WITH 1 AS \(word) RETURN 2") != nil)
        #expect(try ParsedQuery.error("WITH 1 AS `\(word)` RETURN `\(word)`") == nil)
    }

    @Test(
        "other words of the language name variables",
        arguments: ["count", "any", "none", "reduce", "call", "explain", "on", "of", "filter", "lımıt"])
    func unreserved(word: String) throws {
        #expect(try ParsedQuery.error("WITH 1 AS \(word) RETURN \(word)") == nil)
    }

    @Test(
        "names take letters of all scripts, and anything in backticks",
        arguments: [("_a1", "_a1"), ("naïve", "naïve"), ("名前", "名前"), ("`a b`", "a b"), ("`a``b`", "a`b"), ("````", "`"), ("`\0`", "\0")])
    func names(written: String, name: String) throws {
        #expect(try ParsedQuery.projection("RETURN 1 AS \(written)").items[0].alias?.name == name)
    }

    @Test("variables differ by case, keywords do not")
    func letterCase() throws {
        #expect(try ParsedQuery.error("mAtCh (n) OPTIONAL match (N) wHeRe n.a rEtUrN n, N") == nil)
        #expect(try ParsedQuery.detail("MATCH (n) RETURN N") == "UndefinedVariable")
    }

    @Test("spaces of Unicode, comments and one semicolon mean nothing")
    func spaces() throws {
        let query = "\u{FEFF}MATCH\u{A0}(n)// comment\r\n/* WHERE\n */RETURN\u{3000}n\t;\u{2028}"
        #expect(try ParsedQuery.error(query) == nil)
    }

    @Test("names that are not closed, or empty, are refused", arguments: ["`a", "``", "`a``"])
    func badNames(name: String) throws {
        #expect(try ParsedQuery.syntaxError("RETURN 1 AS \(name)")?.detail == "UnexpectedSyntax")
    }
}
