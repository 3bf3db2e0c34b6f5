import Testing

@testable import KnowledgeGraph

@Suite("Ids of actors")
struct ActorIDTests {
    @Test(
        "are the type and the name in ASCII, whatever the name",
        arguments: [
            ("Sergey Lavrov", "sergey-lavrov"), ("Côte d'Ivoire", "cote-d-ivoire"), ("Türkiye", "turkiye"), ("Łódź", "lodz"),
            ("  A--B  ", "a-b"), ("", "unnamed"), ("…", "unnamed"), ("41 warplanes", "41-warplanes"), ("中", "u4e2d"),
        ])
    func ids(name: String, expected: String) {
        #expect(Actor.canonicalID(of: name, .person) == "person/\(expected)")
    }

    @Test("never grow without end")
    func length() {
        #expect(Actor.canonicalID(of: String(repeating: "ab ", count: 1000), .thing).utf8.count <= 80 + "thing/".utf8.count)
    }
}
