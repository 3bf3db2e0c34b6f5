import Testing

@testable import TextAnalysis

@Suite("A lemma rule")
struct LemmaRuleTests {
    @Test(
        "makes the lemma",
        arguments: [
            ("L|3|y", "Parties", "party"), ("L|0|", "Talks", "talks"), ("L|1|", "talks", "talk"), ("L|=|go", "went", "go"),
            ("C|0|", "MOSCOW", "Moscow"), ("C|0|", "Moscow", "Moscow"), ("C|0|", "McDonald", "McDonald"),
            ("C|2|", "McDonald's", "McDonald"),
            ("U|1|", "ngos", "NGO"), ("M|0|", "eBay", "eBay"), ("L|=|be", "'s", "be"), ("L|0|", "ÉCOLE", "école"),
        ])
    func lemma(rule: String, form: String, expected: String) {
        #expect(LemmaRule(rule)?.lemma(of: form) == expected)
    }

    @Test("that would leave nothing leaves the form", arguments: ["L|3|", "C|99|", "M|4|"])
    func nothingLeft(rule: String) {
        #expect(LemmaRule(rule)?.lemma(of: "Tea") == "Tea")
    }

    @Test("keeps a suffix with separators of its own")
    func suffix() {
        #expect(LemmaRule("L|0||")?.lemma(of: "a") == "a|")
    }

    @Test("is refused if it is malformed", arguments: ["", "L", "L|1", "Q|1|", "L|-1|", "L|x|", "LL|1|"])
    func malformed(rule: String) {
        #expect(LemmaRule(rule) == nil)
    }
}
