import GraphFormats
import GraphStore
import KnowledgeGraph

extension Endpoint {
    static let documents = Endpoint(
        path: "documents", summary: "The documents that statements come from, newest first", fields: [.limit, .cursor],
        answers: [.json(.reference("DocumentList"))]
    ) { request in
        let limit = request.number(.limit, default: 50)
        let cursor = try request.fields["cursor"].map { text throws(Problem) in
            guard let cursor = PageCursor(text) else { throw .noCursor }
            return cursor
        }
        let (json, next) = try await request.services.read { store in
            let page = try store.documentPage(after: cursor, limit: limit)
            let next = page.next.map { request.address(after: $0.text) }
            return (JSONText.text { $0.page("documents", page.documents, next: next) { $0.write($1) } }, next)
        }
        return .json(json, next: next)
    }

    static let document = Endpoint(
        path: "document", summary: "One document: its text, and the statements in it",
        details:
            "The text is as it was read: spans of its statements count its UTF-8 bytes. It is null for documents that only statements are known of.",
        fields: [
            QueryField(
                name: "id", summary: "the document's id", kind: .text(longest: QueryField.longestID), isRequired: true,
                example: "harbour-strike"),
            .limit,
        ],
        answers: [.json(.reference("DocumentAnswer"))], problems: [.notFound]
    ) { request in
        let id = request.fields["id"] ?? "", limit = request.number(.limit, default: 50)
        return .json(
            try await request.services.read { store in
                let document = try store.document(id)
                let details = try document?.details ?? store.documentDetails(id)
                let statements = try store.statements(inDocument: id, limit: limit + 1)
                guard details != nil || !statements.isEmpty else { throw Problem.notFound("no document has this id") }
                return JSONText.text { json in
                    json.object { json in
                        json.members(of: details ?? DocumentDetails(id: id))
                        json.key("text", document?.text)
                        json.key("statements", Array(statements.prefix(limit)))
                        json.key("hasMore") { $0.write(statements.count > limit) }
                    }
                }
            })
    }
}
