import KnowledgeGraph
import Testing

@testable import RelationExtraction

@Suite("The relation catalogue")
struct RelationCatalogueTests {
    @Test("loads, names every relation once, and has examples with and without matches for each")
    func loads() throws {
        let entries = try CatalogueFiles.entries()
        let names = entries.map(\.type.name)
        #expect(Set(names).count == names.count)
        #expect(names.count >= 80)
        for entry in entries where entry.type.relationClass != .other && entry.type.relationClass != .speech {
            #expect(entry.examples.contains { !$0.finds.isEmpty }, "\(entry.type.name) has no example that matches")
            #expect(entry.examples.contains { $0.finds.isEmpty }, "\(entry.type.name) has no counter-example")
        }
    }

    @Test("labels every relation in every language that figures can have", arguments: ["de", "fr", "es", "ru"])
    func labels(language: String) throws {
        let catalogue = try RelationCatalogue.standard()
        let labels = catalogue.labels(in: language)
        for type in catalogue.types {
            let label = try #require(type.labels[language], "\(type.name) has no label")
            #expect(labels[type.name] == label)
            // A line of a figure has room for thirty characters.
            #expect((3...30).contains(label.count) && label.contains { $0.isLetter }, "\(type.name): \(label)")
            let isCyrillic = label.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
            #expect(isCyrillic == (language == "ru"), "\(type.name): \(label)")
        }
        #expect(Set(labels.values).count > catalogue.types.count * 9 / 10)
    }

    @Test("labels relations in English where there is no other label")
    func missingLabels() throws {
        let yaml = "class: CONSULT\nrelations:\n  - relation: danced-with\n    labels: {de: tanzte mit}"
        let catalogue = try RelationCatalogue(entries: []).merging(yaml: yaml, file: "mine.yaml")
        #expect(catalogue.labels(in: "de") == ["danced-with": "tanzte mit"])
        #expect(catalogue.labels(in: "fr") == ["danced-with": "danced with"])
    }

    @Test("expands the alternatives of a phrase")
    func phrases() throws {
        let yaml = """
            class: CONSULT
            relations:
              - relation: conferred
                triggers:
                  - phrases: [hold|have talk|meeting]
            """
        let catalogue = try RelationCatalogue(entries: []).merging(yaml: yaml, file: "mine.yaml")
        #expect(catalogue.entries[0].triggers[0].lemmas == ["hold talk", "hold meeting", "have talk", "have meeting"])
        #expect(catalogue.triggers(.phrases, "have meeting").count == 1)
    }

    @Test("adds a user's triggers to a known relation and a user's relation to the rest")
    func merges() throws {
        let yaml = """
            class: CONSULT
            relations:
              - relation: met-with
                triggers:
                  - verbs: [brunch]
              - relation: danced-with
                symmetric: true
                triggers:
                  - verbs: [dance]
            """
        let standard = try RelationCatalogue.standard()
        let merged = try standard.merging(yaml: yaml, file: "mine.yaml")
        #expect(merged.types.count == standard.types.count + 1)
        #expect(merged.triggers(.verbs, "brunch").count == 1)
        #expect(merged.types.last == RelationType(name: "danced-with", relationClass: .consult, label: "danced with", isSymmetric: true))
    }

    @Test(
        "tells where a mistake is and what may have been meant",
        arguments: [
            ("class: CONSLT\nrelations: []", "mine.yaml:1:8: unknown class \"CONSLT\"; did you mean \"CONSULT\"?"),
            ("class: AID\nrelations:\n  - relation: x\n    lable: y", "mine.yaml:4:5: unknown key \"lable\"; did you mean \"label\"?"),
            (
                "class: AID\nrelations:\n  - relation: x\n    triggers:\n      - verb: [run]",
                "mine.yaml:5:9: unknown key \"verb\"; did you mean \"verbs\"?"
            ),
            (
                "class: AID\nrelations:\n  - relation: x\n    object: ARG9",
                "mine.yaml:4:13: \"ARG9\" is no role pattern, such as \"ARG2 | with | in ARG1\""
            ),
            ("class: AID\nrelations:\n  - label: x", "mine.yaml:3:5: \"relation\" is missing"),
            ("class: AID\nrelations:\n  - relation: x\n    labels: y", "mine.yaml:4:13: \"labels\" must be \"name: text\" pairs"),
            ("class: AID\nrelations: 3", "mine.yaml:2:12: \"relations\" must be a list"),
            ("- 3", "mine.yaml:1:1: expected \"key: value\" pairs"),
        ])
    func mistakes(yaml: String, message: String) {
        let error = #expect(throws: CatalogueError.self) { try RelationCatalogue(entries: []).merging(yaml: yaml, file: "mine.yaml") }
        #expect(error?.description == message)
    }

    @Test("refuses what is not YAML without crashing", arguments: ["class: [", "\u{0}", "a: b: c", "&a *a", "? ?"])
    func hostile(yaml: String) {
        #expect(throws: CatalogueError.self) { try RelationCatalogue(entries: []).merging(yaml: yaml, file: "mine.yaml") }
    }

    @Test(
        "reads role patterns and writes them back",
        arguments: [
            "ARG0", "ARG2 | with | in ARG1", "subject of ARG1", "owner of ARG1 | LOC", "ARG1:ahead_of", "self | owner | country",
            "in clause ARG1", "just subject of ARG1",
        ])
    func patterns(text: String) throws {
        #expect(try #require(RolePattern(text)).description == text)
    }

    @Test("refuses other patterns", arguments: ["", "|", "ARG7", "With", "ARG1 ||", "of ARG1", "ARG1:ARG2"])
    func notPatterns(text: String) {
        #expect(RolePattern(text) == nil)
    }
}
