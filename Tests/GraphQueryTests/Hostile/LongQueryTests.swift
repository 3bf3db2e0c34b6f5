import Testing

@testable import GraphQuery

/// Queries that are long, deep, or hardly queries: each ends with rows or a `QueryError`, soon.
@Suite("Hostile queries: long and deep")
struct LongQueryTests {
    @Test(
        "nested too deeply to be read: what stands between ⟨ and ⟩, many times",
        arguments: [
            "RETURN ⟨(⟩1⟨)⟩", "RETURN ⟨[⟩1⟨]⟩", "RETURN ⟨{a: ⟩1⟨}⟩", "RETURN ⟨NOT ⟩true⟨⟩", "RETURN ⟨- ⟩1⟨⟩", "RETURN ⟨abs(⟩1⟨)⟩",
            "RETURN ⟨CASE WHEN true THEN ⟩1⟨ END⟩", "RETURN ⟨[x IN ⟩[]⟨ | x]⟩", "RETURN ⟨all(x IN [] WHERE ⟩true⟨)⟩", "RETURN ⟨1 + (⟩1⟨)⟩",
            "RETURN ⟨reduce(a = 0, x IN [] | ⟩1⟨)⟩", "RETURN ⟨[1][⟩0⟨]⟩", "RETURN ⟨1 ^ ⟩1⟨⟩", "RETURN ⟨[()--() | ⟩1⟨]⟩",
            "MATCH (n) WHERE ⟨EXISTS { MATCH (n) WHERE ⟩true⟨ RETURN n }⟩ RETURN n",
            "MATCH (n) WHERE ⟨EXISTS { (n) WHERE ⟩true⟨ }⟩ RETURN n",
            "RETURN ⟨COUNT { MATCH (n) RETURN ⟩1⟨ AS x }⟩", "MATCH (n {a: ⟨[{b: ⟩1⟨}]⟩}) RETURN n", "MATCH ()-[{a: ⟨[⟩1⟨]⟩}]-() RETURN 1",
        ])
    func deepNesting(template: String) throws {
        let parts = template.split(omittingEmptySubsequences: false) { $0 == "⟨" || $0 == "⟩" }.map(String.init)
        func nested(_ depth: Int) -> String {
            parts[0] + String(repeating: parts[1], count: depth) + parts[2] + String(repeating: parts[3], count: depth) + parts[4]
        }
        #expect(try HostileQuery.ending(of: nested(2))?.detail != "UnexpectedSyntax", "\(nested(2))")
        #expect(["NestingTooDeep", "QueryTooLarge"].contains(try HostileQuery.ending(of: nested(20_000))?.detail))
    }

    @Test(
        "brackets that never close",
        arguments: ["(", "[", "{", "[x IN ", "CASE ", "EXISTS {", "(a)-[", "f(", "{a:", "/*", "'", "`", "\"", "$"])
    func unclosed(open: String) throws {
        for prefix in ["RETURN ", "MATCH ", ""] {
            #expect(try HostileQuery.ending(of: prefix + String(repeating: open, count: 50_000)) != nil)
        }
    }

    @Test(
        "chains as long as a query may be: what stands between ⟨ and ⟩, up to 1 MB of it",
        arguments: [
            "RETURN 1⟨ + 1⟩", "RETURN true⟨ AND true⟩", "RETURN true⟨ XOR true⟩", "RETURN 1⟨ < 1⟩", "RETURN 'a'⟨ + 'a'⟩",
            "RETURN 1⟨ IS NULL⟩", "WITH {a: 1} AS m RETURN m⟨.a⟩", "RETURN []⟨[0]⟩", "RETURN [1⟨, 1⟩]", "RETURN 1⟨, 1⟩",
            "MATCH (a)⟨-->()⟩ RETURN a", "MATCH (a)⟨, (a)⟩ RETURN a", "MATCH (a⟨:A⟩) RETURN a", "MATCH ()-[:A⟨|A⟩]->() RETURN 1",
            "RETURN 1 AS x⟨ UNION RETURN 1 AS x⟩", "RETURN 1 AS x⟨ UNION ALL RETURN 1 AS x⟩", "MATCH (a)⟨ MATCH (a)⟩ RETURN a",
            "WITH 1 AS x⟨ WITH x⟩ RETURN x", "UNWIND [1] AS x⟨ UNWIND [1] AS x⟩ RETURN x", "RETURN CASE 1⟨ WHEN 1 THEN 1⟩ END",
            "RETURN coalesce(1⟨, 1⟩)", "RETURN true⟨ OR EXISTS { (a) }⟩", "MATCH (a) WHERE (a)⟨--()⟩ RETURN a", "RETURN 1 IN []⟨ IN []⟩",
            "RETURN '⟨a⟩'", "RETURN '⟨\\u0061⟩'", "RETURN `⟨a⟩`", "RETURN 1 AS a⟨a⟩", "RETURN 1⟨1⟩", "RETURN 1.⟨1⟩", "RETURN 0x1⟨F⟩",
            "RETURN 1⟨ ⟩", "RETURN 1 /*⟨*⟩*/", "RETURN 1 ⟨// a\n⟩", "RETURN $a⟨a⟩", "RETURN {a: 1⟨, a: 1⟩}",
            "RETURN 1 AS x ORDER BY x⟨, x⟩",
        ])
    func longChains(template: String) throws {
        let parts = template.split(omittingEmptySubsequences: false) { $0 == "⟨" || $0 == "⟩" }.map(String.init)
        let links = (1_000_000 - parts[0].utf8.count - parts[2].utf8.count) / parts[1].utf8.count
        func chain(_ links: Int) -> String { parts[0] + String(repeating: parts[1], count: links) + parts[2] }
        #expect(try HostileQuery.ending(of: chain(2))?.detail != "UnexpectedSyntax", "\(chain(2))")
        try HostileQuery.ending(of: chain(links), within: 20)
    }

    @Test("more than a query may have")
    func tooLong() throws {
        let error = try HostileQuery.ending(of: "RETURN '" + String(repeating: "a", count: 5_000_000) + "'")
        #expect(error?.phase == .compileTime)
    }

    @Test(
        "bytes that are no UTF-8",
        arguments: [
            [0xFF], [0xC3, 0x28], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func badUTF8(bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        for query in [text, "RETURN \(text)", "RETURN '\(text)'", "RETURN `\(text)`", "MATCH (\(text)) RETURN 1", "RETURN 1 /*\(text)*/"] {
            try HostileQuery.ending(of: query)
        }
        #expect(try HostileQuery.rows("RETURN '\(text)' AS x") == [[.string(text)]])
    }

    @Test(
        "no query at all", arguments: ["", " ", "\n", ";", "//", "/**/", "\0", "\u{FEFF}", "EXPLAIN", "\u{301}", "'", "(", "$", "`", "\\"])
    func emptyQueries(query: String) throws {
        let error = try HostileQuery.ending(of: query)
        #expect(error?.kind == .syntaxError)
    }
}
