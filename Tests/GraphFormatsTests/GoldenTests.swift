import GraphFormats
import SampleGraphs
import Testing

@Suite("Formats match their golden files")
struct GoldenTests {
    @Test("of one story", arguments: GraphFormats.all.map(\.name))
    func story(name: String) throws {
        let format = try #require(GraphFormats.named(name))
        var text = ""
        try format.write(harbourStrike, to: &text)
        try expectGolden(text, "harbour-strike.\(format.fileExtension)")
    }

    @Test("of forty relations, dark")
    func network() throws {
        let diagram = try Diagram(sampleNetwork(statements: 40), options: DiagramOptions(title: "Forty", theme: .dark))
        try expectGolden(diagram.dot(), "network-40-dark.dot")
    }
}
