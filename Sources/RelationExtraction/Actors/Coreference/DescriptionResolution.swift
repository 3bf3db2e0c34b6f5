import Foundation
import KnowledgeGraph
import TextAnalysis

/// Finds what a description goes back to: "the ministry", "the foreign minister", "the country", "the two officials".
struct DescriptionResolution {
    let tables: ActorTables
    /// Mentions by the lemma of their head, in order, of those that have been read.
    private var byLemma: [String: [Int]] = [:]

    init(tables: ActorTables) { self.tables = tables }

    /// Cluster that the description belongs to; nil when it speaks of something new.
    func antecedent(of index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Int? {
        let mention = document.mentions[index]
        if let repeated = sameWords(index, document, clusters) { return repeated }
        guard mention.determiner != .indefinite else { return nil }
        if let bearer = bearer(of: index, document, clusters) { return bearer }
        guard mention.determiner == .definite || mention.determiner == .demonstrative else { return nil }
        return byMeaning(index, document, clusters)
    }

    /// To be called for every mention in order, after it has been resolved.
    mutating func read(_ index: Int, _ mention: Mention) {
        guard !mention.isPronoun else { return }
        byLemma[mention.lemma, default: []].append(index)
    }

    // MARK: The same head word

    private func sameWords(_ index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Int? {
        let mention = document.mentions[index]
        let isAnaphoric = mention.determiner == .definite || mention.determiner == .demonstrative || mention.determiner == .possessive
        for earlier in (byLemma[mention.lemma] ?? []).reversed() {
            let other = document.mentions[earlier]
            guard let id = clusters.id(of: earlier), other.isPlural == mention.isPlural, !overlap(mention, other) else { continue }
            if !isAnaphoric {
                // "Russian officials" again: the same words, and no number or article that starts something new.
                guard mention.determiner == .bare, mention.isPlural, other.text == mention.text, !mention.modifiers.isEmpty else {
                    continue
                }
                return id
            }
            if let one = mention.country?.code, let two = other.country?.code, one != two { continue }
            if mention.determiner == .possessive || other.determiner == .possessive, let one = owner(index, document, clusters),
                let two = owner(earlier, document, clusters), one != two
            {
                continue
            }
            let known = other.modifiers.union(other.name.map { $0.lowercased() })
            let content = mention.modifiers.filter { !weakModifiers.contains($0) }
            if content.isSubset(of: known) || (mention.determiner == .demonstrative && content.isEmpty) { return id }
        }
        return nil
    }

    private func owner(_ index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Int? {
        document.possessor(of: index).flatMap { clusters.id(of: $0) }
    }

    private func overlap(_ one: Mention, _ other: Mention) -> Bool {
        one.sentence == other.sentence && one.tokens.overlaps(other.tokens)
    }

    // MARK: Who bears the title

    /// "The foreign minister" is whom the text has called so.
    private func bearer(of index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Int? {
        let mention = document.mentions[index]
        guard mention.kind.may(.person), !mention.isPlural, mention.determiner != .bare || mention.country != nil else { return nil }
        let before = clusters.all.indices.compactMap { id -> (id: Int, last: Int)? in
            guard let cluster = clusters.all[id], cluster.isNamed, cluster.roles.contains(where: { matches(mention, $0) }) else {
                return nil
            }
            return cluster.mentions.last { $0 < index }.map { (id, $0) }
        }
        return before.max { $0.last < $1.last }?.id
    }

    /// Whom a later sentence names by the title that this description has: "Ukraine's defence minister" before "Defence Minister Umerov".
    func laterBearer(of index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Int? {
        let mention = document.mentions[index]
        guard mention.kind.may(.person), !mention.isPlural, mention.determiner == .definite || mention.country != nil,
            !mention.modifiers.isEmpty
        else { return nil }
        return clusters.all.indices.first { id in
            guard let cluster = clusters.all[id], cluster.isNamed, cluster.type == .person,
                cluster.mentions.first.map({ $0 > index }) ?? false
            else { return false }
            return cluster.roles.contains { matches(mention, $0) && ($0.country != nil || mention.country != nil || !$0.modifiers.isEmpty) }
        }
    }

    /// The one person whom the text names without a title, for an office that it names without a person: press releases write "the Foreign Secretary"
    /// and "Mr Johnson" by turns.
    func onlyBearer(of index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Int? {
        let mention = document.mentions[index]
        guard mention.kind.first == .person, !mention.isPlural, mention.determiner == .definite, !mention.modifiers.isEmpty,
            mention.text.split(separator: " ").allSatisfy({ $0.first?.isUppercase == true || $0.count < 4 })
        else { return nil }
        let untitled = clusters.all.indices.filter { id in
            clusters.all[id].map { $0.type == .person && $0.isNamed && $0.roles.isEmpty && $0.mentions.count > 1 } ?? false
        }
        guard untitled.count == 1, let id = untitled.first else { return nil }
        let tree = document.trees[mention.sentence]
        let isBesideHim = clusters[id].mentions.contains { other in
            let mention = document.mentions[other]
            return mention.sentence == document.mentions[index].sentence
                && tree.governor(mention.head)?.head == tree.governor(document.mentions[index].head)?.head
        }
        return isBesideHim ? nil : id
    }

    private func matches(_ mention: Mention, _ role: Role) -> Bool {
        guard role.lemma == mention.lemma else { return false }
        if let one = mention.country?.code, let other = role.country, one != other { return false }
        let demonyms = { (words: Set<String>) in
            words.filter { word in tables.countries.country(forDemonym: word.capitalized) == nil && word.count > 2 }
        }
        let (own, theirs) = (demonyms(mention.modifiers).subtracting(weakModifiers), demonyms(role.modifiers).subtracting(weakModifiers))
        return own.isSubset(of: theirs) || theirs.isSubset(of: own) && !theirs.isEmpty
    }

    // MARK: A kind word for something named

    private func byMeaning(_ index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Int? {
        let mention = document.mentions[index]
        guard !mention.isPlural, mention.modifiers.subtracting(weakModifiers).isEmpty else { return nil }
        let wanted: (Cluster, Mention) -> Bool
        switch mention.lemma {
        case "country", "nation", "kingdom": wanted = { cluster, _ in cluster.isCountry }
        case "city", "town", "village", "capital": wanted = { cluster, mention in cluster.type == .place && mention.isNamed }
        case "area", "location", "site", "place", "building", "scene":
            guard document.trees[mention.sentence].children(of: mention.head).allSatisfy({ $0 < mention.head }) else { return nil }
            wanted = { cluster, other in
                other.form != .adjective && (cluster.type == .facility || cluster.type == .place && mention.lemma != "building")
            }
        case "man", "woman", "boy", "girl":
            wanted = { cluster, _ in cluster.type == .person && cluster.gender != nil && cluster.gender == mention.gender }
        case "government": return governedCountry(before: index, clusters)
        case let lemma where organizationNouns.contains(lemma):
            wanted = { cluster, other in
                cluster.isNamed && cluster.type == .organization
                    && (other.kind.first != .organization || other.lemma == lemma || other.name.count == 1
                        || firmNouns.contains(lemma) && isFirm(other))
            }
        default: return nil
        }
        let range = mention.lemma == "country" || mention.lemma == "nation" ? 4 : 3
        var best: (id: Int, score: Int)?
        for earlier in stride(from: index - 1, through: 0, by: -1) {
            let other = document.mentions[earlier]
            guard mention.sentence - other.sentence <= range else { break }
            guard let id = clusters.id(of: earlier), wanted(clusters[id], other), !overlap(mention, other), !other.isPronoun else {
                continue
            }
            let role = document.role(of: earlier)
            let score =
                -3 * (mention.sentence - other.sentence) + (role.hasPrefix("nsubj") ? 2 : 0) + (other.form == .adjective ? -1 : 0)
                + (mention.kind.first == .place ? min(clusters[id].mentions.count, 4) : 0)
            if best.map({ score > $0.score }) ?? true { best = (id, score) }
        }
        return best?.id ?? (firmNouns.contains(mention.lemma) ? foremostFirm(before: index, document, clusters) : nil)
    }

    /// The firm that the text has spoken of most so far.
    private func foremostFirm(before index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Int? {
        let firms = clusters.all.indices.compactMap { id -> (id: Int, count: Int)? in
            guard let cluster = clusters.all[id], cluster.type == .organization else { return nil }
            let before = cluster.mentions.filter { $0 < index }
            guard before.contains(where: { isFirm(document.mentions[$0]) && !overlap(document.mentions[$0], document.mentions[index]) })
            else { return nil }
            return (id, before.count)
        }
        return firms.max { ($0.count, -$0.id) < ($1.count, -$1.id) }?.id
    }

    /// "Acme Corp", "Acme Shipping Co".
    private func isFirm(_ mention: Mention) -> Bool {
        mention.type == .organization && FirmNames.isFirm(mention.name)
    }

    /// "The government" is that of the country which the text is about: the only one before, or one named more than twice as often as any other.
    private func governedCountry(before index: Int, _ clusters: Clusters) -> Int? {
        let counts = clusters.all.indices.compactMap { id -> (id: Int, count: Int)? in
            guard let cluster = clusters.all[id], cluster.isCountry else { return nil }
            let count = cluster.mentions.prefix { $0 < index }.count
            return count > 0 ? (id, count) : nil
        }.sorted { ($0.count, -$0.id) > ($1.count, -$1.id) }
        guard let first = counts.first, counts.count == 1 || first.count > 2 * counts[1].count else { return nil }
        return first.id
    }

    // MARK: Two at once

    /// The pair that "the two officials" or "both sides" stands for, each by a mention.
    func members(of index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> [Int] {
        let mention = document.mentions[index]
        guard mention.form == .description, mention.isPlural,
            mention.determiner == .definite || mention.modifiers.contains("both") || mention.determiner == .demonstrative
        else { return [] }
        let tree = document.trees[mention.sentence]
        let isTwo = mention.modifiers.contains("two") || tree.children(of: mention.head).contains { tree.lemma($0) == "both" }
        let isPerson = mention.kind.first == .person
        let isCountry = ["country", "nation", "side", "state", "government", "neighbour", "neighbor", "party", "capital"].contains(
            mention.lemma)
        guard isTwo && (isPerson || isCountry) || isPerson && pairNouns.contains(mention.lemma) else { return [] }
        guard mention.modifiers.subtracting(["two", "both"]).isEmpty else { return [] }
        func fits(_ id: Int) -> Bool {
            isPerson ? clusters[id].type == .person && clusters[id].isNamed : clusters[id].isCountry
        }
        let reach = isTwo ? 40 : 2
        let sentences = stride(from: mention.sentence, through: max(0, mention.sentence - reach), by: -1)
        for areJoined in [true, false] {
            for sentence in sentences where areJoined || mention.sentence - sentence <= 3 {
                if let pair = pair(in: sentence, before: index, areJoined: areJoined, document, clusters, fits) { return pair }
            }
        }
        return []
    }

    /// Two that a sentence joins: by "and", or as subject and object of one verb.
    private func pair(
        in sentence: Int, before index: Int, areJoined: Bool, _ document: DocumentMentions, _ clusters: Clusters, _ fits: (Int) -> Bool
    )
        -> [Int]?
    {
        let tree = document.trees[sentence]
        var byVerb: [Int: [Int]] = [:]
        for earlier in document.indices(inSentence: sentence) where earlier < index && document.mentions[earlier].form != .adjective {
            let head = document.mentions[earlier].head
            guard let id = clusters.id(of: earlier), fits(id), let governor = tree.governor(head) else { continue }
            let key = areJoined ? tree.firstConjunct(of: head) : governor.head
            if !(byVerb[key]?.contains { clusters.id(of: $0) == id } ?? false) { byVerb[key, default: []].append(earlier) }
        }
        return byVerb.keys.sorted().compactMap { byVerb[$0] }.first { $0.count == 2 }
    }
}

/// Modifiers that tell nothing of who is meant.
let weakModifiers: Set<String> = [
    "same", "very", "own", "said", "whole", "entire", "two", "three", "both", "other", "then", "late", "current", "former",
]

private let organizationNouns: Set<String> = [
    "group", "organization", "organisation", "company", "firm", "agency", "body", "bloc", "outlet", "newspaper", "club", "team", "party",
    "movement",
    "militia", "alliance", "institution", "network", "broadcaster", "bank", "airline", "maker", "giant", "ministry", "department", "union",
    "court", "council",
    "committee", "commission", "paper", "magazine", "corporation", "manufacturer", "carrier", "foundation", "university", "association",
]
/// Words for a firm of any trade.
private let firmNouns: Set<String> = ["company", "firm", "corporation", "group", "manufacturer", "maker", "carrier", "giant", "concern"]

private let pairNouns: Set<String> = ["minister", "leader", "president", "diplomat", "official"]
