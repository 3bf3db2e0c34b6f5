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
        let tree = SentenceTree(sentence)
        let propositions = PropositionExtractor().propositions(in: tree)
        var seen: Set<[String]> = []
        return propositions.flatMap { drafts(for: $0, in: tree) }.compactMap { draft in
            let extraction = draft.written(in: sentence)
            guard !extraction.relation.isEmpty, !extraction.subject.isEmpty else { return nil }
            return seen.insert([extraction.relation, extraction.subject] + extraction.arguments).inserted ? extraction : nil
        }
    }

    private func drafts(for proposition: Proposition, in tree: SentenceTree) -> [ExtractionDraft] {
        switch proposition.kind {
        case .verb, .lightVerb: clauseDrafts(for: proposition, in: tree)
        case .adjective, .copula: copularDrafts(for: proposition, in: tree)
        case .title, .apposition: descriptionDrafts(for: proposition, in: tree)
        case .possessive: possessionDrafts(for: proposition, in: tree)
        case .noun: nominalDrafts(for: proposition, in: tree)
        }
    }
}
