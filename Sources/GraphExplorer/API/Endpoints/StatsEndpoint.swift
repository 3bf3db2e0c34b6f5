import GraphFormats
import GraphStore

extension Endpoint {
    static let stats = Endpoint(path: "stats", summary: "How much is in the database", answers: [.json(.reference("Statistics"))]) {
        request in
        .json(
            try await request.services.read { store in
                let statistics = try store.statistics(), merges = try store.merges().count
                return JSONText.text { $0.write(statistics, merges: merges) }
            })
    }

    static let relations = Endpoint(
        path: "relations", summary: "The relations of the catalogue", answers: [.json(.reference("RelationList"))]
    ) { request in
        let types = request.services.catalogue?.types ?? []
        return .json(
            JSONText.text { json in
                json.object { json in
                    json.key("relations") { $0.array(types) { $0.write($1) } }
                }
            })
    }
}
