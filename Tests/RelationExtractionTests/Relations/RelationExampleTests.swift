import Foundation
import NewsText
import TextAnalysis
import Testing

@testable import RelationExtraction

/// Every example of the catalogue, run through the whole of extraction.
@Suite("The catalogue's examples")
struct RelationExampleTests {
    @Test(
        "give their statements of the relation and no others", .enabled(if: Self.extractor != nil, "no language model is installed"),
        arguments: Self.examples)
    func example(of relation: String, example: RelationExample) throws {
        let extractor = try #require(Self.extractor)
        let article = Article(
            id: "example", text: example.text, blocks: [.init(range: 0..<example.text.utf8.count, kind: .paragraph)])
        let found = try extractor.statements(in: article).filter { $0.relation == relation }.map { statement in
            let sides = [statement.subject.actor.name, statement.object.actor.name]
            let ordered = statement.isSymmetric ? sides.sorted() : sides
            return ordered.joined(separator: " | ") + (statement.status == .actual ? "" : " | \(statement.status.rawValue)")
        }
        let symmetric = extractor.catalogue.types.first { $0.name == relation }?.isSymmetric ?? false
        #expect(Set(found) == Set(example.finds.map { Self.ordered($0, symmetric) }), "\(example.text)")
    }

    @Test(
        "name the office as the text does, without its owner", .enabled(if: Self.extractor != nil, "no language model is installed"),
        arguments: [
            ("Arctic Council Attorney General Anna Keller smiled.", "Attorney General"),
            ("Arctic Council Secretary General Anna Keller smiled.", "Secretary General"),
            ("Norwegian Foreign Minister Anna Keller smiled.", "Foreign Minister"),
            ("Norway's Secretary of State Anna Keller smiled.", "Secretary of State"),
        ])
    func office(text: String, office: String) throws {
        let extractor = try #require(Self.extractor)
        let article = Article(id: "example", text: text, blocks: [.init(range: 0..<text.utf8.count, kind: .paragraph)])
        #expect(try extractor.statements(in: article).filter { $0.relationClass == .state }.map(\.detail) == [office])
    }

    private static func ordered(_ statement: String, _ isSymmetric: Bool) -> String {
        var parts = statement.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        if isSymmetric, parts.count > 1, parts[1] < parts[0] { parts.swapAt(0, 1) }
        return parts.joined(separator: " | ")
    }

    private static let extractor: Extractor? = {
        guard let analyzer = try? TextAnalyzer() else { return nil }
        return try? Extractor(analyzer: analyzer)
    }()

    private static let examples: [(String, RelationExample)] = ((try? CatalogueFiles.entries()) ?? []).flatMap { entry in
        entry.examples.map { (entry.type.name, $0) }
    }
}
