import Foundation
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("RDF")
struct RDFTests {
    private static let ng = "https://w3id.org/newsgraph/ns#"
    private static let rel = "https://w3id.org/newsgraph/relation#"
    private static let base = "https://w3id.org/newsgraph/"

    private func triples(_ graph: some GraphContents) throws -> Set<Triple> {
        Set(try TurtleReader.triples(in: Turtle().text(graph)))
    }

    private func facts(_ triples: Set<Triple>) -> Set<Triple> { triples.filter { $0.property.hasPrefix(Self.rel) } }

    @Test("is the same in Turtle and JSON-LD", arguments: [harbourStrike, longNames, sampleNetwork(statements: 200), []])
    func isomorphic(statements: [Statement]) throws {
        let turtle = try triples(StatementList(statements))
        #expect(turtle == Set(try JSONLDReader.triples(in: JSONLD().text(statements))))
        #expect(turtle.filter { $0.object == .iri(Self.ng + "Statement") }.count == statements.count)
    }

    @Test("is the same in both for everything that a statement and a document can have")
    func full() throws {
        let turtle = try triples(ElementSamples.full)
        #expect(turtle == Set(try JSONLDReader.triples(in: JSONLD().text(ElementSamples.full))))
        let statement = Self.base + "statement/7f3a9c1e52d0b8aa"
        func values(_ property: String) -> Set<Triple.Term> {
            Set(turtle.filter { $0.subject == statement && $0.property == property }.map(\.object))
        }
        let xsd = "http://www.w3.org/2001/XMLSchema#"
        #expect(values(Self.ng + "subject") == [.iri(Self.base + "actor/person/ana-ruiz")])
        #expect(values(Self.ng + "relation") == [.iri(Self.rel + "spoke-with")])
        #expect(values(Self.ng + "startDate") == [.literal("2025-06-01", datatype: xsd + "date")])
        #expect(values(Self.ng + "confidence") == [.literal("0.94", datatype: xsd + "decimal")])
        #expect(values(Self.ng + "isSymmetric") == [.literal("true", datatype: xsd + "boolean")])
        #expect(values(Self.ng + "subjectStart") == [.literal("3", datatype: xsd + "integer")])
        #expect(values(Self.ng + "quantity").count == 2)
        let prov = "http://www.w3.org/ns/prov#"
        #expect(values(prov + "wasAttributedTo") == [.iri(Self.base + "actor/organization/ministry-of-health")])
        #expect(values(prov + "hadPrimarySource") == [.iri(Self.base + "document/briefing")])
        #expect(values(prov + "wasDerivedFrom") == [.iri(Self.base + "document/briefing#bytes-0-24")])
        #expect(values(prov + "wasGeneratedBy") == [.iri(Self.base + "rule/CONSULT/spoke-with%23speak-with")])
        let url = Triple(
            subject: Self.base + "document/briefing", property: "https://schema.org/url",
            object: .iri("https://example.org/briefing?a=1&b=2"))
        #expect(turtle.contains(url))
    }

    @Test("has a relation as a triple of its own for what is actual, and for nothing else", arguments: Status.allCases)
    func facts(status: Status) throws {
        let (a, b) = (sampleActor("A", .person), sampleActor("B", .person))
        let triples = try triples(StatementList([sampleStatement(a, "attacked", .assault, b, status: status)]))
        let fact = Triple(
            subject: Self.base + "actor/person/a", property: Self.rel + "attacked", object: .iri(Self.base + "actor/person/b"))
        #expect(facts(triples) == (status == .actual ? [fact] : []))
        #expect(triples.contains { $0.property == Self.ng + "status" && $0.object == .iri(Self.ng + status.rawValue) })
    }

    @Test("has a symmetric relation both ways round")
    func symmetric() throws {
        let statement = sampleStatement(sampleActor("A", .person), "met-with", .consult, sampleActor("B", .person), symmetric: true)
        #expect(facts(try triples(StatementList([statement]))).count == 2)
    }

    @Test(
        "describes everything that it refers to",
        arguments: [harbourStrike, longNames, ElementSamples.full.statements, ElementSamples.twins])
    func references(statements: [Statement]) throws {
        let triples = try triples(StatementList(statements))
        let described = Set(triples.map(\.subject))
        for case .iri(let name) in triples.map(\.object) where name.hasPrefix(Self.base) { #expect(described.contains(name)) }
    }

    @Test(
        "keeps a relation apart from a term of ours that has its name",
        arguments: ["status", "subject", "Statement", "", "-x", "a b:c#d"])
    func relationNames(relation: String) throws {
        let statement = sampleStatement(sampleActor("A", .person), relation, .other, sampleActor("B", .person))
        let triples = try triples(StatementList([statement]))
        #expect(facts(triples).count == 1)
        #expect(triples.filter { $0.property == Self.ng + "status" }.count == 1)
    }

    @Test(
        "gives different ids different names that stay what they are",
        arguments: [["a//b", "a/b", "a%2F%2Fb", "a/b/"], ["..", ".", "", "/", "%2E"], ["é", "e\u{301}"], ["a", "A", "a#", "a?"]])
    func names(ids: [String]) throws {
        let object = sampleActor("B", .person)
        let statements = ids.enumerated().map { index, id in
            sampleStatement(Actor(id: id, name: id, type: .person), "met-with", .consult, object, index: index)
        }
        #expect(facts(try triples(StatementList(statements))).count == ids.count)
    }

    @Test(
        "writes decimals without exponent",
        arguments: [
            (0.94, "0.94"), (1, "1.0"), (0, "0.0"), (1e-7, "0.0000001"), (1.5e20, "150000000000000000000.0"), (-2.5e-5, "-0.000025"),
            (-41, "-41.0"),
        ])
    func decimals(value: Double, text: String) throws {
        guard case .decimal(let digits) = try #require(RDFValue.decimal(value)) else { return }
        #expect(digits == text && Double(digits) == value)
    }

    @Test("writes no number where there is none", arguments: [Double.nan, .infinity, -.infinity])
    func noDecimal(value: Double) {
        #expect(RDFValue.decimal(value) == nil)
    }

    @Test("names a speaker that takes part in nothing, and one that is nobody's actor")
    func speakers() throws {
        let triples = try triples(StatementList(harbourStrike))
        let attributed = triples.filter { $0.property.hasSuffix("wasAttributedTo") }
        #expect(attributed.count == harbourStrike.count { $0.attribution != nil })
        let agents = Set(triples.filter { $0.object == .iri("http://www.w3.org/ns/prov#Agent") }.map(\.subject))
        for case .iri(let agent) in attributed.map(\.object) { #expect(agents.contains(agent)) }
    }

    @Test("is read by rapper with as many triples", .enabled(if: rapper != nil, "rapper (raptor2-utils) is not installed"))
    func rapperReads() throws {
        let path = try #require(rapper)
        let text = try Turtle().text(StatementList(harbourStrike + longNames))
        let process = Process()
        process.executableURL = URL(filePath: path)
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        let file = FileManager.default.temporaryDirectory.appending(path: "newsgraph-\(UUID()).ttl")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        process.arguments = ["-q", "-i", "turtle", "-o", "ntriples", file.path]
        try process.run()
        let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n")
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(Set(lines).count == Set(try TurtleReader.triples(in: text)).count)
    }
}

/// Where raptor's reader is installed.
private let rapper = ["/usr/bin/rapper", "/usr/local/bin/rapper", "/opt/homebrew/bin/rapper"].first {
    FileManager.default.isExecutableFile(atPath: $0)
}
