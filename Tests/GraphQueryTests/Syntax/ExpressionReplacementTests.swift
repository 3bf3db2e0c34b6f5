import Testing

@testable import GraphQuery

@Suite("Replacing expressions")
struct ExpressionReplacementTests {
    @Test(
        "what is written again is replaced, the outermost first",
        arguments: [
            ("a.x + 1", "c + 1"), ("b.x", "b.x"), ("a.x + a.y * 2", "d"), ("(a . x) + [a.x]", "c + [c]"), ("a.x + a.y", "c + a.y"),
            ("a", "a"),
            ("toUpper(TOLOWER(a.x))", "toUpper(e)"), ("[x IN a.x | x]", "[x IN c | x]"),
        ])
    func replaced(text: String, expected: String) throws {
        let pairs = [("a.x", "c"), ("a.x + a.y * 2", "d"), ("toLower(a.x)", "e"), ("a.x", "late")]
        let replacement = ExpressionReplacement(
            try pairs.map { (old: try ParsedQuery.expression($0), new: try ParsedQuery.expression($1)) })
        let result = replacement.applied(to: try ParsedQuery.expression(text))
        #expect(result.canonicalText == (try ParsedQuery.expression(expected).canonicalText))
    }
}
