import KnowledgeGraph

/// Addresses of pages, as links have them.
enum PageAddress {
    static func actor(_ id: Actor.ID, _ view: GraphView = GraphView()) -> String {
        var query = QueryString()
        query.append("id", id)
        query.append(view.filter)
        return query.after("/actor")
    }

    static func statement(_ id: Statement.ID) -> String { address("/statement", "id", id) }

    static func document(_ id: String) -> String { address("/document", "id", id) }

    static func figure(_ view: GraphView) -> String { view.query.after("/figure") }

    /// The image alone, as programs have it.
    static func image(_ view: GraphView) -> String {
        var query = view.query
        query.append("format", "svg")
        return query.after("\(Endpoint.root)/figure")
    }

    static func search(_ words: String) -> String { address("/search", "q", words) }

    static func query(_ cypher: String) -> String { address("/query", "q", cypher) }

    static func path(from start: String?, to end: String?, _ filter: StatementFilter = .everything) -> String {
        var query = QueryString()
        query.append("from", start)
        query.append("to", end)
        query.append(filter)
        return query.after("/path")
    }

    private static func address(_ path: String, _ name: String, _ value: String) -> String {
        var query = QueryString()
        query.append(name, value)
        return query.after(path)
    }
}
