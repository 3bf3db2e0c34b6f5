import KnowledgeGraph

/// One statement for each fact of a document: the same actors, relation, status and day said again is the same fact.
enum Deduplication {
    static func distinct(_ statements: [Statement]) -> [Statement] {
        var position: [Fact: Int] = [:]
        var kept: [Statement] = []
        for statement in statements {
            let fact = Fact(statement)
            if let index = position[fact] {
                if isFuller(statement, than: kept[index]) { kept[index] = statement }
            } else {
                position[fact] = kept.count
                kept.append(statement)
            }
        }
        return kept
    }

    /// A later report takes the place of an earlier one only when that one was found far less surely.
    private static func isFuller(_ new: Statement, than old: Statement) -> Bool { new.confidence > old.confidence + 0.3 }

    private struct Fact: Hashable {
        var first, second, relation: String
        var status: Status
        var day: CalendarDate?

        init(_ statement: Statement) {
            let ids = [statement.subject.actor.id, statement.object.actor.id]
            let ordered = statement.isSymmetric ? ids.sorted() : ids
            (first, second) = (ordered[0], ordered[1])
            // What was done may differ where only the verb tells.
            relation = statement.relation == "other" ? "other/\(statement.predicate.lemma)" : statement.relation
            status = statement.status
            // Titles and other states are the same whenever they are told.
            day = statement.relationClass == .state || statement.date?.source != .text ? nil : statement.date?.start
        }
    }
}
