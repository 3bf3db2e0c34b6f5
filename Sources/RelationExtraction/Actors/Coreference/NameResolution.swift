import KnowledgeGraph
import TextAnalysis

/// Brings together the names of one actor: parts of a person's name, acronyms, long and short forms, and all words for a country.
struct NameResolution {
    let tables: ActorTables

    func resolve(_ mentions: inout [Mention], _ clusters: inout Clusters) {
        correctPersons(&mentions)
        correctFirms(&mentions)
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
        let persons = mentions.filter { $0.type == .person && !$0.name.isEmpty }.map { $0.name.map(folded) }
        let full = Set(persons.filter { $0.count > 1 })
        let surnames = Set(full.compactMap(\.last))
        let bearers = surnames.union(persons.compactMap(\.last))
        for index in mentions.indices {
            let mention = mentions[index]
            let name = mention.name.map(folded)
            switch name.count {
            case 0:
                // "Cook" beside "Lena Cook" or "Ms Cook": a surname that is also a trade.
                guard mention.form == .description, mention.isProperNoun, mention.determiner == .bare, mention.tokens.count == 1,
                    bearers.contains(folded(mention.text))
                else { continue }
                mentions[index].form = .name
                mentions[index].name = [mention.text]
                mentions[index].isWeak = false
            case 1:
                let isSeat = mention.country != nil && mention.nameKind == .person
                guard mention.type != .person, surnames.contains(name[0]),
                    isSeat || !mention.isCountry && mention.nameKind != .location && mention.nameKind != .person
                else { continue }
            default:
                guard mention.type == .thing, full.contains(name) else { continue }
            }
            mentions[index].type = .person
            (mentions[index].isCountry, mentions[index].country) = (false, nil)
            mentions[index].kind = NounKind(kinds: [.person], gender: nil)
        }
    }

    /// "Vik" that the recogniser took for somebody, where the text has "Vik Lines Inc" and nobody of that name.
    private func correctFirms(_ mentions: inout [Mention]) {
        let firms = Set(mentions.filter { $0.type == .organization && FirmNames.isFirm($0.name) }.map { FirmNames.stem($0.name) })
        guard !firms.isEmpty else { return }
        let bearers = Set(mentions.filter { $0.type == .person && $0.name.count > 1 }.flatMap { $0.name.map(folded) })
        for index in mentions.indices where mentions[index].type == .person && mentions[index].gender == nil {
            let name = mentions[index].name.map(folded)
            guard !name.isEmpty, firms.contains(name.joined(separator: " ")), name.count > 1 || !bearers.contains(name[0]) else { continue }
            mentions[index].type = .organization
            mentions[index].kind = NounKind(kinds: [.organization], gender: nil)
        }
    }

    private func resolvePersons(_ mentions: [Mention], _ clusters: inout Clusters) {
        var people: [(id: Int, name: [String])] = []
        let persons = mentions.indices.filter { mentions[$0].type == .person && !mentions[$0].name.isEmpty }
        let regnal = persons.filter { isRegnal(mentions[$0].name) }
        for index in persons where mentions[index].name.count > 1 {
            let name = mentions[index].name.map(folded)
            if regnal.contains(index) { continue }
            if let known = people.lastIndex(where: {
                sameFullName($0.name, name) && genderAgrees(clusters[$0.id].gender, mentions[index].gender)
            }) {
                clusters.join(index, mentions[index], to: people[known].id)
                if name.joined().count > people[known].name.joined().count { people[known].name = name }
            } else {
                people.append((clusters.start(index, mentions[index]), name))
            }
        }
        resolveRegnal(regnal, mentions, &people, &clusters)
        for index in persons where mentions[index].name.count == 1 {
            let word = folded(mentions[index].name[0])
            func bearers(_ matches: ([String]) -> Bool) -> [Int] {
                people.filter { matches($0.name) && genderAgrees(clusters[$0.id].gender, mentions[index].gender) }.map(\.id)
            }
            var candidates = bearers { $0.last == word }
            if candidates.isEmpty { candidates = bearers { $0.first == word } }
            if candidates.isEmpty {
                // A middle name is known only once the full name has been read.
                candidates = bearers { $0.contains(word) && word.count > 2 }.filter {
                    clusters[$0].mentions.first.map { $0 < index } ?? false
                }
            }
            if let id = foremost(of: candidates, at: index, clusters) {
                clusters.join(index, mentions[index], to: id)
            } else {
                people.append((clusters.start(index, mentions[index]), [word]))
            }
        }
    }

