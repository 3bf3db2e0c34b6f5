import Foundation
import Testing

@testable import RelationExtraction

@Suite("The compiled catalogue")
struct CompiledCatalogueTests {
    @Test("is that of the YAML files; RECORD_GOLDEN=1 writes it")
    func isCurrent() throws {
        let text = CompiledCatalogue.text(of: try CatalogueFiles.entries(), sources: try CatalogueFiles.sources())
        let file = CatalogueFiles.sourceFolder.appendingPathComponent(CompiledCatalogue.fileName)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("the compiled catalogue was written anew: run again without RECORD_GOLDEN")
            return
        }
        #expect(
            try String(contentsOf: file, encoding: .utf8) == text, "out of date: RECORD_GOLDEN=1 swift test --filter CompiledCatalogueTests"
        )
    }

    @Test("gives the same entries, without their examples")
    func roundTrip() throws {
        var entries = try CatalogueFiles.entries()
        let sources = try CatalogueFiles.sources()
        let text = CompiledCatalogue.text(of: entries, sources: sources)
        for index in entries.indices { entries[index].examples = [] }
        #expect(CompiledCatalogue.entries(in: text, sources: sources) == entries)
    }

    @Test(
        "is not read when it was made of other files or is damaged",
        arguments: ["", "E\tx", "newsgraph-relations\t2\t0000000000000000\n", "\u{0}\n\t\t\t"])
    func stale(text: String) {
        #expect(CompiledCatalogue.entries(in: text, sources: ["class: AID"]) == nil)
    }
}
