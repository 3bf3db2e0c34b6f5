import Foundation

/// A country or territory of ISO 3166.
public struct Country: Sendable, Hashable {
    /// Two letters, such as `UA`.
    public let code: String
    /// The English short name, such as "Ukraine".
    public let name: String
    /// The usual adjective, such as "Ukrainian"; nil when English has none.
    public let adjective: String?
}

/// Which country a word stands for: its names, adjectives and people, its capital and its seats of government.
///
///     tables.countries.country(forDemonym: "Ukrainian")?.name  // "Ukraine"
///     tables.countries.country(named: "U.S.")?.name            // "United States"
///     tables.countries.metonym("Kremlin")?.name                // "Russia"
///
/// Words are matched as written: "Turkey" is a country, "turkey" is not. A look-up is O(log n).
public struct CountryTable: Sendable {
    /// What a geographic word may stand for.
    enum Role: Character {
        case country = "n", adjective = "a", person = "p", people = "P", capital = "k", seat = "m"
        case region = "r", regionAdjective = "R", regionPeople = "q", city = "c"
    }

    private let words: SortedTable
    private let byCode: [String: Country]

    init(countries: SortedTable, words: SortedTable) {
        self.words = words
        var byCode: [String: Country] = [:]
        for row in countries.rows where row.count >= 2 {
            let adjective = row.count >= 4 && !row[3].isEmpty ? String(row[3]) : nil
            byCode[String(row[0])] = Country(code: String(row[0]), name: String(row[1]), adjective: adjective)
        }
        self.byCode = byCode
    }

    /// The country of this name, in any form English uses.
    public func country(named name: String) -> Country? { country(name, as: .country) }

    /// The country of an adjective, person or people: "Ukrainian", "Ukrainians", "Briton".
    public func country(forDemonym word: String) -> Country? {
        let roles = roles(of: word)
        return (roles[.adjective] ?? roles[.people] ?? roles[.person]).flatMap { byCode[$0] }
    }

    /// The country whose people are called so: "Ukrainians", "Danes".
    public func country(ofPeople word: String) -> Country? { country(word, as: .people) }

    /// The country whose government this building, office or capital may stand for: "Kremlin", "Moscow".
    public func metonym(_ word: String) -> Country? {
        let roles = roles(of: word)
        return (roles[.seat] ?? roles[.capital]).flatMap { byCode[$0] }
    }

    /// The country whose government has its seat here, where the word is no city: "Kremlin", "White House".
    public func seat(_ word: String) -> Country? { country(word, as: .seat) }

    /// Whether it is a city, region or continent.
    public func isPlace(_ word: String) -> Bool {
        let roles = roles(of: word)
        return roles[.region] != nil || roles[.city] != nil || roles[.capital] != nil
    }

    /// The region of an adjective that belongs to no country: "European" → "Europe".
    public func region(forAdjective word: String) -> String? {
        let roles = roles(of: word)
        return roles[.regionAdjective] ?? roles[.regionPeople]
    }

    /// The country with this code, such as `UA`.
    public func country(code: String) -> Country? { byCode[code] }

    func roles(of word: String) -> [Role: String] {
        guard let fields = (words[word] ?? titleCased(word).flatMap { words[$0] })?.first else { return [:] }
        var roles: [Role: String] = [:]
        for field in fields.split(separator: " ") {
            guard let role = field.first.flatMap(Role.init(rawValue:)) else { continue }
            roles[role] = String(field.dropFirst(2)).replacing("_", with: " ")
        }
        return roles
    }

    private func country(_ word: String, as role: Role) -> Country? {
        roles(of: word)[role].flatMap { byCode[$0] }
    }

    /// "UKRAINE" in a headline is looked up as "Ukraine"; short words in capitals are acronyms.
    private func titleCased(_ word: String) -> String? {
        guard word.utf8.count > 4, !word.contains("."), word == word.uppercased(), word != word.lowercased() else { return nil }
        return word.split(separator: " ", omittingEmptySubsequences: false).map {
            ["OF", "AND", "THE"].contains($0) ? $0.lowercased() : $0.capitalized
        }
        .joined(separator: " ")
    }
}
