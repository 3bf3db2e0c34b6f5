import GraphDrawing
import GraphFormats
import Hummingbird

extension Endpoint {
    private enum Form: String, CaseIterable {
        case svg, png, pdf, dot, json
    }

    static let figure = Endpoint(
        path: "figure", summary: "A figure of a part of the graph",
        details:
            "SVG, PNG and PDF are images, `dot` is their text for Graphviz, and `json` has the SVG with the notes on what the figure leaves out. Boxes and lines "
            + "are links to pages of this server. Lines: dashed with a cross did not happen; dotted is planned, requested or only possible.",
        fields: QueryField.view + [
            QueryField(
                name: "format", summary: "the form of the figure", kind: .choice(Form.allCases.map(\.rawValue)), standard: "svg"),
            QueryField(
                name: "theme", summary: "the colours; a light SVG follows the reader's dark mode",
                kind: .choice(Theme.allCases.map(\.rawValue)), standard: "light"),
        ],
        answers: [
            .text("image/svg+xml"), .binary("image/png"), .binary("application/pdf"), .text("text/vnd.graphviz"),
            .json(.reference("Figure")),
        ],
        problems: [.notFound, .conflict, .unprocessableContent], isWatched: true
    ) { request in
        let view = try GraphView(request.fields), form = try request.fields.choice("format", Form.self) ?? .svg
        let theme = try request.fields.choice("theme", Theme.self) ?? .light
        let services = request.services
        let figure = try await services.read { store in
            try GraphFigure(view, in: store, relationLabels: services.relationLabels, theme: theme)
        }
        guard !figure.isEmpty else { throw Problem.notFound("no relation fits these fields; there is nothing to draw") }
        switch form {
        case .svg: return try await response(figure, .svg, services)
        case .png: return try await response(figure, .png, services)
        case .pdf: return try await response(figure, .pdf, services)
        case .dot:
            return Response(
                status: .ok, headers: [.contentType: "text/vnd.graphviz; charset=utf-8"], body: .text(figure.drawing.dot()))
        case .json:
            let svg = String(decoding: try await services.figures.image(of: figure, as: .svg), as: UTF8.self)
            return .json(
                JSONText.text { json in
                    json.object { json in
                        json.key("svg", svg)
                        json.key("notes", figure.notes)
                        json.key("nodes", figure.diagram.nodes.count)
                        json.key("edges", figure.diagram.edges.count)
                        json.key("statements", figure.statements.count)
                    }
                })
        }
    }

    private static func response(_ figure: GraphFigure, _ format: DrawingFormat, _ services: ExplorerServices) async throws -> Response {
        let image = try await services.figures.image(of: figure, as: format)
        return Response(status: .ok, headers: [.contentType: format.mediaType], body: .bytes(image))
    }
}
