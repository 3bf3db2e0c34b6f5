import GraphFormats
import GraphQuery
import GraphStore
import Hummingbird

/// `/query`: see ``QueryPage``; `/query/rows.csv`: the same rows as a file.
struct QueryRoutes: RouteGroup {
    let services: ExplorerServices

    private static let longestQuery = 8_000

    func add(to router: Router<ExplorerContext>) {
        router.page("query", services) { fields in
            guard let query = try Self.query(fields) else { return QueryPage("", nil, services: services).response() }
            let outcome = try await run(query)
            var page = QueryPage(query, outcome, services: services)
            if !page.statementIDs.isEmpty {
                let ids = page.statementIDs
                let figure = try await services.read { store in
                    try GraphFigure(of: try store.statements(ids), title: "What the query found", relationLabels: services.relationLabels)
                }
                page.figure = try await FigurePart(figure, view: GraphView(), in: services.figures)
            }
            return page.response(status: page.queryTrouble == nil ? .ok : .badRequest)
        }
        router.page("query/rows.csv", services) { fields in
            guard let query = try Self.query(fields) else { throw Problem.badRequest("`q` is missing: the query") }
            let result = try await run(query).mapError { Problem($0, in: query) }.get()
            return Response(
                status: .ok,
                headers: [.contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"rows.csv\""],
                body: .text(CSVRows.text(of: result)))
        }
    }

    private func run(_ query: String) async throws -> Result<QueryResult, QueryError> {
        let limits = QueryLimits(services.options.limits)
        return try await services.read { store in
            do {
                return .success(try PreparedQuery(query).run(on: store, limits: limits))
            } catch let error as QueryError {
                return .failure(error)
            }
        }
    }

    private static func query(_ fields: FormFields) throws(Problem) -> String? {
        guard let query = fields["q"] else { return nil }
        guard query.unicodeScalars.count <= longestQuery else {
            throw .badRequest("a query has \(longestQuery) characters at most here; longer ones can be sent to /api/v1/query")
        }
        // Browsers send lines with carriage returns, which would count in places of errors.
        return query.replacing("\r\n", with: "\n")
    }
}

/// The rows of a result as comma-separated values (RFC 4180).
private enum CSVRows {
    static func text(of result: QueryResult) -> String {
        var text = ""
        CSVRow.write(result.columns.map { CSVRow.text($0) }, to: &text)
        for row in result.rows { CSVRow.write(row.map { cell($0, of: result) }, to: &text) }
        return text
    }

    /// Numbers as they are; a minus sign would make a formula of other texts.
    private static func cell(_ value: Value, of result: QueryResult) -> String {
        switch value {
        case .null: ""
        case .integer, .float: result.text(of: value)
        default: CSVRow.text(result.text(of: value))
        }
    }
}
