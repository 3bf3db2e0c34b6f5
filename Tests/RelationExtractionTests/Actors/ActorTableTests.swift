import Foundation
import Testing

@testable import RelationExtraction

@Suite("Actor tables")
struct ActorTableTests {
    let tables: ActorTables

    init() throws {
        tables = try .bundled()
    }

    @Test(
        "know a country by all its names",
        arguments: [
            ("U.S.", "United States"), ("USA", "United States"), ("Britain", "United Kingdom"), ("UK", "United Kingdom"),
            ("Turkey", "Türkiye"),
            ("Türkiye", "Türkiye"), ("Burma", "Myanmar"), ("DPRK", "North Korea"), ("Russian Federation", "Russia"),
            ("Holland", "Netherlands"),
            ("UKRAINE", "Ukraine"), ("Côte d'Ivoire", "Ivory Coast"), ("Czech Republic", "Czechia"), ("South Sudan", "South Sudan"),
        ])
    func countryNames(name: String, country: String) {
        #expect(tables.countries.country(named: name)?.name == country)
    }

    @Test(
        "know a country by its adjective and people",
        arguments: [
            ("Ukrainian", "Ukraine"), ("Ukrainians", "Ukraine"), ("French", "France"), ("Danes", "Denmark"), ("Briton", "United Kingdom"),
            ("Saudi", "Saudi Arabia"), ("American", "United States"), ("Nigerien", "Niger"), ("Nigerian", "Nigeria"),
            ("Filipinos", "Philippines"),
            ("Congolese", "DR Congo"), ("South Korean", "South Korea"),
        ])
    func demonyms(word: String, country: String) {
        #expect(tables.countries.country(forDemonym: word)?.name == country)
    }

    @Test(
        "know capitals and seats of government",
        arguments: [("Kyiv", "Ukraine"), ("Kiev", "Ukraine"), ("Kremlin", "Russia"), ("Peking", "China")])
    func metonyms(word: String, country: String) {
        #expect(tables.countries.metonym(word)?.name == country)
    }

    @Test(
        "leave other words alone",
        arguments: ["turkey", "jersey", "us", "polish", "Smith", "", "European", "Tuesday", "\u{0}", "Ukrain", "Ukrainianx"])
    func noCountry(word: String) {
        #expect(tables.countries.country(named: word) == nil)
        #expect(tables.countries.country(forDemonym: word) == nil)
        #expect(tables.countries.metonym(word) == nil)
    }

    @Test(
        "know what a noun denotes",
        arguments: [
            ("minister", NounKind.Kind.person), ("ministry", .organization), ("troops", .organization), ("airfield", .facility),
            ("region", .place),
            ("talks", .event), ("loudspeaker", .thing), ("migrant", .person), ("country", .country), ("happiness", .abstract),
            ("zzzz", .abstract),
        ])
    func nounKinds(lemma: String, kind: NounKind.Kind) {
        #expect(tables.kind(ofNoun: lemma).first == kind)
    }

    @Test("say where a missing table should be")
    func missing() {
        #expect(throws: ExtractionError.self) { try ActorTables(directory: URL(fileURLWithPath: "/nonexistent")) }
    }
}

@Suite("A sorted table")
struct SortedTableTests {
    @Test(
        "finds every row and nothing else",
        arguments: ["a\t1\nab\t2\nb\t3\n", "# about\n# source\na\t1\nab\t2\nb\t3", "a\t1\nab\t2\nab c\t9\nb\t3\nb\u{e9}\t4\n"])
    func look(text: String) {
        let table = SortedTable(bytes: Array(text.utf8))
        #expect(table["a"] == ["1"])
        #expect(table["ab"] == ["2"])
        #expect(table["b"] == ["3"])
        for absent in ["", "aa", "abc", "A", "c", "#", "a\t1", "\n"] { #expect(table[absent] == nil) }
    }

    @Test("may be empty, or nothing but its head", arguments: ["", "# about", "# about\n", "\n\n"])
    func empty(text: String) {
        #expect(SortedTable(bytes: Array(text.utf8))["a"] == nil)
    }

    @Test(
        "ships in the order that its search needs",
        arguments: ["countries", "geography", "organizations", "given-names", "noun-kinds", "antecedent-weights"])
    func order(name: String) throws {
        let table = try SortedTable(contentsOf: ResourceLocation.folder("tables").appendingPathComponent("\(name).tsv"))
        let keys = table.rows.map { Array($0[0].utf8) }
        #expect(keys.count > 20)
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    }
}
