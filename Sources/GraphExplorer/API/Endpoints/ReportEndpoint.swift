import GraphFormats
import Hummingbird

extension Endpoint {
    static let report = Endpoint(
        path: "report", summary: "A report to read: who did what to whom, with a figure and the sentence behind every statement",
        details:
            "One HTML file that needs nothing else, to be kept: it is sent as a download. `around`, `hops`, `speaker`, `top`, `cluster` and `timeline` change its "
            + "figure only; it has all statements that the filters let pass, up to `limit`.",
        fields: QueryField.view + [
            QueryField(name: "title", summary: "the report's title", kind: .text(longest: 300), example: "The harbour strike"),
            limit,
        ],
        answers: [.text("text/html")], problems: [.notFound, .conflict, .unprocessableContent], isWatched: true
    ) { request in
        let view = try GraphView(request.fields), most = request.number(limit, default: 1_000), services = request.services
        let title = request.fields["title"]
        let report = try await services.export { store in
            let figure = try GraphFigure(view, in: store, relationLabels: services.relationLabels)
            let statements = try GraphFigure.statements(view, in: store).statements
            var options = figure.options
            // Nobody stands in the middle of nothing, such as when all that passes is speech, which is never drawn.
            if figure.isEmpty { options.around = nil }
            return try IllustratedReport(
                statements: figure.isEmpty ? [] : statements, options: options, where: view.filter, title: title,
                mostStatements: most, in: store)
        }
        let picture = try await report.picture(in: services.figures)
        let page = try await services.export { _ in
            var page = ""
            try HTMLReport().write(report.report, figure: picture, to: &page)
            return page
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/html; charset=utf-8", .contentDisposition: "attachment; filename=\"newsgraph-report.html\""],
            body: .text(page))
    }

    private static let limit = QueryField.limit(of: 1...ReportOptions.usualLimit, standard: 1_000)
}
