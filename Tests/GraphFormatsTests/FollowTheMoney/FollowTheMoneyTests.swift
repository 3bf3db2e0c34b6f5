import Foundation
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("FollowTheMoney")
struct FollowTheMoneyTests {
    /// A line as a reader has it.
    private struct Entity: Decodable {
        var id: String
        var schema: String
        var properties: [String: [String]]

        subscript(_ property: String) -> String? { properties[property]?.first }
    }

    private func entities(_ graph: some GraphContents) throws -> [Entity] {
        try FollowTheMoney().text(graph).split(separator: "\n").map { try JSONDecoder().decode(Entity.self, from: Data($0.utf8)) }
    }

    private func entities(_ statement: Statement) throws -> [Entity] { try entities(StatementList([statement])) }

    /// The properties that hold an id, and the schemata that the model of version 4.11 lets them lead to.
    private static let references: [String: Set<String>] = {
        let organizations: Set = ["Organization", "PublicBody"]
        let entities = organizations.union(["Person", "LegalEntity"])
        let things = entities.union(["Event", "Address", "Asset"])
        return [
            "subject": things, "object": things, "proof": ["Article"], "holder": ["Person"], "post": ["Position"],
            "organization": organizations, "employee": ["Person"], "employer": organizations, "director": entities, "member": entities,
            "agent": entities, "client": entities, "person": ["Person"], "relative": ["Person"], "owner": entities, "asset": ["Asset"],
        ]
    }()

    @Test(
        "has ids that the model allows, none twice, and references that lead to what they may",
        arguments: [harbourStrike, longNames, sampleNetwork(statements: 200), ElementSamples.twins])
    func references(statements: [Statement]) throws {
        let entities = try entities(StatementList(statements))
        let schemas = Dictionary(entities.map { ($0.id, $0.schema) }, uniquingKeysWith: { first, _ in first })
        #expect(schemas.count == entities.count)
        for entity in entities {
            #expect(entity.id.count <= 200 && entity.id.wholeMatch(of: /[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?/) != nil)
            for (property, values) in entity.properties {
                guard let allowed = Self.references[property] else { continue }
                for value in values { #expect(schemas[value].map(allowed.contains) == true, "\(entity.id) \(property)") }
            }
        }
        let links = entities.count { $0["recordId"] != nil }
        #expect(links == statements.count)
    }

    @Test(
        "says standing relations in the schema for them",
        arguments: [
            ("holds-office", ActorType.person, ActorType.country, "Occupancy"), ("works-for", .person, .organization, "Employment"),
            ("leads", .person, .organization, "Directorship"), ("member-of", .country, .organization, "Membership"),
            ("represents", .person, .country, "Representation"), ("kin-of", .person, .person, "Family"),
            ("owns", .organization, .facility, "Ownership"),
            // Ends that the schema does not take, and what the model has no schema for.
            ("holds-office", .person, .event, "UnknownLink"), ("works-for", .group, .organization, "UnknownLink"),
            ("owns", .organization, .organization, "UnknownLink"), ("attacked", .country, .country, "UnknownLink"),
        ])
    func schemas(relation: String, subject: ActorType, object: ActorType, schema: String) throws {
        let statement = sampleStatement(
            sampleActor("A", subject), relation, .state, sampleActor("B", object), detail: "director of ports")
        #expect(try entities(statement).last?.schema == schema)
    }

    @Test("never makes a fact of what is not actual", arguments: Status.allCases.filter { $0 != .actual })
    func status(status: Status) throws {
        let statement = sampleStatement(
            sampleActor("A", .person), "member-of", .state, sampleActor("B", .organization), status: status)
        let link = try #require(try entities(statement).last)
        #expect(link.schema == "UnknownLink")
        #expect(link["role"] == "member of (\(status.rawValue))" && link["status"] == status.rawValue)
    }

    @Test("has no start of an office that only the day of the report is known of")
    func dates() throws {
        var statement = sampleStatement(
            sampleActor("A", .person), "works-for", .state, sampleActor("B", .organization), date: sampleDate("2031-05-03"))
        #expect(try entities(statement).last?["startDate"] == nil)
        #expect(try entities(statement).last?["date"] == "2031-05-03")
        statement.relation = "attacked"
        #expect(try entities(statement).last?["startDate"] == "2031-05-03")
        statement.date?.source = .document
        #expect(try entities(statement).last?["startDate"] == nil)
    }

    @Test("has each office once, whoever holds it")
    func positions() throws {
        let country = sampleActor("B", .country)
        let statements = ["A", "C"].enumerated().map { index, name in
            sampleStatement(sampleActor(name, .person), "holds-office", .state, country, detail: "Consul", index: index)
        }
        let entities = try entities(StatementList(statements))
        #expect(entities.filter { $0.schema == "Position" }.map { $0["name"] } == ["Consul, B"])
        #expect(Set(entities.compactMap { $0["post"] }).count == 1)
    }

    @Test("cuts what is longer than the model allows, and keeps the rest of a name", arguments: [385, 100_000])
    func lengths(length: Int) throws {
        let name = String(repeating: "x", count: length)
        let actor = Actor(id: name, name: name, type: .person)
        let entities = try entities(sampleStatement(actor, "attacked", .assault, actor, sentence: name))
        let person = try #require(entities.first { $0.schema == "Person" })
        #expect(person["name"]?.count == 384 && person["name"]?.last == "…")
        #expect(person["description"]?.count == min(length, 65_000))
        #expect(entities.allSatisfy { $0.id.count <= 200 })
    }

    @Test("keeps apart long ids that begin alike")
    func longIDs() {
        let start = String(repeating: "a", count: 1_000)
        #expect(FollowTheMoneyID.actor(start + "1") != FollowTheMoneyID.actor(start + "2"))
        #expect(FollowTheMoneyID.actor(start) == FollowTheMoneyID.actor(start))
    }

    @Test("links to the source only where it is an address of the web")
    func addresses() throws {
        let statement = sampleStatement(sampleActor("A", .person), "met-with", .consult, sampleActor("B", .person), document: "d")
        for (url, expected) in [("https://example.org/a b", "https://example.org/a%20b"), ("javascript:alert(1)", nil)] {
            let graph = StatementList([statement], documents: [DocumentDetails(id: "d", source: "Gazette", url: url)])
            let link = try #require(try entities(graph).last)
            #expect(link["sourceUrl"] == expected && link["publisher"] == "Gazette")
        }
    }
}
