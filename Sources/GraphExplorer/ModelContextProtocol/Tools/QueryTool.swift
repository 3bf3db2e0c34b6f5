import GraphFormats
import GraphQuery

extension Tool {
    private static let limit = QueryField.limit(of: 1...1_000, standard: 100)
    /// Bytes of the rows together.
    private static let mostBytes = 200_000

    static let query = Tool(
        name: "query", title: "Ask the graph in Cypher",
        details: """
            Use this for counts, rankings and patterns that who and path cannot answer. openCypher, reading only. Nodes are actors: labels :Person, :Country, \
            :Organization, :Group, :Place, :Facility, :Event, :Thing; properties id, name, type, aliases. Relationships are statements: the type is the relation \
            in capitals, such as :MET_WITH; properties id, relation, class, status, since, until, place, topic, speaker, confidence, sentence, document, \
            reports. Return r, or r.sentence, r.document, r.speaker and r.status, so that the answer has its evidence. \
            Example: MATCH (a:Person {name: $who})-[r]-(b) WHERE r.status = 'actual' RETURN b.name, r.sentence, r.document ORDER BY r.since DESC LIMIT 10
            """,
        fields: [
            QueryField(name: "cypher", summary: "the query", kind: .text(longest: 20_000), isRequired: true), limit,
        ],
        others: ["parameters": ["type": "object", "description": "values for $name"]],
        answer: .record([
            "columns": .list(.text), "rows": .list(["type": "object"], "an object with a member for each column"), "total": .count,
            "notes": .list(.text),
        ])
    ) { call in
        let text = call.fields["cypher"] ?? "", limit = call.number(limit, default: 100)
        guard let given = (call.arguments["parameters"] ?? [:]).members else {
            throw Problem.badRequest("`parameters` is an object: a value for each name")
        }
        let parameters = Dictionary(given.map { ($0.name, Value($0.value)) }, uniquingKeysWith: { first, _ in first })
        let limits = QueryLimits(call.services.options.limits)
        return try await call.services.query { store in
            do {
                let result = try PreparedQuery(text).run(on: store, parameters: parameters, limits: limits)
                return answer(result, limit: limit)
            } catch let error as QueryError {
                throw Problem(error, in: text)
            }
        }
    }

    private static func answer(_ result: QueryResult, limit: Int) -> JSONText {
        var rows: [JSONText] = []
        var bytes = 0
        for row in result.rows.prefix(limit) {
            var json = JSONText()
            json.write(row: row, of: result)
            bytes += json.text.utf8.count
            guard bytes <= mostBytes || rows.isEmpty else { break }
            rows.append(json)
        }
        var notes: [String] = []
        if rows.count < result.rows.count {
            notes.append(
                "\(rows.count) of \(result.rows.count) rows are shown; end the query in SKIP \(rows.count) LIMIT \(limit) for more, or return less of each row"
            )
        }
        if !result.rows.isEmpty, result.relationships.isEmpty, !result.columns.contains(where: { $0.lowercased().contains("sentence") }) {
            notes.append("these rows have no sentences: return r, or r.sentence and r.document, to have the evidence")
        }
        if result.rows.isEmpty { notes.append("nothing fits the query; names must be exact: search_actors gives ids") }
        return .object { json in
            json.key("columns", result.columns)
            json.key("rows") { $0.array(rows) { $0.write($1) } }
            json.key("total", result.rows.count)
            json.key("notes", notes)
        }
    }
}
