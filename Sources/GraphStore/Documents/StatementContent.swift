import KnowledgeGraph

extension GraphDocument {
    /// 32 hex digits that change with any field of the document or of the statements, or their order. O(n).
    func contentHash(of statements: [Statement]) -> String {
        var hash = ContentHash()
        hash.combine(contentHash)
        for statement in statements { hash.combine(statement) }
        return hash.hexDigits
    }
}

extension ContentHash {
    fileprivate mutating func combine(_ statement: Statement) {
        combine(statement.id)
        for side in [statement.subject, statement.object] {
            combine(side.actor.id)
            combine(side.actor.name)
            combine(side.actor.type.rawValue)
            combine(side.mention?.text)
            combine(side.mention?.span)
        }
        combine(statement.relation)
        combine(statement.relationClass.rawValue)
        combine(statement.isSymmetric ? "symmetric" : nil)
        combine(statement.status.rawValue)
        combine(statement.predicate.text)
        combine(statement.predicate.lemma)
        combine(statement.predicate.span)
        for text in [statement.mode, statement.place, statement.topic, statement.detail, statement.rule] { combine(text) }
        combine(statement.attribution?.name)
        combine(statement.attribution?.id)
        combine(statement.attribution?.verb)
        combine(statement.attribution?.span)
        combine(statement.date.map { "\($0.start) \($0.end) \($0.precision.rawValue) \($0.source.rawValue)" })
        combine(statement.date?.text)
        for quantity in statement.quantities {
            combine("\(quantity.value)")
            combine(quantity.unit)
            combine(quantity.text)
            combine(quantity.span)
        }
        combine("\(statement.evidence.index)")
        combine(statement.evidence.span)
        combine(statement.evidence.sentence)
        combine("\(statement.confidence)")
    }

    private mutating func combine(_ span: Range<Int>?) {
        combine(span.map { "\($0.lowerBound)-\($0.upperBound)" })
    }
}
