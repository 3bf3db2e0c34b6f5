import KnowledgeGraph
import TextAnalysis

/// Brings together the names of one actor: parts of a person's name, acronyms, long and short forms, and all words for a country.
struct NameResolution {
    let tables: ActorTables

    func resolve(_ mentions: inout [Mention], _ clusters: inout Clusters) {
        correctPersons(&mentions)
        var countries: [String: Int] = [:]
        for (index, mention) in mentions.enumerated() where mention.isCountry {
            guard let code = mention.country?.code else { continue }
            if let id = countries[code] { clusters.join(index, mention, to: id) } else { countries[code] = clusters.start(index, mention) }
        }
        resolveDirections(&mentions, &clusters, countries)
        resolvePersons(mentions, &clusters)
        resolveOthers(mentions, &clusters)
    }

    // MARK: Countries

    /// "The South" is South Korea where the text speaks of South Korea.
    private func resolveDirections(_ mentions: inout [Mention], _ clusters: inout Clusters, _ countries: [String: Int]) {
        let directions: Set<String> = ["North", "South", "East", "West"]
        var byDirection: [String: Int] = [:]
        for id in countries.values.sorted() {
            guard let name = clusters[id].country?.name, let first = name.split(separator: " ").first.map(String.init),
                directions.contains(first)
            else { continue }
            byDirection[first] = byDirection[first] == nil ? id : -1
        }
        guard !byDirection.isEmpty else { return }
        for index in mentions.indices where clusters.id(of: index) == nil {
            let mention = mentions[index]
            let word = mention.name.isEmpty ? mention.text : mention.name.joined(separator: " ")
            let side = mention.lemma == "side" ? directions.sorted().first { mention.modifiers == [$0.lowercased()] } : nil
            guard let id = byDirection[side ?? word.prefix(1).uppercased() + word.dropFirst()], id >= 0, mention.form != .pronoun
            else { continue }
            guard side != nil || mention.determiner == .definite && word.first?.isUppercase == true || mention.form == .name else {
                continue
            }
            mentions[index].isCountry = true
            mentions[index].country = clusters[id].country
            mentions[index].type = .country
            clusters.join(index, mentions[index], to: id)
        }
    }

    // MARK: Persons

    /// A surname that the recogniser took for an organization or left out, or that names a seat of government, is the person's whose full name the text gives.
    private func correctPersons(_ mentions: inout [Mention]) {
        var surnames: Set<String> = []
        for mention in mentions where mention.type == .person && mention.name.count > 1 {
            surnames.insert(folded(mention.name[mention.name.count - 1]))
        }
        for index in mentions.indices where mentions[index].name.count == 1 && mentions[index].type != .person {
            let mention = mentions[index]
            let isSeat = mention.country != nil && mention.nameKind == .person
            guard isSeat || !mention.isCountry && mention.nameKind != .location && mention.nameKind != .person,
                surnames.contains(folded(mention.name[0]))
            else { continue }
            mentions[index].type = .person
            (mentions[index].isCountry, mentions[index].country) = (false, nil)
            mentions[index].kind = NounKind(kinds: [.person], gender: nil)
        }
    }

    private func resolvePersons(_ mentions: [Mention], _ clusters: inout Clusters) {
        var people: [(id: Int, name: [String])] = []
        let persons = mentions.indices.filter { mentions[$0].type == .person && !mentions[$0].name.isEmpty }
        for index in persons where mentions[index].name.count > 1 {
            let name = mentions[index].name.map(folded)
            if let known = people.lastIndex(where: {
                sameFullName($0.name, name) && genderAgrees(clusters[$0.id].gender, mentions[index].gender)
            }) {
                clusters.join(index, mentions[index], to: people[known].id)
                if name.joined().count > people[known].name.joined().count { people[known].name = name }
            } else {
                people.append((clusters.start(index, mentions[index]), name))
            }
        }
        for index in persons where mentions[index].name.count == 1 {
            let word = folded(mentions[index].name[0])
            func bearers(_ matches: ([String]) -> Bool) -> [Int] {
                people.filter { matches($0.name) && genderAgrees(clusters[$0.id].gender, mentions[index].gender) }.map(\.id)
            }
            var candidates = bearers { $0.last == word }
            if candidates.isEmpty { candidates = bearers { $0.first == word } }
            if candidates.isEmpty { candidates = bearers { $0.contains(word) && word.count > 2 } }
            if let id = nearest(candidates, to: index, clusters) {
                clusters.join(index, mentions[index], to: id)
            } else {
                people.append((clusters.start(index, mentions[index]), [word]))
            }
        }
    }

