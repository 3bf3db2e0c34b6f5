import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("A printed figure")
struct PrintThemeTests {
    @Test("marks each label and explains the marks")
    func marks() throws {
        let table = """
            Kestria:country | attacked ASSAULT | Ostmark:country
            Kestria:country | accused ACCUSE | Ostmark:country
            Ida Holm:person | met-with CONSULT sym | Pavel Orn:person
            Kestria:country | aided AID | Pavel Orn:person
            """
        let dot = try Diagram(sampleStatements(table), options: DiagramOptions(theme: .print)).dot()
        for label in ["■ attacked", "□ accused", "○ met with", "● aided", "■ attack<", "□ criticism<", "○ talks<", "● aid<"] {
            #expect(dot.contains(label), "\(label)")
        }
        #expect(try !Diagram(sampleStatements(table)).dot().contains("■"))
    }

    @Test("keeps dashes and crosses for what did not happen, and dots for what is planned")
    func statuses() throws {
        let table = """
            Kestria:country | accused ACCUSE | Ostmark:country | denied
            Ida Holm:person | attacked ASSAULT | Ostmark:country | planned
            Pavel Orn:person | aided AID | Ostmark:country
            Juno Reth:person | accused ACCUSE | Ostmark:country
            """
        func id(of line: Substring) -> Substring { line.firstMatch(of: /id="(r-[0-9])"/)?.output.1 ?? "" }
        let lines = try Diagram(sampleStatements(table), options: DiagramOptions(theme: .print)).dot().split(separator: "\n")
            .filter { $0.contains(" -> ") }.sorted { id(of: $0) < id(of: $1) }
        #expect(lines[0].contains("style=\"dashed\"") && lines[0].contains("✗ □ accused") && lines[0].contains("arrowhead=\"onormal\""))
        #expect(lines[1].contains("style=\"dotted\"") && !lines[1].contains("✗"))
        #expect(lines[2...].allSatisfy { !$0.contains("style=") && !$0.contains("✗") })
        // Two lines side by side, with paper between them.
        #expect(lines[0].contains("color=\"#000000:#ffffff:#000000\"") && lines[3].contains("color=\"#000000:#ffffff:#000000\""))
    }

    @Test("says in words which country somebody belongs to, as it has no stripes")
    func countries() throws {
        let table = """
            Kestria:country | visited CONSULT | Ostmark:country
            Ida Holm:person | works-for STATE | Lake Bank:organization | | | | Chair
            Lake Bank:organization | part-of STATE | Kestria:country
            Ida Holm:person | visited CONSULT | Ostmark:country
            Pavel Orn:person | holds-office STATE | Ostmark:country | | | | Palace aide
            Pavel Orn:person | praised SUPPORT | Kestria:country
            """
        func lines(_ theme: Theme) throws -> [String: String] {
            let diagram = try Diagram(sampleStatements(table), options: DiagramOptions(theme: theme))
            #expect(theme == .print ? diagram.nodes.allSatisfy { $0.stripe == nil } : diagram.nodes.contains { $0.stripe != nil })
            return Dictionary(uniqueKeysWithValues: diagram.nodes.compactMap { node in node.secondLine.map { (node.actor.name, $0) } })
        }
        #expect(try lines(.print)["Ida Holm"] == "Chair · Lake Bank · Kestria")
        #expect(try lines(.light)["Ida Holm"] == "Chair · Lake Bank")
        #expect(try lines(.print)["Pavel Orn"] == "Palace aide · Ostmark")
    }

    @Test("outlines countries instead of filling them")
    func countryBoxes() throws {
        let dot = try Diagram(harbourStrike, options: DiagramOptions(theme: .print)).dot()
        let box = try #require(dot.split(separator: "\n").first { $0.contains("actor country") })
        #expect(box.contains("fillcolor=\"#ffffff\"") && box.contains("penwidth=\"2.4\""))
    }
}
