import Foundation
import KnowledgeGraph
import TextAnalysis

/// Reads the document from its beginning and resolves descriptions and pronouns as they come.
struct CoreferencePass {
    let tables: ActorTables
    let quotes: QuotedSpeech
    /// Told of every pronoun before it is resolved.
    var observe: ((AntecedentExample) -> Void)?

    /// For plural mentions whose members are known, a mention of each member.
    func resolve(_ document: inout DocumentMentions, _ clusters: inout Clusters) -> [Int: [Int]] {
        var descriptions = DescriptionResolution(tables: tables)
        let pronouns = PronounResolution(weights: tables.antecedentWeights, quotes: quotes)
        let known = KnownBodies(document, clusters)
        var members: [Int: [Int]] = [:]
        for index in document.mentions.indices {
            let mention = document.mentions[index]
            defer { descriptions.read(index, document.mentions[index]) }
            guard clusters.id(of: index) == nil else { continue }
            switch mention.form {
            case .name, .adjective: clusters.start(index, mention)
            case .pronoun: resolvePronoun(index, pronouns, document, &clusters)
            case .description:
                inherit(index, &document, &clusters)
                guard clusters.id(of: index) == nil else { continue }
                if let id = known.cluster(for: document.mentions[index]) {
                    clusters.join(index, document.mentions[index], to: id)
                    continue
                }
                let pair = descriptions.members(of: index, document, clusters)
                if !pair.isEmpty {
                    members[index] = pair
                    clusters.start(index, document.mentions[index])
                    continue
                }
                if let id = descriptions.antecedent(of: index, document, clusters)
                    ?? descriptions.laterBearer(of: index, document, clusters)
                    ?? descriptions.onlyBearer(of: index, document, clusters)
                {
                    clusters.join(index, mention, to: id)
                    continue
                }
                clusters.start(index, document.mentions[index])
            }
        }
        return members
    }

    private func resolvePronoun(_ index: Int, _ pronouns: PronounResolution, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let mention = document.mentions[index]
        if mention.person == 1 {
            guard let speaker = quotes.speaker(mention.sentence, mention.head),
                let named = document.mention(speaker.sentence, speaker.token)
            else { return }
            if let id = clusters.id(of: named) {
                clusters.join(index, mention, to: id)
            } else if !document.mentions[named].isPronoun {
                clusters.join(index, mention, to: clusters.start(named, document.mentions[named]))
            }
            return
        }
        guard mention.person == 3, let pronoun = PersonalPronoun(mention.lemma) else { return }
        if pronoun.isRelative { return resolveRelative(index, document, &clusters) }
        observe?(pronouns.example(of: index, document, clusters))
        if let id = pronouns.antecedent(of: index, document, clusters) { clusters.join(index, mention, to: id) }
    }

    /// "A senator who …": the noun, or whom it is the predicate of unless that is denied.
    private func resolveRelative(_ index: Int, _ document: DocumentMentions, _ clusters: inout Clusters) {
        let mention = document.mentions[index]
        let tree = document.trees[mention.sentence]
        let clause = sequence(first: mention.head) { tree.head(of: $0) }.prefix(8).first { tree.label($0) == "acl:relcl" }
        guard let noun = clause.flatMap({ tree.head(of: $0) }), let antecedent = document.mention(mention.sentence, noun) else { return }
        let own = document.mentions[antecedent]
        if let subject = document.subject(ofPredicate: antecedent).flatMap({ clusters.id(of: $0) }),
            !document.isDoubtful(predicate: antecedent), clusters[subject].isPlural == own.isPlural,
            (clusters[subject].type == .person) == (own.type == .person)
        {
            clusters.join(index, mention, to: subject)
        } else {
            clusters.join(index, mention, to: clusters.start(antecedent, own))
        }
    }

    /// What a possessor passes on: "its navy" after Malaysia is the Malaysian navy, "Lavrov's ministry" the ministry he leads, "its government" the country.
    private func inherit(_ index: Int, _ document: inout DocumentMentions, _ clusters: inout Clusters) {
        let mention = document.mentions[index]
        if mention.isCountry, let country = mention.country {
            if let id = clusters.all.indices.first(where: { clusters.all[$0].map { $0.isCountry && $0.country == country } ?? false }) {
                clusters.join(index, mention, to: id)
            } else {
                clusters.start(index, mention)
            }
            return
        }
        guard let owner = document.possessor(of: index).flatMap({ clusters.id(of: $0) }) else { return }
        let possessor = clusters[owner]
        if possessor.isCountry, let country = possessor.country, mention.country == nil {
            if governmentNouns.contains(mention.lemma), mention.modifiers.isEmpty {
                clusters.join(index, mention, to: owner)
                return
            }
            document.mentions[index].country = country
            guard mention.kind.first == .organization || mention.kind.first == .person else { return }
            document.mentions[index].variants.append(mention.text)
            document.mentions[index].text = (country.adjective ?? country.name) + " " + ownWords(mention)
        } else if possessor.type == .person, ["ministry", "department", "office"].contains(mention.lemma) {
            let offices = possessor.roles.filter { $0.lemma == "minister" || $0.lemma == "secretary" }
            for office in offices {
                let area = office.modifiers.filter {
                    tables.countries.country(forDemonym: $0.capitalized) == nil && !titleRanks.contains($0)
                }
                guard !area.isEmpty else { continue }
                if let id = clusters.all.indices.first(where: { id in
                    guard let cluster = clusters.all[id], cluster.type == .organization, cluster.isNamed else { return false }
                    return cluster.mentions.contains {
                        Set(document.mentions[$0].name.map { $0.lowercased() }).isSuperset(of: area.union([mention.lemma]))
                    }
                        && (cluster.country == nil || office.country == nil || cluster.country?.code == office.country)
                }) {
                    clusters.join(index, mention, to: id)
                    return
                }
                let country = office.country.flatMap { tables.countries.country(code: $0) }
                document.mentions[index].variants.append(mention.text)
                document.mentions[index].text =
                    ([country?.adjective].compactMap { $0 } + area.sorted().map(\.capitalized) + [mention.lemma.capitalized]).joined(
                        separator: " ")
                document.mentions[index].country = country
                return
            }
        }
    }

    /// The phrase without its possessor.
    private func ownWords(_ mention: Mention) -> String {
        guard let mark = ["'s ", "’s ", "' ", "’ "].compactMap({ mention.text.range(of: $0) }).first else { return mention.text }
        return String(mention.text[mark.upperBound...])
    }
}

private let titleRanks: Set<String> = [
    "prime", "deputy", "vice", "first", "former", "acting", "interim", "us", "u.s.", "general", "permanent",
]
