import GraphFormats
import GraphStore
import KnowledgeGraph

extension Endpoint {
    static let actors = Endpoint(
        path: "actors", summary: "Actors, those with most statements first",
        fields: [
            QueryField(
                name: "type", summary: "only actors of this type", kind: .choice(ActorType.allCases.map(\.rawValue)), example: "person"),
            .limit, .cursor,
        ],
        answers: [.json(.reference("ActorList"))]
    ) { request in
        let type = try request.fields.choice("type", ActorType.self), limit = request.number(.limit, default: 50)
        let cursor = try request.fields["cursor"].map { text throws(Problem) in try ListCursor(text) }
        let (json, next) = try await request.services.read { store in
            let all = try store.actors(type: type)
            let rest = cursor.map { cursor in all.drop { !$0.comes(after: cursor) } } ?? all[...]
            let shown = rest.prefix(limit)
            let names = try shown.map { try store.names(of: $0.actor.id) }
            let next = rest.count > limit ? shown.last.map { ListCursor(number: $0.statements, id: $0.actor.id) } : nil
            return (
                JSONText.text { json in
                    json.page("actors", Array(zip(shown, names)), next: next.map { request.address(after: $0.text) }) {
                        $0.write($1.0, names: $1.1)
                    }
                }, next
            )
        }
        return .json(json, next: next.map { request.address(after: $0.text) })
    }

    static let actor = Endpoint(
        path: "actor", summary: "One actor: its names and offices, and its statements in counts",
        details: "The filters change the counts. An actor that has been merged into another leads to that one.",
        fields: [
            QueryField(
                name: "id", summary: "the actor's id; a name, or part of one, is taken too", kind: .text(longest: QueryField.longestID),
                isRequired: true, example: "person/ida-holm"),
            QueryField(
                name: "counterparts", summary: "how many of those on the other side to give at most", kind: .number(1...500),
                standard: 50),
        ] + QueryField.filters,
        answers: [.json(.reference("ActorProfile"))], problems: [.notFound, .conflict]
    ) { request in
        let name = request.fields["id"] ?? "", filter = try request.fields.filter()
        let limit = try request.fields.number("counterparts", in: 1...500) ?? 50
        return .json(
            try await request.services.read { store in
                let actor = try store.actor(named: name).actor
                guard let profile = try store.profile(of: actor.id, where: filter, counterparts: limit) else {
                    throw Problem.notFound("no statement has this actor")
                }
                let names = try store.names(of: actor.id), merged = try store.actors(mergedInto: actor.id)
                let offices = try store.statements(of: actor.id, where: StatementFilter(relations: ["holds-office"]), limit: 50)
                return JSONText.text { json in
                    json.object { json in
                        json.members(of: profile.actor)
                        json.key("names", names)
                        json.key("merged", merged)
                        json.key("offices", offices.filter { $0.subject.actor.id == actor.id })
                        json.members(of: profile)
                    }
                }
            })
    }
}

extension ActorSummary {
    /// Whether it stands behind the place in the order of the list.
    fileprivate func comes(after cursor: ListCursor) -> Bool {
        statements == cursor.number ? actor.id > cursor.id : statements < cursor.number
    }
}

extension JSONText {
    /// A page of a list, with the address of the next.
    mutating func page<Element>(_ name: StaticString, _ elements: [Element], next: String?, _ body: (inout JSONText, Element) -> Void) {
        object { json in
            json.key(name) { $0.array(elements, body) }
            json.key("next", next)
        }
    }
}
