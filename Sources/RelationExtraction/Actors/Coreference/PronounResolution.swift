import KnowledgeGraph
import TextAnalysis

/// Finds whom a pronoun stands for: agreement rules candidates out, salience ranks those that are left.
///
/// The features are those of Lappin and Leass (1994): recency, grammatical role, frequency, parallel role.
struct PronounResolution {
    let tables: ActorTables

    /// Cluster of the best antecedent; nil when nothing before the pronoun fits.
    func antecedent(of index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Int? {
        candidates(of: index, document, clusters).max { ($0.score, $0.mention) < ($1.score, $1.mention) }.flatMap {
            $0.score > threshold ? $0.cluster : nil
        }
    }

    struct Candidate {
        var cluster: Int
        var mention: Int
        var score: Double
    }

    func candidates(of index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> [Candidate] {
        let pronoun = document.mentions[index]
        var best: [Int: Candidate] = [:]
        for earlier in stride(from: index - 1, through: 0, by: -1) {
            let other = document.mentions[earlier]
            let distance = pronoun.sentence - other.sentence
            if distance > reach { break }
            guard let id = clusters.id(of: earlier), best[id] == nil || best[id]?.mention == earlier else { continue }
            guard agrees(pronoun, other, clusters[id]), !isBarred(index, earlier, document, clusters) else { continue }
            best[id] = Candidate(cluster: id, mention: earlier, score: score(index, earlier, clusters[id], document))
        }
        return best.values.sorted { $0.mention > $1.mention }
    }

    // MARK: Agreement

    private func agrees(_ pronoun: Mention, _ other: Mention, _ cluster: Cluster) -> Bool {
        if pronoun.isQuoted != other.isQuoted, other.isPronoun, other.person != 3 { return false }
        switch pronoun.lemma {
        case "he", "him", "his", "himself": return cluster.type == .person && !cluster.isPlural && cluster.gender != .feminine
        case "she", "her", "hers", "herself": return cluster.type == .person && !cluster.isPlural && cluster.gender != .masculine
        case "it", "its", "itself":
            return cluster.type != .person && !cluster.isPlural && cluster.type != .group || (cluster.type == .group && !cluster.isPlural)
        default:
            if cluster.type == .person, !cluster.isPlural { return false }
            return cluster.isPlural || cluster.type == .organization || cluster.type == .group
                || cluster.type == .country && other.form != .adjective
        }
    }

    /// A pronoun and its antecedent are not arguments of one verb, unless the pronoun is reflexive or a possessive; nor does one contain the other.
    private func isBarred(_ index: Int, _ earlier: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Bool {
        let (pronoun, other) = (document.mentions[index], document.mentions[earlier])
        guard pronoun.sentence == other.sentence else { return false }
        let tree = document.trees[pronoun.sentence]
        if other.tokens.contains(pronoun.head), other.head > pronoun.head || other.form != .name {
            return other.head > pronoun.head || !isPossessive(tree, pronoun.head) || true
        }
        if isPossessive(tree, pronoun.head) { return false }
        if pronoun.lemma.hasSuffix("self") || pronoun.lemma.hasSuffix("selves") { return false }
        guard let one = tree.governor(pronoun.head), let two = tree.governor(other.head) else { return false }
        return one.head == two.head && tree.label(other.head) != "nmod:poss"
    }

    private func isPossessive(_ tree: SentenceTree, _ token: Int) -> Bool { tree.label(token) == "nmod:poss" }

    // MARK: Salience

    private func score(_ index: Int, _ earlier: Int, _ cluster: Cluster, _ document: DocumentMentions) -> Double {
        let (pronoun, other) = (document.mentions[index], document.mentions[earlier])
        let distance = pronoun.sentence - other.sentence
        let (role, own) = (document.role(of: earlier), document.role(of: index))
        var score = -1.2 * Double(distance)
        if distance == 0 { score -= 0.02 * Double(pronoun.head - other.head) }
        switch role.prefix(while: { $0 != ":" }) {
        case "nsubj": score += 1.6
        case "obj", "iobj": score += 0.6
        case "obl": score += 0.2
        case "nmod": score += role == "nmod:poss" ? 0.5 : -0.4
        case "conj", "root": score += 0.3
        case "compound", "amod": score -= 0.8
        default: break
        }
        if role == own { score += 0.5 }
        if other.isPronoun { score += other.lemma.first == pronoun.lemma.first ? 1.2 : -0.3 }
        if cluster.isNamed { score += 0.6 }
        if cluster.type == .person || cluster.type == .organization || cluster.isCountry { score += 0.4 }
        if pronoun.lemma.hasPrefix("it"), cluster.type == .thing, other.kind.first == .abstract { score -= 0.3 }
        if pronoun.isPlural, !cluster.isPlural { score -= 1.2 }
        if cluster.gender != nil, pronoun.gender == cluster.gender { score += 0.6 }
        score += 0.15 * Double(min(cluster.mentions.prefix { $0 < index }.count, 6))
        if other.form == .adjective { score -= 1.0 }
        return score
    }
}

private let reach = 3
private let threshold = -3.0
