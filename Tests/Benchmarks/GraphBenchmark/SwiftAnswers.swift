import GraphStore
import KnowledgeGraph

/// Asks the store through the typed API, without queries.
struct SwiftAnswers: Answers {
    let store: GraphStore
    let commits: [InventedNews.Entry]

    func answer(_ question: Question) throws -> Answer? {
        let arguments = question.arguments
        switch question.task {
        case .statements:
            let found = try store.statements(of: arguments.actor.given("actor"))
            return { found.map(Self.row) }
        case .twoHops:
            let found = try twoHops(from: arguments.actor.given("actor"), where: arguments.filter())
            return { found.map { [.text($0.actor), .number($0.contacts)] } }
        case .path, .filteredPath, .pathAfterCommit:
            let found = try store.shortestPaths(
                from: arguments.from.given("from"), to: arguments.to.given("to"), maximumLength: arguments.longest.given("longest"),
                where: arguments.filter(), limit: 1)
            return {
                found.map { path in
                    [.list(path.actors.map { .text($0.id) }), .list(path.steps.flatMap(\.statements).map { .text($0.id) })]
                }
            }
        case .commit:
            let commit = commits[try arguments.number.given("number")]
            try store.add(commit.document, statements: commit.statements)
            return { [] }
        case .topTen:
            let found = try store.topActors(limit: 10, where: arguments.filter())
            return { found.map { [.text($0.actor.id), .number(Int($0.score))] } }
        case .fullText:
            // `search` gives the best matches first, not the newest.
            return nil
        }
    }

    /// The 50 whom most contacts of the actor have had contact with.
    private func twoHops(from actor: String, where filter: StatementFilter) throws -> [(actor: String, contacts: Int)] {
        func contacts(of actor: String) throws -> Set<String> {
            Set(
                try store.statements(of: actor, where: filter).map { statement in
                    let (subject, object) = (statement.subject.actor.id, statement.object.actor.id)
                    return subject == actor ? object : subject
                })
        }
        var counts: [String: Int] = [:]
        for contact in try contacts(of: actor) {
            for found in try contacts(of: contact) where found != actor { counts[found, default: 0] += 1 }
        }
        let ranked = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
        return ranked.prefix(50).map { ($0.key, $0.value) }
    }

    private static func row(_ statement: Statement) -> [Cell] {
        [
            .text(statement.id), .text(statement.date?.start.description ?? ""), .text(statement.subject.actor.id),
            .text(statement.relation),
            .text(statement.object.actor.id), .text(statement.status.rawValue), .text(statement.evidence.sentence),
        ]
    }
}

extension Question.Arguments {
    /// What the question lets pass.
    fileprivate func filter() throws -> StatementFilter {
        StatementFilter(
            relations: Set(relations ?? []), statuses: try Set((statuses ?? []).map { try Status(rawValue: $0).given("a status") }),
            since: try since.map { try CalendarDate(iso8601: $0).given("the first day") },
            until: try until.map { try CalendarDate(iso8601: $0).given("the last day") })
    }
}
