import GraphFormats
import GraphStore
import KnowledgeGraph

extension Tool {
    private static let limit = QueryField.limit(of: 1...10, standard: 3)
    private static let shownOfStep = 3

    static let path = Tool(
        name: "path", title: "How two actors are linked",
        details: """
            Use this for questions how two actors are connected, directly or through others. Gives the shortest chains of statements that fit; \
            of each step the \(shownOfStep) newest statements with their sentences.
            """,
        fields: [
            QueryField(
                name: "from", summary: "where chains start: an actor's id or name", kind: .text(longest: QueryField.longestID),
                isRequired: true),
            QueryField(name: "to", summary: "where they end", kind: .text(longest: QueryField.longestID), isRequired: true),
            QueryField(name: "max", summary: "the longest chain to look for, in steps", kind: .number(1...8), standard: 4), limit,
        ] + QueryField.filters,
        answer: .record([
            "from": ToolStatement.actor, "to": ToolStatement.actor,
            "paths": .list(
                .record([
                    "actors": .list(ToolStatement.actor),
                    "steps": .list(
                        .record([
                            "from": .text, "to": .text, "total": .described(.count, "statements of this step"),
                            "statements": .list(ToolStatement.schema),
                        ])),
                ])), "notes": .list(.text),
        ])
    ) { call in
        let fields = call.fields, filter = try fields.filter(), limit = call.number(limit, default: 3),
            labels = call.services.relationLabels
        let longest = try fields.number("max", in: 1...8) ?? 4
        return try await call.services.read { store in
            let start = try store.actor(named: fields["from"] ?? ""), end = try store.actor(named: fields["to"] ?? "")
            guard start.actor.id != end.actor.id else {
                throw Problem.badRequest("`from` and `to` stand for one actor, \(start.actor.name) (\(start.actor.id)); give two")
            }
            let paths = try store.shortestPaths(
                from: start.actor.id, to: end.actor.id, maximumLength: longest, where: filter, limit: limit)
            let shown = try paths.map { path in
                (
                    path,
                    try path.steps.map { step in
                        try ToolStatement.all(Array(step.statements.reversed().prefix(shownOfStep)), in: store, labels: labels)
                    }
                )
            }
            var notes = [start, end].compactMap(\.note)
            if paths.isEmpty { notes.append("no chain of \(longest) or fewer steps fits; raise max, or leave out filters") }
            if paths.contains(where: { $0.steps.contains { $0.statements.count > shownOfStep } }) {
                notes.append("who with both actors of a step gives all its statements")
            }
            return .object { json in
                json.key("from", start.actor)
                json.key("to", end.actor)
                json.key("paths") { json in
                    json.array(shown) { json, shown in
                        json.object { json in
                            json.key("actors") { $0.array(shown.0.actors) { $0.write($1) } }
                            json.key("steps") { json in
                                json.array(Array(zip(shown.0.steps, shown.1))) { json, step in
                                    json.object { json in
                                        json.key("from", step.0.from.id)
                                        json.key("to", step.0.to.id)
                                        json.key("total", step.0.statements.count)
                                        json.key("statements", step.1)
                                    }
                                }
                            }
                        }
                    }
                }
                json.key("notes", notes)
            }
        }
    }
}
