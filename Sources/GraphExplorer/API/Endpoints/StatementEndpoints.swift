import GraphFormats
import GraphStore
import KnowledgeGraph

extension Endpoint {
    static let statements = Endpoint(
        path: "statements", summary: "Statements with their sentences, newest first",
        details: "What is added between two pages moves nothing: none comes twice or is left out.",
        fields: [
            QueryField(
                name: "actor", summary: "only those that this actor takes part in, by id or name",
                kind: .text(longest: QueryField.longestID), example: "person/ida-holm"),
            QueryField(
                name: "with", summary: "only those that have this actor too, by id or name", kind: .text(longest: QueryField.longestID),
                example: "Bruno Salvi"),
        ] + QueryField.filters + [.limit, .cursor],
        answers: [.json(.reference("StatementList"))], problems: [.notFound, .conflict]
    ) { request in
        let fields = request.fields, filter = try fields.filter(), limit = request.number(.limit, default: 50)
        let cursor = try fields["cursor"].map { text throws(Problem) in
            guard let cursor = PageCursor(text) else { throw .noCursor }
            return cursor
        }
        let (json, next) = try await request.services.read { store in
            let actor = try fields["actor"].map { try store.actor(named: $0).actor.id }
            let other = try fields["with"].map { try store.actor(named: $0).actor.id }
            let page = try store.page(of: actor, with: other, where: filter, after: cursor, limit: limit)
            let next = page.next.map { request.address(after: $0.text) }
            return (JSONText.text { $0.page("statements", page.statements, next: next) { JSONLines.write($1, to: &$0) } }, next)
        }
        return .json(json, next: next)
    }

    static let statement = Endpoint(
        path: "statement", summary: "One statement, with its document and the rule that found it",
        fields: [
            QueryField(
                name: "id", summary: "the statement's id", kind: .text(longest: QueryField.longestID), isRequired: true,
                example: "7f3a9c1e52d0b8aa")
        ],
        answers: [.json(.reference("StatementAnswer"))], problems: [.notFound]
    ) { request in
        let id = request.fields["id"] ?? ""
        return .json(
            try await request.services.read { [catalogue = request.services.catalogue] store in
                guard let statement = try store.statement(id) else { throw Problem.notFound("no statement has this id") }
                let document = try store.documentDetails(statement.document) ?? DocumentDetails(id: statement.document)
                let rule = catalogue?.description(ofRule: statement.rule)
                return JSONText.text { json in
                    json.object { json in
                        json.key("statement") { JSONLines.write(statement, to: &$0) }
                        json.key("document") { $0.write(document) }
                        json.key("rule") { $0.optional(rule) { $0.write($1) } }
                    }
                }
            })
    }
}
