public import Foundation

/// What is known of the world before a text is read: countries, organizations, given names and the kinds of nouns.
///
/// The tables are built by `Training/tables/build.py`; each says its sources and licences at its top.
public struct ActorTables: Sendable {
    public let countries: CountryTable
    private let organizations: SortedTable
    private let givenNames: SortedTable
    private let nounKinds: SortedTable
    let antecedentWeights: AntecedentWeights

    /// Reads the tables from a folder that holds `countries.tsv`, `geography.tsv`, `organizations.tsv`, `given-names.tsv`, `noun-kinds.tsv` and
    /// `antecedent-weights.tsv`.
    public init(directory: URL) throws {
        func table(_ name: String) throws -> SortedTable {
            try SortedTable(contentsOf: directory.appendingPathComponent("\(name).tsv"))
        }
        countries = CountryTable(countries: try table("countries"), words: try table("geography"))
        organizations = try table("organizations")
        givenNames = try table("given-names")
        nounKinds = try table("noun-kinds")
        antecedentWeights = AntecedentWeights(try table("antecedent-weights"))
    }

    /// The tables that ship with the library.
    public static func bundled() throws -> ActorTables {
        try ActorTables(directory: ResourceLocation.folder("tables"))
    }

    /// The usual name of a well-known organization: "UN" → "United Nations".
    func organization(named name: String) -> String? {
        organizations[name]?.first.map(String.init)
    }

    func isGivenName(_ name: String) -> Bool { givenNames.contains(name) }

    func gender(ofGivenName name: String) -> Gender? {
        givenNames[name]?.first?.first.flatMap(Gender.init(rawValue:))
    }

    /// What a noun may denote, by its lemma in lower case; abstract when the table has no other reading.
    func kind(ofNoun lemma: String) -> NounKind {
        guard let row = nounKinds[lemma], let kinds = row.first else { return .abstract }
        return NounKind(
            kinds: kinds.compactMap(NounKind.Kind.init(rawValue:)),
            gender: row.count > 1 ? row[1].first.flatMap(Gender.init(rawValue:)) : nil)
    }
}
