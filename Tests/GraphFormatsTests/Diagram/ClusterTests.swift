import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("Frames of a figure")
struct ClusterTests {
    /// "Kestria: Juno Reth, Aron Vey": each frame with its members.
    private func frames(_ statements: [Statement], _ cluster: FigureCluster) throws -> [String] {
        let figure = try Diagram(statements, options: DiagramOptions(cluster: cluster))
        return figure.frames.map { frame in
            "\(frame.actor.name): \(frame.nodes.map { figure.nodes[$0].actor.name }.joined(separator: ", "))"
        }
    }

    @Test("hold a country with those who belong to it")
    func countries() throws {
        #expect(
            try frames(harbourStrike, .country).sorted() == [
                "Kestria: Juno Reth, Aron Vey, Kestria, Coastal Security Bureau",
                "Ostmark: Ida Holm, Ostmark, Pavel Orn, Ostmark naval yards",
                "Valdoria: Bruno Salvi, Marta Quell, Valdoria",
            ])
    }

    @Test("hold an organisation with its members, through its parts too")
    func organizations() throws {
        let statements = sampleStatements(
            """
            A:person | works-for STATE | Dock Office:organization
            A:person | citizen-of STATE | Ostmark:country
            Dock Office:organization | part-of STATE | Harbour Authority:organization
            B:person | leads STATE | Harbour Authority:organization
            C:person | holds-office STATE | Ostmark:country | | | | President
            C:person | praised SUPPORT | A:person
            C:person | accused ACCUSE | B:person
            """)
        #expect(try frames(statements, .organization) == ["Harbour Authority: A, B"])
    }

    @Test("are not drawn around one alone, nor without being asked for")
    func alone() throws {
        let statements = sampleStatements("A:person | visited CONSULT | Ostmark:country\nB:person | visited CONSULT | Kestria:country")
        #expect(try frames(statements, .country) == [])
        #expect(try Diagram(harbourStrike).frames.isEmpty)
        #expect(try !Diagram(harbourStrike).dot().contains("subgraph"))
    }
}
