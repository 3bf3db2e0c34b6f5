import Testing

@testable import GraphFormats

@Suite("Graph formats")
struct GraphFormatsTests {
    @Test("have names and file extensions of their own")
    func uniqueNames() {
        #expect(Set(GraphFormats.all.map(\.name)).count == GraphFormats.all.count)
        #expect(GraphFormats.all.allSatisfy { !$0.fileExtension.hasPrefix(".") && $0.mediaType.contains("/") })
    }

    @Test("are found by name", arguments: GraphFormats.all.map(\.name))
    func lookUp(name: String) {
        #expect(GraphFormats.named(name)?.name == name)
        #expect(GraphFormats.named(name + "x") == nil)
    }
}
