import KnowledgeGraph
import TextAnalysis

/// Finds whom a pronoun stands for: agreement and binding rule candidates out, learnt weights rank those that are left.
struct PronounResolution {
    let weights: AntecedentWeights
    let quotes: QuotedSpeech

    /// A cluster that agrees with the pronoun, by its nearest mention.
    struct Candidate {
        var cluster: Int
        var mention: Int
        var features: AntecedentFeatures
    }

    /// Cluster of the best antecedent; nil when the pronoun more likely has none, as "it" in "it rained".
    func antecedent(of index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Int? {
        let kind = AntecedentWeights.Kind(document.mentions[index])
        if let bound = reflexive(index, document, clusters) { return bound }
        let found = candidates(of: index, document, clusters)
        // "It said …" has an antecedent, and one that can speak.
        let speakers = saysSomething(index, document) ? found.filter { maySpeak($0, document, clusters) } : []
        let candidates = speakers.isEmpty ? found : speakers
        if let speaker = speaker(of: index, document, clusters), candidates.contains(where: { $0.cluster == speaker }) { return speaker }
        var best: (cluster: Int, score: Double)?
        for candidate in candidates {
            let score = weights.score(candidate.features, kind)
            if best.map({ score > $0.score }) ?? true { best = (candidate.cluster, score) }
        }
        if !speakers.isEmpty { return best?.cluster }
        return best.flatMap {
            $0.score > weights.score(ExpletiveFeatures(pronoun: index, document, candidates: candidates.count), kind) ? $0.cluster : nil
        }
    }

    /// "Proclaimed himself": the subject of the verb; "the king himself": the king.
    private func reflexive(_ index: Int, _ document: DocumentMentions, _ clusters: Clusters) -> Int? {
        let pronoun = document.mentions[index]
        guard pronoun.isReflexive else { return nil }
        let tree = document.trees[pronoun.sentence]
        guard let governor = tree.governor(pronoun.head)?.head,
            let binder = tree.isVerb(governor) ? tree.understoodSubject(of: governor) : governor,
            let named = document.mention(pronoun.sentence, binder), case let mention = document.subject(ofPredicate: named) ?? named,
            let id = clusters.id(of: mention),
            agrees(pronoun, document.mentions[mention], clusters[id])
        else { return nil }
        return id
    }

    /// Whether the mention is the subject of an active verb of speech.
    private func saysSomething(_ index: Int, _ document: DocumentMentions) -> Bool {
        let mention = document.mentions[index]
        let tree = document.trees[mention.sentence]
        guard tree.label(document.anchor(of: index)) == "nsubj", let verb = tree.governor(mention.head)?.head else { return false }
        return PropositionLexicon.speechVerbs.contains(tree.lemma(verb)) && tree.isVerb(verb) && !tree.isPassive(verb)
    }

    /// Actors may, and what the text has say something already: "the report said".
    private func maySpeak(_ candidate: Candidate, _ document: DocumentMentions, _ clusters: Clusters) -> Bool {
        [.person, .organization, .country, .group].contains(clusters[candidate.cluster].type) || saysSomething(candidate.mention, document)
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
        let reach = pronoun.type == .person ? 6 : 3
        let speaker = quotes.speaker(pronoun.sentence, pronoun.head).flatMap { document.mention($0.sentence, $0.token) }
            .flatMap { clusters.id(of: $0) }
        var seen: Set<Int> = []
        var found: [Candidate] = []
        for earlier in stride(from: index - 1, through: 0, by: -1) {
            let other = document.mentions[earlier]
            if pronoun.sentence - other.sentence > reach { break }
            guard let id = clusters.id(of: earlier), !barred.contains(id), !seen.contains(id) else { continue }
            if let subject = document.subject(ofPredicate: earlier), let bearer = clusters.id(of: subject), bearer != id,
                agrees(pronoun, document.mentions[subject], clusters[bearer])
            {
                continue
            }
            seen.insert(id)
            guard agrees(pronoun, other, clusters[id]) else { continue }
            var features = AntecedentFeatures(pronoun: index, antecedent: earlier, clusters[id], rank: found.count, document)
            features[.isSpeaker] = id == speaker ? 1 : 0
            found.append(Candidate(cluster: id, mention: earlier, features: features))
        }
        compare(&found, index, document, clusters)
        return found
    }

    /// What can be told of a candidate only beside the others.
    private func compare(_ candidates: inout [Candidate], _ index: Int, _ document: DocumentMentions, _ clusters: Clusters) {
        func count(_ candidate: Candidate) -> Int { clusters[candidate.cluster].mentions.prefix { $0 < index }.count }
        if let most = candidates.map(count).max(), most > 1 {
            for number in candidates.indices where count(candidates[number]) == most { candidates[number].features[.mostFrequent] = 1 }
        }
        let pronoun = document.mentions[index]
        let alike = (0..<index).last {
            let other = document.mentions[$0]
            return other.isPronoun && other.gender == pronoun.gender && other.isPlural == pronoun.isPlural && other.type == pronoun.type
                && PersonalPronoun(other.lemma)?.isRelative == false && clusters.id(of: $0) != nil
        }
        if let alike, let id = clusters.id(of: alike), let number = candidates.firstIndex(where: { $0.cluster == id }) {
            candidates[number].features[.lastAlike] = 1
        }
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
            } else if !isPossessive, !pronoun.isReflexive, let governor, tree.governor(mention.head)?.head == governor.head,
                tree.label(mention.head) != "nmod:poss"
            {
                barred.insert(id)
            }
        }
        return barred
    }
}

extension Mention {
    fileprivate var isReflexive: Bool { isPronoun && (lemma.hasSuffix("self") || lemma.hasSuffix("selves")) }
}
