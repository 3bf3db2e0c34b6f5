import GraphFormats
import GraphStore
import KnowledgeGraph

extension Endpoint {
    static let paths = Endpoint(
        path: "paths", summary: "The shortest chains of relations between two actors, each step with its statements",
        details: "Only statements that pass the filters are walked, so a longer chain of those is found.",
        fields: [
            QueryField(
                name: "from", summary: "where chains start: an actor's id or name", kind: .text(longest: QueryField.longestID),
                isRequired: true, example: "Marta Quell"),
            QueryField(
                name: "to", summary: "where they end", kind: .text(longest: QueryField.longestID), isRequired: true, example: "Kestria"),
            QueryField(name: "max", summary: "the longest chain to look for, in steps", kind: .number(1...8), standard: 6),
            .limit(of: 1...20, standard: 3),
        ] + QueryField.filters,
        answers: [.json(.reference("PathList"))], problems: [.notFound, .conflict], isWatched: true
    ) { request in
        let filter = try request.fields.filter(), limit = request.number(.limit, default: 3)
        let start = request.fields["from"] ?? "", end = request.fields["to"] ?? ""
        let longest = try request.fields.number("max", in: 1...8) ?? 6
        return .json(
            try await request.services.query { store in
                let start = try store.actor(named: start).actor, end = try store.actor(named: end).actor
                guard start.id != end.id else {
                    throw Problem.badRequest("`from` and `to` stand for one actor, \(start.id); give two")
                }
                let paths = try store.shortestPaths(
                    from: start.id, to: end.id, maximumLength: longest, where: filter, limit: limit)
                return JSONText.text { json in
                    json.object { json in
                        json.key("from", start)
                        json.key("to", end)
                        json.key("paths") { $0.array(paths) { $0.write($1) } }
                    }
                }
            })
    }
}
