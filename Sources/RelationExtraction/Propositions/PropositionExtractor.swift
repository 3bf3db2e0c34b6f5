public import TextAnalysis

/// Finds what each sentence says: predicates with their arguments, from learned semantic roles and the dependency tree.
///
/// ```swift
/// let propositions = PropositionExtractor().propositions(in: sentence)   // "Lavrov met Rubio." → meet(ARG0: Lavrov, ARG1: Rubio)
/// ```
public struct PropositionExtractor: ExtractionStage {
    public let name = "propositions"
    public let requires: Set<ExtractionLayer> = [.sentences]
    public let provides: ExtractionLayer = .propositions

    public init() {}

    public func run(on document: inout ExtractionDocument) {
        document.propositions = document.sentences.map { propositions(in: $0) }
    }

    /// What the sentence says, in order of the predicates. Roughly linear in the number of words for sentences of ordinary depth.
    public func propositions(in sentence: Sentence) -> [Proposition] {
        propositions(in: SentenceTree(sentence))
    }

    func propositions(in tree: SentenceTree) -> [Proposition] {
        let light = tree.lightVerbPropositions()
        // A light verb and its noun are one proposition, not three.
        let carriers = Set(light.compactMap(\.lightVerb))
        let carried = Set(light.map(\.predicate))
        var found = light
        found += tree.verbPropositions().filter { !carriers.contains($0.predicate) }
        found += tree.nounPropositions().filter { !carried.contains($0.predicate) }
        found += tree.copulaPropositions()
        found += tree.descriptionPropositions()
        found.sort {
            ($0.predicate, $0.kind.order, $0.arguments.first?.token ?? 0) < ($1.predicate, $1.kind.order, $1.arguments.first?.token ?? 0)
        }
        return tree.withParents(found)
    }
}

extension SentenceTree {
    /// Tells each proposition which other one it is an argument of: the nearest that governs it in the tree, else the first.
    fileprivate func withParents(_ propositions: [Proposition]) -> [Proposition] {
        var candidates = [[Int]](repeating: [], count: sentence.tokens.count)
        for proposition in propositions
        where proposition.kind == .verb || proposition.kind == .lightVerb || proposition.kind == .noun || proposition.kind == .adjective {
            for argument in proposition.arguments where !argument.role.rawValue.hasPrefix("ARGM") {
                candidates[argument.token].append(proposition.predicate)
            }
        }
        return propositions.map { proposition in
            var proposition = proposition
            var words = [proposition.predicate]
            if let verb = proposition.lightVerb { words.append(verb) }
            words += words.map { firstConjunct(of: $0) }
            let parents = words.flatMap { candidates[$0] }.filter { $0 != proposition.predicate && $0 != proposition.lightVerb }
            proposition.parent =
                parents.first { parent in words.contains { head(of: $0) == parent } }
                ?? parents.first { parent in words.contains { isAncestor(parent, of: $0) } } ?? parents.first
            return proposition
        }
    }
}

extension Proposition.Kind {
    /// Order of the kinds, for predicates of one word.
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
