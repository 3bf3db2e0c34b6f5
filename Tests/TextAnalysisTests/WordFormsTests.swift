import Testing

@testable import TextAnalysis

@Suite("Lemmas checked against known word forms")
struct WordFormsTests {
    private let forms: WordForms

    init() throws {
        forms = try WordForms(contentsOf: try ModelLocation.resource(named: WordForms.fileName))
    }

    @Test(
        "replace a lemma that is no verb",
        arguments: [
            ("banned", "VBN", "bann", "ban"), ("expresses", "VBZ", "expresse", "express"), ("met", "VBD", "m", "meet"),
            ("carried", "VBD", "carrie", "carry"), ("arrested", "VBN", "arreste", "arrest"), ("hit", "VBN", "h", "hit"),
            ("telephoning", "VBG", "telephon", "telephone"), ("fishermen", "NNS", "fishermen", "fisherman"),
            ("mattresses", "NNS", "mattresse", "mattress"), ("sought", "VBD", "sough", "seek"),
        ])
    func replaced(form: String, tag: String, learned: String, expected: String) {
        #expect(forms.lemma(of: form, tag: tag, learned: learned) == expected)
    }

    @Test(
        "keep a lemma that may be right, and what no list knows",
        arguments: [
            ("singing", "VBG", "sing"), ("founded", "VBN", "found"), ("blorfed", "VBD", "blorf"),
            ("ministers", "NNS", "minister"), ("Smith", "NNP", "Smith"), ("", "VBD", ""), ("\t", "VBD", "\t"), ("# Base", "VB", "# base"),
        ])
    func kept(form: String, tag: String, learned: String) {
        #expect(forms.lemma(of: form, tag: tag, learned: learned) == learned)
    }
}
