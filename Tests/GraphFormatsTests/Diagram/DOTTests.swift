import Foundation
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("DOT")
struct DOTTests {
    @Test("has no attribute that libgvc writes raw or that reads files", arguments: hostileTexts.indices)
    func attributes(index: Int) throws {
        let text = hostileTexts[index]
        let actor = sampleActor(text, .organization)
        let statement = sampleStatement(actor, "met-with", .consult, sampleActor("B", .country), detail: text, sentence: text)
        let dot = try Diagram([statement], options: DiagramOptions(title: text, source: text, links: [actor.id: text])).dot()
        // Attributes outside labels: what stands between quotes or angle brackets is text.
        let names = dot.matches(of: /[\[,] ?([A-Za-z_]+)=/).map { String($0.output.1) }
        let allowed: Set<String> = [
            "layout", "bgcolor", "pad", "fontname", "fontsize", "labelloc", "labeljust", "outputorder", "label", "rankdir", "nodesep",
            "ranksep", "splines", "nslimit", "nslimit1", "width", "height", "penwidth", "arrowsize", "shape", "style", "fillcolor",
            "color", "margin", "id", "class", "dir",
        ]
        #expect(Set(names).isSubset(of: allowed), "\(Set(names).subtracting(allowed))")
        #expect(!dot.utf8.contains(0))
        #expect(dot.split(separator: "\"").allSatisfy { $0.utf8.count < 16_384 })
    }

    @Test("uses no value for two roles, so that style sheets can tell them apart", arguments: [Theme.light, .dark])
    func colours(theme: Theme) {
        let colours = theme.palette.roles.map(\.colour) + Palette.stripes
        #expect(Set(colours).count == colours.count)
        #expect(colours.allSatisfy { $0.wholeMatch(of: /#[0-9a-f]{6}/) != nil })
    }
}
