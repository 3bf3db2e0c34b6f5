import GraphFormats
import GraphStore
import KnowledgeGraph

extension Tool {
    private static let limit = QueryField.limit(of: 1...100, standard: 20)

    static let who = Tool(
        name: "who", title: "What an actor did, and what was done to it",
        details: """
            Use this for questions about one actor, or about two of them (with): meetings, agreements, attacks, offices and so on, newest first. \
            Narrow it by class, relation, status and dates. Gives statements with their sentences, and a cursor for more.
            """,
        fields: [
            QueryField(
                name: "actor", summary: "an actor's id, or its name", kind: .text(longest: QueryField.longestID), isRequired: true),
            QueryField(
                name: "with", summary: "only what joins it to this actor, by id or name", kind: .text(longest: QueryField.longestID)),
        ] + QueryField.filters + [limit, QueryField(name: "cursor", summary: "from the answer before", kind: .text(longest: 100))],
        answer: .record([
            "actor": ToolStatement.actor, "with": .optional(ToolStatement.actor), "total": .described(.count, "of the actor that fit"),
            "statements": .list(ToolStatement.schema), "cursor": .described(.textOrNull, "for more; null after the last"),
            "notes": .list(.text),
        ])
    ) { call in
        let fields = call.fields, filter = try fields.filter(), limit = call.number(limit, default: 20),
            labels = call.services.relationLabels
        let cursor = try fields["cursor"].map { text throws(Problem) in
            guard let cursor = PageCursor(text) else {
                throw .badRequest("`cursor` is none that this server gave; take it from the answer before")
            }
            return cursor
        }
        return try await call.services.read { store in
            let match = try store.actor(named: fields["actor"] ?? "")
            let other = try fields["with"].map { try store.actor(named: $0) }
            let page = try store.page(of: match.actor.id, with: other?.actor.id, where: filter, after: cursor, limit: limit)
            let total = try store.statementCount(of: match.actor.id, where: filter)
            let statements = try ToolStatement.all(page.statements, in: store, labels: labels)
            var notes = [match, other].compactMap(\.self).compactMap(\.note)
            if page.next != nil { notes.append("there are more: call again with this cursor, or narrow the question") }
            if statements.isEmpty { notes.append("nothing fits; leave out class, relation, status or dates") }
            return .object { json in
                json.key("actor", match.actor)
                json.key("with") { $0.optional(other?.actor) { $0.write($1) } }
                json.key("total", total)
                json.key("statements", statements)
                json.key("cursor", page.next?.text)
                json.key("notes", notes)
            }
        }
    }
}

extension ActorMatch {
    /// That a name was taken for an actor, unless it is the very one.
    var note: String? {
        guard query != actor.name, query != actor.id else { return nil }
        return "“\(query.shortened(to: 100))” was taken for \(actor.name) (\(actor.id))"
    }
}