    /// "Orr I" is the only Orr of the text, "Henry VII" and "Henry VIII" are two.
    private func resolveRegnal(
        _ regnal: [Int], _ mentions: [Mention], _ people: inout [(id: Int, name: [String])], _ clusters: inout Clusters
    ) {
        let numerals = Dictionary(grouping: regnal) { folded(mentions[$0].name[0]) }.mapValues { Set($0.map { mentions[$0].name[1] }) }
        for index in regnal {
            let name = mentions[index].name.map(folded)
            let same = people.filter { $0.name == name || numerals[name[0]]?.count == 1 && $0.name.last == name[0] && $0.name.count > 1 }
            if same.count == 1, genderAgrees(clusters[same[0].id].gender, mentions[index].gender) {
                clusters.join(index, mentions[index], to: same[0].id)
            } else {
                people.append((clusters.start(index, mentions[index]), name))
            }
        }
    }

    /// A name with its number and nothing else.
    private func isRegnal(_ name: [String]) -> Bool { name.count == 2 && name[1].allSatisfy { "IVX".contains($0) } }

    /// The one mentioned most often before, and of equals the one introduced first: relatives of whom a text is about bear his surname too, and
    /// the text calls them by their first names. Where none comes before, the first one after.
    private func foremost(of candidates: [Int], at index: Int, _ clusters: Clusters) -> Int? {
        candidates.min { one, other in rank(one, at: index, clusters) < rank(other, at: index, clusters) }
    }

    private func rank(_ id: Int, at index: Int, _ clusters: Clusters) -> (Int, Int) {
        let mentions = clusters[id].mentions
        return (-mentions.prefix { $0 < index }.count, mentions.first ?? 0)
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
            // "the Norwegian Ports Commission", "NPC": three letters or more are rarely those of another name by chance, so the text's own name
            // goes before what the letters stand for elsewhere.
            if mention.name.count == 1, text.count > 2, text.allSatisfy(\.isUppercase), let id = longer(mention, longNames) {
                clusters.join(index, mention, to: id)
                continue
            }
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
            return
                (names.first { initials(of: $0.words).contains(letters) }
                ?? names.last { FirmNames.isFirm($0.words) && $0.words.first.map(folded) == words[0] })?.id
        }
        guard mention.type == .organization || mention.type == .thing else { return nil }
        if words.count == 1, mention.possessor == nil, tables.kind(ofNoun: words[0]).first == .organization {
            // "The University" where the text names one and no other.
            let bearers = Set(names.filter { headWord(of: $0.words) == words[0] }.map(\.id))
            if let only = bearers.first, bearers.count == 1 { return only }
        }
        return names.last { name in
            guard name.words.count > words.count else { return false }
            let folded = name.words.map(folded)
            if Array(folded.suffix(words.count)) == words {
                let prefix = name.words.dropLast(words.count).joined(separator: " ")
                return tables.countries.country(forDemonym: prefix) != nil || tables.countries.country(named: prefix) != nil
                    || words.count > 1 && tables.countries.isPlace(prefix)
            }
            guard words.count == 1, folded.first == words[0], words[0].count > 3, mention.type == .organization else { return false }
            return tables.kind(ofNoun: words[0]) == .abstract && !tables.countries.isPlace(mention.name[0])
                && tables.countries.country(forDemonym: mention.name[0]) == nil
        }?.id
    }

    /// "Bank" of "Bank of Chile", "university" of "Lagos State University".
    private func headWord(of words: [String]) -> String? {
        (words.firstIndex { ["of", "for"].contains($0) }.flatMap { $0 > 0 ? words[$0 - 1] : nil } ?? words.last).map(folded)
    }

    /// "Korean People's Army" → kpa; with and without its little words.
    private func initials(of words: [String]) -> Set<String> {
        let letters = words.filter { $0.first?.isLetter == true }
        let capitals = letters.filter { $0.first?.isUppercase == true }
        return [letters, capitals].map { folded($0.compactMap { $0.first.map(String.init) }.joined()) }.reduce(into: []) { $0.insert($1) }
    }
}
