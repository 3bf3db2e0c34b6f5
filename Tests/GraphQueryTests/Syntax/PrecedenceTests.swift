import Testing

@testable import GraphQuery

@Suite("Precedence of operators")
struct PrecedenceTests {
    @Test(
        "parentheses that say what is so anyway change nothing",
        arguments: [
            ("a OR b XOR c", "a OR (b XOR c)"), ("a XOR b AND c", "a XOR (b AND c)"), ("NOT a AND b", "(NOT a) AND b"),
            ("NOT a = b", "NOT (a = b)"), ("NOT NOT a", "NOT (NOT a)"), ("a = b IS NULL", "a = (b IS NULL)"),
            ("a < b IN c", "a < (b IN c)"),
            ("a IN b IN c", "(a IN b) IN c"), ("a + b IN c", "(a + b) IN c"), ("a + b STARTS WITH c + d", "(a + b) STARTS WITH (c + d)"),
            ("a ENDS WITH b IS NOT NULL", "(a ENDS WITH b) IS NOT NULL"), ("a CONTAINS b = c", "(a CONTAINS b) = c"),
            ("a =~ b AND c", "(a =~ b) AND c"), ("a - b - c", "(a - b) - c"), ("a + b * c", "a + (b * c)"), ("a / b % c", "(a / b) % c"),
            ("a * b ^ c", "a * (b ^ c)"), ("a ^ b ^ c", "(a ^ b) ^ c"), ("-a ^ b", "(-a) ^ b"), ("- - a", "-(-a)"), ("-a.b", "-(a.b)"),
            ("a.b[c].d", "((a.b)[c]).d"), ("a + b[0]", "a + (b[0])"), ("a.b:C", "(a.b):C"), ("a:B:C IS NULL", "(a:B:C) IS NULL"),
            ("a = b:C", "a = (b:C)"), ("a AND b AND c AND d", "(a AND b) AND (c AND d)"), ("a - -1", "a - (-1)"), ("a-1", "a - 1"),
        ])
    func same(short: String, long: String) throws {
        #expect(try ParsedQuery.expression(short).canonicalText == ParsedQuery.expression(long).canonicalText)
    }

    @Test(
        "parentheses that say something else change it",
        arguments: [
            ("a OR b AND c", "(a OR b) AND c"), ("NOT a AND b", "NOT (a AND b)"), ("a - b - c", "a - (b - c)"), ("-a ^ b", "-(a ^ b)"),
            ("a ^ b ^ c", "a ^ (b ^ c)"), ("a = b = c", "(a = b) = c"), ("a + b IN c", "a + (b IN c)"),
        ])
    func different(short: String, long: String) throws {
        #expect(try ParsedQuery.expression(short).canonicalText != ParsedQuery.expression(long).canonicalText)
    }

    @Test("comparisons make one chain")
    func comparisonChain() throws {
        guard case .comparison(let operands, let signs) = try ParsedQuery.expression("1 < a <= b <> c = 2 >= d > 3").kind else {
            throw ParsedQuery.NotAsExpected()
        }
        #expect(operands.count == 7)
        #expect(signs == [.less, .lessOrEqual, .notEqual, .equal, .greaterOrEqual, .greater])
    }

    @Test("long chains of OR make trees of little height, in their order")
    func balancedChain() throws {
        let names = (0..<1000).map { "a\($0)" }
        let expression = try ParsedQuery.expression(names.joined(separator: " OR "))
        #expect(height(expression) == 11)
        #expect(variables(expression) == names)
    }

    @Test("NOT needs parentheses beside operators that bind more tightly", arguments: ["1 = NOT true", "1 + NOT true", "- NOT true"])
    func misplacedNot(text: String) throws {
        let error = try #require(try ParsedQuery.syntaxError("RETURN \(text)"))
        #expect(error.message.contains("(NOT …)"))
    }

    private func height(_ expression: Expression) -> Int {
        1 + (expression.children.map(height).max() ?? 0)
    }

    private func variables(_ expression: Expression) -> [String] {
        if case .variable(let name) = expression.kind { return [name] }
        return expression.children.flatMap(variables)
    }
}
