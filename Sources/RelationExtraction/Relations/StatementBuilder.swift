import KnowledgeGraph
import TextAnalysis

/// Makes a statement of a candidate: adds its qualifiers, evidence and id.
struct StatementBuilder {
    let document: ExtractionDocument
    let context: SentenceContext
    let attributions: AttributionQualifier
    /// The last date that a sentence before told.
    let carriedDate: StatementDate?

    func statement(_ candidate: RelationCandidate) -> Statement {
        let tree = context.tree
        let proposition = candidate.proposition
        let spoken = isPresupposed(proposition) ? .actual : StatusQualifier(context).status(of: proposition)
        let status = spoken == .denied ? spoken : candidate.status ?? spoken
        let circumstances = Circumstances(context)
        let taken = [candidate.subject.head, candidate.object.head]
        let predicate = predicate(of: proposition)
        let span = tree.sentence.span
        return Statement(
            id: StatementIdentity.id(
                document: document.article.id, relation: candidate.type.name, status: status,
                spans: [tree.span(of: candidate.subject.tokens), predicate.span, tree.span(of: candidate.object.tokens)],
                actors: [context.actor(candidate.subject), context.actor(candidate.object)]),
            document: document.article.id, subject: participant(candidate.subject), relation: candidate.type.name,
            relationClass: candidate.type.relationClass,
            mode: candidate.mode ?? circumstances.mode(of: proposition, candidate.type.relationClass),
            object: participant(candidate.object), isSymmetric: candidate.type.isSymmetric, status: status, predicate: predicate,
            attribution: attributions.attribution(of: proposition, sentence: context.index),
            date: date(of: proposition, status: status), place: circumstances.place(of: proposition, without: taken),
            topic: circumstances.topic(candidate.topic, of: EventFrame(proposition, in: context), without: taken),
            quantities: circumstances.quantities(of: proposition),
            evidence: Evidence(sentence: document.article.text(in: span), index: context.index, span: span),
            confidence: confidence(candidate), rule: candidate.rule, detail: candidate.detail)
    }

    /// Whose minister somebody is called is so, whatever he may, will or did not do; whose he "will be" is not yet.
    private func isPresupposed(_ proposition: Proposition) -> Bool {
        switch proposition.kind {
        case .title, .apposition, .possessive: !proposition.isNegated && !context.tree.hasChild(proposition.predicate, .cop)
        case .verb, .noun, .adjective, .lightVerb, .copula: false
        }
    }

    private func participant(_ mention: ActorMention) -> Participant {
        let span = context.tree.span(of: mention.tokens)
        return Participant(actor: context.actor(mention), mention: TextSpan(text: document.article.text(in: span), span: span))
    }

    private func predicate(of proposition: Proposition) -> Statement.Predicate {
        let tree = context.tree
        let words = proposition.predicateTokens.isEmpty ? [proposition.predicate] : proposition.predicateTokens
        // A phrase with other words inside is quoted by its main part, so that the span is the text.
        let run = words.last.map { $0 - (words.first ?? $0) + 1 == words.count } == true ? words : [proposition.predicate]
        let span = tree.span(of: run[0]..<run[run.count - 1] + 1)
        return Statement.Predicate(text: document.article.text(in: span), lemma: proposition.lemma, span: span)
    }

    private func date(of proposition: Proposition, status: Status) -> StatementDate? {
        let dates = DateQualifier(context: context, documentDate: document.date, toldDate: carriedDate?.start)
        if let date = dates.spokenDate(of: proposition, status: status) {
            return date
        }
        switch proposition.kind {
        case .verb, .noun, .lightVerb, .adjective: break
        case .copula, .title, .apposition, .possessive: return documentDate
        }
        if status == .actual, var date = carriedDate {
            date.source = .context
            return date
        }
        return documentDate
    }

    private var documentDate: StatementDate? {
        document.date.map { StatementDate(start: $0, end: $0, precision: .day, text: nil, source: .document) }
    }

    private func confidence(_ candidate: RelationCandidate) -> Double {
        let mentions = [candidate.subject, candidate.object].map { mention -> Double in
            switch mention.form {
            case .name: 1
            case .adjective: 0.97
            case .description: 0.92
            case .pronoun: 0.85
            }
        }
        let value = candidate.confidence * candidate.proposition.confidence * mentions[0] * mentions[1]
        return (value * 100).rounded() / 100
    }
}
