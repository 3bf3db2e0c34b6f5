import GraphFormats
import KnowledgeGraph
import SampleGraphs
import Testing

@Suite("Formats match their golden files")
struct GoldenTests {
    @Test("of one story", arguments: GraphFormats.all.map(\.name))
    func story(name: String) throws {
        let format = try #require(GraphFormats.named(name))
        guard let files = format as? any FileSetFormat else {
            return try expectGolden(format.text(harbourStrike), "harbour-strike.\(format.fileExtension)")
        }
        for file in files.files {
            try expectGolden(files.text(file, of: StatementList(harbourStrike)), "harbour-strike.\(format.name).\(file)")
        }
    }

    @Test("of forty relations, dark")
    func network() throws {
        let diagram = try Diagram(sampleNetwork(statements: 40), options: DiagramOptions(title: "Forty", theme: .dark))
        try expectGolden(diagram.dot(), "network-40-dark.dot")
    }

    @Test("in rows of time and with frames", arguments: ["timeline", "frames"])
    func kinds(kind: String) throws {
        let options = kind == "timeline" ? DiagramOptions(timeline: .day) : DiagramOptions(cluster: .country)
        try expectGolden(try Diagram(harbourStrike, options: options).dot(), "harbour-strike-\(kind).dot")
    }
}
