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

    @Test("uses no value for two roles, so that style sheets can tell them apart", arguments: Theme.allCases)
    func colours(theme: Theme) {
        let colours = theme.palette.roles.map(\.colour) + Palette.stripes
        #expect(Set(colours).count == colours.count)
        #expect(colours.allSatisfy { $0.wholeMatch(of: /#[0-9a-f]{6}/) != nil })
    }

    @Test("separates text from paper clearly in both themes", arguments: Theme.allCases)
    func contrast(theme: Theme) {
        let palette = theme.palette
        for colour in [palette.ink, palette.muted, palette.talks, palette.aid, palette.criticism, palette.attack, palette.state] {
            #expect(contrastRatio(colour, palette.paper) >= 4.4, "\(colour)")
        }
        #expect(contrastRatio(palette.countryText, palette.countryFill) >= 4.5)
    }
}

/// WCAG 2.1, relative luminance and contrast ratio.
private func contrastRatio(_ first: String, _ second: String) -> Double {
    func luminance(_ colour: String) -> Double {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        func linear(_ shift: Int) -> Double {
            let channel = Double(value >> shift & 255) / 255
            return channel <= 0.03928 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    }
    let (a, b) = (luminance(first), luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}
