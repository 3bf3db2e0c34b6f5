import Testing

@testable import GraphQuery

@Suite("Spelling")
struct SpellingTests {
    @Test(
        "one slip in short words, two in longer ones",
        arguments: [
            ("MACTH", "MATCH"), ("MATH", "MATCH"), ("MATCHH", "MATCH"), ("NATCH", "MATCH"), ("RETRNU", "RETURN"), ("MXTXH", nil),
            ("M", nil),
            ("MATCH", nil), ("completely else", nil),
        ] as [(String, String?)])
    func nearest(word: String, meant: String?) {
        #expect(Spelling.nearest(to: word, in: ["MATCH", "RETURN"]) == meant)
    }

    @Test("of several the nearest counts, then the first")
    func ties() {
        #expect(Spelling.nearest(to: "actor1", in: ["actor22", "actor2", "actor3"]) == "actor2")
    }
}
