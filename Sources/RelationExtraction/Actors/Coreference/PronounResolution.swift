import KnowledgeGraph
import TextAnalysis

/// Finds whom a pronoun stands for: agreement and binding rule candidates out, learnt weights rank those that are left.
struct PronounResolution {
    let weights: AntecedentWeights

    /// A cluster that agrees with the pronoun, by its nearest mention.
    struct Candidate {
        var cluster: Int
        var mention: Int
        var features: AntecedentFeatures
    }

    /// Cluster of the best antecedent; nil when the pronoun more likely has none, as "it" in "it rained".
    func antecedent(of index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Int? {
        let kind = AntecedentWeights.Kind(document.mentions[index])
        let candidates = candidates(of: index, document, clusters)
        if let speaker = speaker(of: index, document, clusters), candidates.contains(where: { $0.cluster == speaker }) { return speaker }
        var best: (cluster: Int, score: Double)?
        for candidate in candidates {
            let score = weights.score(candidate.features, kind)
            if best.map({ score > $0.score }) ?? true { best = (candidate.cluster, score) }
        }
        return best.flatMap { $0.score > weights.score(ExpletiveFeatures(pronoun: index, document), kind) ? $0.cluster : nil }
    }

    /// "The agency said it was responsible": the subject of what is said is most often who says it.
    private func speaker(of index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Int? {
        let pronoun = document.mentions[index]
        let tree = document.trees[pronoun.sentence]
        guard tree.relation(pronoun.head).isSubject, let clause = tree.head(of: pronoun.head), tree.relation(clause) == .ccomp,
            let verb = tree.head(of: clause), PropositionLexicon.speechVerbs.contains(tree.lemma(verb)),
            let subject = tree.child(of: verb, .nsubj), subject < pronoun.head,
            let mention = document.indices(inSentence: pronoun.sentence).first(where: { document.mentions[$0].head == subject })
        else { return nil }
        return clusters.id(of: mention)
    }

    /// Nearest first.
    func candidates(of index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> [Candidate] {
        let pronoun = document.mentions[index]
        let barred = barred(for: index, document, clusters)
        var seen: Set<Int> = []
        var found: [Candidate] = []
        for earlier in stride(from: index - 1, through: 0, by: -1) {
            let other = document.mentions[earlier]
            if pronoun.sentence - other.sentence > reach { break }
            guard let id = clusters.id(of: earlier), !barred.contains(id), !seen.contains(id) else { continue }
            seen.insert(id)
            guard agrees(pronoun, other, clusters[id]) else { continue }
            let features = AntecedentFeatures(pronoun: index, antecedent: earlier, clusters[id], rank: found.count, document)
            found.append(Candidate(cluster: id, mention: earlier, features: features))
        }
        return found
    }

    // MARK: Agreement

    private func agrees(_ pronoun: Mention, _ other: Mention, _ cluster: Cluster) -> Bool {
        if other.isPronoun, other.person != 3, cluster.mentions.count == 1 { return false }
        switch pronoun.lemma {
        case "he", "him", "his", "himself": return cluster.type == .person && !cluster.isPlural && cluster.gender != .feminine
        case "she", "her", "hers", "herself": return cluster.type == .person && !cluster.isPlural && cluster.gender != .masculine
        case "it", "its", "itself": return cluster.type != .person && !cluster.isPlural
        default: return cluster.isPlural || cluster.type != .person && [.organization, .group, .country].contains(cluster.type)
        }
    }

    /// Clusters with a mention that is an argument of the same verb or contains the pronoun, before or after it.
    private func barred(for index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Set<Int> {
        let pronoun = document.mentions[index]
        let tree = document.trees[pronoun.sentence]
        let isPossessive = tree.label(pronoun.head) == "nmod:poss"
        let isReflexive = pronoun.lemma.hasSuffix("self") || pronoun.lemma.hasSuffix("selves")
        let governor = tree.governor(pronoun.head)
        var barred: Set<Int> = []
        for other in document.indices(inSentence: pronoun.sentence) where other != index {
            let mention = document.mentions[other]
            guard let id = clusters.id(of: other), mention.form != .adjective else { continue }
            if mention.form != .pronoun,
                mention.tokens.contains(pronoun.head)
                    || tree.isAncestor(mention.head, of: pronoun.head) && isPossessive && governor?.head == mention.head
            {
                barred.insert(id)
            } else if !isPossessive, !isReflexive, let governor, tree.governor(mention.head)?.head == governor.head,
                tree.label(mention.head) != "nmod:poss"
            {
                barred.insert(id)
            }
        }
        return barred
    }
}

private let reach = 3
