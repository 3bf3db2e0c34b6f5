import GraphQuery
import GraphStore
import KnowledgeGraph

/// Asks in openCypher; documents are committed through the store, since queries only read.
struct CypherAnswers: Answers {
    let store: GraphStore
    let commits: [InventedNews.Entry]

    func answer(_ question: Question) throws -> Answer? {
        if question.task == .commit {
            let commit = commits[try question.arguments.number.given("number")]
            try store.add(commit.document, statements: commit.statements)
            return { [] }
        }
        let result = try PreparedQuery(text(question)).run(on: store, parameters: parameters(question.arguments))
        return { try result.rows.map { try $0.map(cell) } }
    }

    private func text(_ question: Question) throws -> String {
        let arguments = question.arguments
        switch question.task {
        case .statements:
            return """
                MATCH (a {id: $actor})-[r]-(b)
                RETURN r.id, r.since, startNode(r).id, r.relation, endNode(r).id, r.status, r.sentence ORDER BY r.since DESC
                """
        case .twoHops:
            let types = try relationshipTypes(arguments)
            return """
                MATCH (a {id: $actor})-[r:\(types)]-(b)-[q:\(types)]-(c)
                WHERE date($since) <= r.since <= date($until) AND date($since) <= q.since <= date($until) AND c.id <> $actor
                RETURN c.id AS id, count(DISTINCT b) AS contacts ORDER BY contacts DESC, id LIMIT 50
                """
        case .path, .pathAfterCommit:
            return """
                MATCH p = shortestPath((a {id: $from})-[*..\(try arguments.longest.given("longest"))]-(b {id: $to}))
                RETURN [n IN nodes(p) | n.id], [r IN relationships(p) | r.id]
                """
        case .filteredPath:
            let steps = ":\(try relationshipTypes(arguments))*..\(try arguments.longest.given("longest"))"
            return """
                MATCH p = shortestPath((a {id: $from})-[\(steps)]-(b {id: $to}))
                WHERE all(r IN relationships(p) WHERE date($since) <= r.since <= date($until) AND r.status IN $statuses)
                RETURN [n IN nodes(p) | n.id], [r IN relationships(p) | r.id]
                """
        case .topTen:
            return """
                MATCH (a)-[r]-() WHERE date($since) <= r.since <= date($until)
                RETURN a.id AS id, count(r) AS degree ORDER BY degree DESC, id LIMIT 10
                """
        case .fullText:
            let words = try arguments.words.given("words")
            let condition = words.indices.map { "r.sentence CONTAINS $words[\($0)]" }.joined(separator: " AND ")
            return """
                MATCH ()-[r]->() WHERE \(condition) RETURN r.id AS id, r.since AS day, r.sentence ORDER BY day DESC, id LIMIT $limit
                """
        case .commit:
            throw BenchmarkError("queries only read")
        }
    }

    private func relationshipTypes(_ arguments: Question.Arguments) throws -> String {
        try arguments.relations.given("relations").map { $0.uppercased().replacing("-", with: "_") }.joined(separator: "|")
    }

    private func parameters(_ arguments: Question.Arguments) -> [String: Value] {
        let texts = [
            "actor": arguments.actor, "from": arguments.from, "to": arguments.to, "since": arguments.since, "until": arguments.until,
        ]
        let lists = ["statuses": arguments.statuses, "words": arguments.words]
        return texts.compactMapValues { $0.map(Value.string) }
            .merging(lists.compactMapValues { $0.map { .list($0.map(Value.string)) } }) { first, _ in first }
            .merging(["limit": arguments.limit].compactMapValues { $0.map(Value.integer) }) { first, _ in first }
    }

    private func cell(_ value: Value) throws -> Cell {
        switch value {
        case .string(let text): .text(text)
        case .integer(let number): .number(number)
        case .date(let date): .text(CalendarDate(daysSince1970: date.daysSince1970).description)
        case .list(let values): .list(try values.map(cell))
        default: throw BenchmarkError("no answer has a value such as \(value)")
        }
    }
}
