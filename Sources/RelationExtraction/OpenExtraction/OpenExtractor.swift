public import TextAnalysis

/// Writes what a sentence says as tuples of its own words: relation phrase, subject, arguments.
///
/// ```swift
/// OpenExtractor().extractions(in: sentence)   // "Ada was sent to Rome in May." → (was sent to; Ada; Rome; in May)
/// ```
public struct OpenExtractor: Sendable {
    /// How much of each phrase is written.
    public var extent: PhraseExtent

    public init(extent: PhraseExtent = .full) {
        self.extent = extent
    }

    /// The sentence's extractions, in order of their predicates, without duplicates.
    public func extractions(in sentence: Sentence) -> [OpenExtraction] {
        var seen: Set<[String]> = []
        return drafts(in: sentence).compactMap { draft in
            let extraction = draft.written(in: sentence)
            guard !extraction.relation.isEmpty, !extraction.subject.isEmpty else { return nil }
            return seen.insert([extraction.relation, extraction.subject] + extraction.arguments).inserted ? extraction : nil
        }
    }

    func drafts(in sentence: Sentence) -> [ExtractionDraft] {
        let tree = SentenceTree(sentence)
        let propositions = PropositionExtractor().propositions(in: tree)
        var clauses: [Int: Proposition] = [:]
        for proposition in propositions where proposition.kind == .verb || proposition.kind == .lightVerb {
            clauses[proposition.lightVerb ?? proposition.predicate] = proposition
        }
        return propositions.flatMap { proposition -> [ExtractionDraft] in
            switch proposition.kind {
            case .verb: return clauseDrafts(for: proposition, in: tree, clauses: clauses)
            case .lightVerb:
                let isState = proposition.lightVerb.map { tree.relation($0) == .cop } ?? false
                return isState ? copularDrafts(for: proposition, in: tree) : clauseDrafts(for: proposition, in: tree, clauses: clauses)
            case .adjective, .copula:
                // "became president": the verb has said it.
                if !tree.hasChild(proposition.predicate, .cop), tree.head(of: proposition.predicate).map({ clauses[$0] != nil }) == true,
                    tree.relation(proposition.predicate) == .xcomp
                {
                    return []
                }
                return copularDrafts(for: proposition, in: tree)
            case .title, .apposition: return descriptionDrafts(for: proposition, in: tree)
            case .possessive: return possessionDrafts(for: proposition, in: tree)
            case .noun: return nominalDrafts(for: proposition, in: tree)
            }
        }
    }
}