    /// The one mentioned last before, else the first one after.
    private func nearest(_ candidates: [Int], to index: Int, _ clusters: Clusters) -> Int? {
        let before = candidates.compactMap { id in clusters[id].mentions.last { $0 < index }.map { (id, $0) } }.max { $0.1 < $1.1 }
        return before?.0 ?? candidates.min { (clusters[$0].mentions.first ?? 0) < (clusters[$1].mentions.first ?? 0) }
    }

    /// "Sergey Lavrov" and "S.V. Lavrov", "Najib Abdul Razak" and "Najib Razak"; not "John Smith" and "Mary Smith".
    private func sameFullName(_ one: [String], _ other: [String]) -> Bool {
        if one == other { return true }
        guard let first = one.first, let second = other.first else { return false }
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        if short.count > 1, short.count < long.count, short.allSatisfy(long.contains), short.first == long.first || short.last == long.last
        {
            return true
        }
        guard one.last == other.last else { return false }
        return isInitial(first, of: second) || isInitial(second, of: first) || first == second
    }

    private func isInitial(_ initials: String, of name: String) -> Bool {
        (initials.contains(".") || initials.count == 1) && initials.first == name.first
    }

    private func genderAgrees(_ one: Gender?, _ other: Gender?) -> Bool { one == nil || other == nil || one == other }

    // MARK: Organizations, places and the rest

    private func resolveOthers(_ mentions: [Mention], _ clusters: inout Clusters) {
        var byKey: [String: Int] = [:]
        var longNames: [(id: Int, words: [String])] = []
        let others = mentions.indices.filter { mentions[$0].type != .person && !mentions[$0].name.isEmpty && clusters.id(of: $0) == nil }
        for index in others.sorted(by: { (mentions[$1].name.count, $0) < (mentions[$0].name.count, $1) }) {
            let mention = mentions[index]
            let text = mention.name.joined(separator: " ")
            let known = tables.organization(named: text)
            let key = folded(known ?? text)
            if let id = byKey[key] ?? (mention.name.count == 1 || mention.country == nil ? longer(mention, longNames) : nil) {
                clusters.join(index, mention, to: id)
                byKey[key] = byKey[key] ?? id
                continue
            }
            let id = clusters.start(index, mention)
            byKey[key] = id
            clusters.update(id) {
                $0.knownName = known
                if known != nil { $0.type = .organization }
            }
            if mention.name.count > 1 { longNames.append((id, mention.name)) }
        }
    }

    /// The longer name that this one shortens: by its initials, or without the country before it.
    private func longer(_ mention: Mention, _ names: [(id: Int, words: [String])]) -> Int? {
        let words = mention.name.map(folded)
        if words.count == 1, mention.name[0].count >= 2, mention.name[0].allSatisfy({ $0.isUppercase || $0 == "." }) {
            let letters = words[0].replacing(".", with: "")
            return names.first { initials(of: $0.words).contains(letters) }?.id
        }
        guard mention.type == .organization || mention.type == .thing else { return nil }
        return names.last { name in
            guard name.words.count > words.count else { return false }
            let folded = name.words.map(folded)
            if Array(folded.suffix(words.count)) == words {
                let prefix = name.words.dropLast(words.count).joined(separator: " ")
                return tables.countries.country(forDemonym: prefix) != nil || tables.countries.country(named: prefix) != nil
            }
            guard words.count == 1, folded.first == words[0], words[0].count > 3, mention.type == .organization else { return false }
            return tables.kind(ofNoun: words[0]) == .abstract && !tables.countries.isPlace(mention.name[0])
                && tables.countries.country(forDemonym: mention.name[0]) == nil
        }?.id
    }

    /// "Korean People's Army" → kpa; with and without its little words.
    private func initials(of words: [String]) -> Set<String> {
        let letters = words.filter { $0.first?.isLetter == true }
        let capitals = letters.filter { $0.first?.isUppercase == true }
        return [letters, capitals].map { folded($0.compactMap { $0.first.map(String.init) }.joined()) }.reduce(into: []) { $0.insert($1) }
    }
}
