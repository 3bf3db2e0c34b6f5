import KnowledgeGraph
import Testing

@testable import GraphStore

@Suite("Positions in figures")
struct PositionTests {
    private static let (ana, bo, mali) = ("person/ana-ruiz", "person/bo-ek", "person/mali")

    private func filled() throws -> GraphStore {
        let store = try GraphStore.inMemory()
        try store.add(
            StoreSamples.document("d1"), statements: [StoreSamples.statement("Ana Ruiz", "met-with", "Bo Ek", document: "d1")])
        try store.add(
            StoreSamples.document("d2"), statements: [StoreSamples.statement("Ana Ruiz", "met-with", "Mali", document: "d2")])
        return store
    }

    private func read(_ store: GraphStore, _ figure: String = "main") throws -> [String] {
        try store.positions(figure: figure).map { "\($0.key) \($0.value.x) \($0.value.y)" }.sorted()
    }

    @Test("are kept for each figure by its name, changed, and forgotten")
    func kept() throws {
        let store = try filled()
        try store.keep(positions: [Self.ana: (1, 2), Self.bo: (-0.5, 1e6), "person/nobody": (0, 0)], figure: "main")
        try store.keep(positions: [Self.ana: (7, 8)], figure: "other \0")
        try store.keep(positions: [Self.ana: (3, 4)], figure: "main")
        #expect(try read(store) == ["person/ana-ruiz 3.0 4.0", "person/bo-ek -0.5 1000000.0"])
        #expect(try read(store, "other \0") == ["person/ana-ruiz 7.0 8.0"])
        #expect(try store.figures() == ["main", "other \0"])
        #expect(try store.removePositions(figure: "main"))
        #expect(try store.removePositions(figure: "main") == false)
        #expect(try read(store).isEmpty)
        #expect(try store.figures() == ["other \0"])
    }

    @Test("outlast documents, and go with their actor")
    func documents() throws {
        let store = try filled()
        try store.keep(positions: [Self.ana: (1, 2), Self.bo: (3, 4), Self.mali: (5, 6)], figure: "main")
        // Replaced by other content that names the same actors.
        try store.add(
            StoreSamples.document("d1", text: "new"), statements: [StoreSamples.statement("Bo Ek", "left", "Ana Ruiz", document: "d1")])
        #expect(try read(store).count == 3)
        try store.remove(document: "d1")
        #expect(try read(store) == ["person/ana-ruiz 1.0 2.0", "person/mali 5.0 6.0"])
        try store.add(
            StoreSamples.document("d1"), statements: [StoreSamples.statement("Ana Ruiz", "met-with", "Bo Ek", document: "d1")])
        #expect(try read(store).count == 2, "an actor that comes back has no position")
        try store.checkIntegrity()
        try store.remove(document: "d1")
        try store.remove(document: "d2")
        #expect(try store.figures().isEmpty)
        #expect(try store.contents() == GraphStore.inMemory().contents())
    }

    @Test("follow merges, and come back with a split")
    func merges() throws {
        let store = try filled()
        try store.keep(positions: [Self.ana: (1, 2), Self.bo: (3, 4)], figure: "main")
        try store.merge(Self.bo, into: Self.ana, reason: "", time: "")
        #expect(try read(store) == ["person/ana-ruiz 1.0 2.0"], "the target's own goes before the other's")
        try store.split(Self.bo)
        #expect(try read(store) == ["person/ana-ruiz 1.0 2.0", "person/bo-ek 3.0 4.0"])
        try store.merge(Self.bo, into: Self.mali, reason: "", time: "")
        #expect(try read(store) == ["person/ana-ruiz 1.0 2.0", "person/mali 3.0 4.0"], "a target without one has the other's")
        try store.checkIntegrity()
    }

    @Test("are refused when they are not finite, and nothing is kept then", arguments: [Double.nan, .infinity])
    func notFinite(coordinate: Double) throws {
        let store = try filled()
        #expect(throws: GraphStoreError.invalidPosition(actor: Self.bo, figure: "main")) {
            try store.keep(positions: [Self.ana: (1, 2), Self.bo: (coordinate, 0)], figure: "main")
        }
        #expect(try read(store).isEmpty)
    }

    @Test("stay in the file, and a reader sees them")
    func file() throws {
        let folder = try ScratchFolder()
        let store = try GraphStore(path: folder.path(), mode: .writing)
        try store.add(StoreSamples.document(), statements: [StoreSamples.full()])
        try store.keep(positions: [Self.ana: (1.25, 2)], figure: "main")
        #expect(try read(GraphStore(path: folder.path(), mode: .reading)) == ["person/ana-ruiz 1.25 2.0"])
    }
}
