import Testing

@testable import GraphQuery

@Suite("Text matching")
struct TextMatchingTests {
    @Test(
        "STARTS WITH, ENDS WITH, CONTAINS",
        arguments: [
            ("'abc' STARTS WITH 'ab'", "true"), ("'abc' STARTS WITH ''", "true"), ("'abc' STARTS WITH 'b'", "false"),
            ("'abc' ENDS WITH 'bc'", "true"), ("'abc' ENDS WITH 'abcd'", "false"), ("'abc' CONTAINS 'b'", "true"),
            ("'abc' CONTAINS ''", "true"),
            ("'abc' CONTAINS 'B'", "false"), ("'aab' CONTAINS 'ab'", "true"), ("'ababac' CONTAINS 'abac'", "true"),
            ("'naïve é' CONTAINS 'ïve'", "true"),
            ("'a' STARTS WITH null", "null"), ("null CONTAINS 'a'", "null"), ("1 STARTS WITH 'a'", "null"), ("'a' ENDS WITH 1", "null"),
            ("[] CONTAINS 'a'", "null"),
        ])
    func pieces(expression: String, result: String) throws {
        #expect(try Evaluation.text(expression) == result)
        let (left, rest) = (expression.prefix { $0 != " " }, expression.drop { $0 != " " })
        guard !left.contains("ï") else { return }
        #expect(try Evaluation.text("[x IN [\(left)] | x\(rest)][0]") == result)
    }

    @Test(
        "=~ matches the whole text",
        arguments: [
            ("'abc' =~ 'a.c'", "true"), ("'abcd' =~ 'a.c'", "false"), ("'xabc' =~ 'a.c'", "false"), ("'ABC' =~ '(?i)abc'", "true"),
            ("'ab' =~ 'a|ab'", "true"), ("'a\\nb' =~ 'a.b'", "false"), ("'a\\nb' =~ '(?s)a.b'", "true"),
            ("'Zürich' =~ 'Z\\\\p{L}+'", "true"),
            ("'a\\n' =~ 'a'", "false"), ("null =~ 'a'", "null"), ("'a' =~ null", "null"), ("1 =~ 'a'", "null"),
        ])
    func expressions(expression: String, result: String) throws {
        #expect(try Evaluation.text(expression) == result)
    }

    @Test("what is no regular expression is an error", arguments: ["(", "a)(b", "a)|(?:b", "[", "*"])
    func invalidPatterns(pattern: String) throws {
        #expect(try Evaluation.error("'a' =~ $p", parameters: ["p": .string(pattern)]) == "ArgumentError InvalidArgumentValue")
    }

    @Test("a pattern without end is given up")
    func catastrophe() throws {
        let text = String(repeating: "a", count: 60)
        #expect(try Evaluation.error("'\(text)' =~ '(a+)+b'") == "LimitReached RegularExpressionLimit")
    }

    @Test("a search goes on in the right place after a mismatch")
    func search() {
        for needle in ["aab", "abab", "abcabd", "aaaa", "ba"] {
            for text in ["aaab", "abaabab", "abcabcabd", "aaa", "aaaaaaaa", "", "abba"] {
                #expect(TextSearch(for: needle).isFound(in: text) == text.contains(needle), "\(needle) in \(text)")
                #expect(
                    TextSearch(for: needle).offsets(in: text).count == text.split(separator: needle, omittingEmptySubsequences: false).count
                        - 1)
            }
        }
    }
}
