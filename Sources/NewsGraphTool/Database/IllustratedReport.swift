import GraphDrawing
import GraphFormats
import GraphStore
import KnowledgeGraph

/// A report of a store and its figure, whose boxes and lines lead to the report's pages.
struct IllustratedReport {
    let report: Report
    /// Nil when there is nothing to draw.
    let drawing: Drawing?
    /// What the figure leaves out.
    let notes: [String]

    init(
        _ figure: StoreFigure, where filter: StatementFilter, title: String?, mostStatements: Int = ReportOptions.usualLimit,
        in store: GraphStore
    ) throws {
        var figure = figure
        let diagram = try figure.drawing().diagram
        // What is drawn is printed too, so that every line leads to its sentences.
        let options = ReportOptions(
            title: title ?? figure.options.title ?? "Who did what to whom", relationLabels: figure.options.relationLabels,
            mostStatements: mostStatements, requiredStatements: Set(diagram.edges.flatMap { $0.statements.map(\.id) }))
        report = try store.withContents(where: filter) { Report(of: $0, options: options) }
        figure.options.links = report.links
        figure.options.statementLinks = report.statementLinks
        drawing = diagram.nodes.isEmpty ? nil : try figure.drawing()
        notes = diagram.notes
    }

    /// The figure for the report; nil when there is nothing to draw.
    func picture(file: String? = nil) async throws -> ReportFigure? {
        guard let drawing else { return nil }
        return ReportFigure(svg: String(decoding: try await drawing.render(as: .svg), as: UTF8.self), file: file, of: drawing.diagram)
    }
}
