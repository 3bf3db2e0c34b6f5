import Foundation
import GraphFormats
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphDrawing

@Suite("Labels of a drawing")
struct LayoutTests {
    @Test("do not overlap one another", arguments: [12, 20, 28, 36, 44, 60, 80])
    func network(count: Int) async throws {
        try await expectNoOverlap(sampleNetwork(statements: count))
    }

    @Test("do not overlap one another in a story")
    func story() async throws {
        try await expectNoOverlap(harbourStrike)
    }

    @Test("do not overlap one another when names are long or not Latin")
    func long() async throws {
        try await expectNoOverlap(longNames)
    }

    private func expectNoOverlap(_ statements: [Statement]) async throws {
        let svg = SVGText(try await Drawing(statements: statements).render(as: .svg))
        #expect(svg.error == nil && svg.labels.count > 10)
        for (index, label) in svg.labels.enumerated() {
            for other in svg.labels[(index + 1)...] where other.group != label.group {
                // Widths are estimates, so a point or two is no overlap.
                #expect(label.overlap(with: other) < 2.5, "“\(label.text)” and “\(other.text)”")
            }
        }
    }
}
