package import GraphDrawing
package import GraphFormats
package import GraphStore
package import KnowledgeGraph

/// A report of a store and its figure, whose boxes and lines lead to the report's pages.
package struct IllustratedReport: Sendable {
    package let report: Report
    /// Nil when there is nothing to draw.
    package let drawing: Drawing?
    /// What the figure leaves out.
    package let notes: [String]
    private let options: DiagramOptions

    /// - Parameters:
    ///   - statements: what the figure is drawn from.
    ///   - filter: of what the report has.
    package init(
        statements: [Statement], options: DiagramOptions, where filter: StatementFilter, title: String?,
        mostStatements: Int = ReportOptions.usualLimit, in store: GraphStore
    ) throws {
        var options = options
        let diagram = try Diagram(statements, options: options)
        // What is drawn is printed too, so that every line leads to its sentences.
        let reportOptions = ReportOptions(
            title: title ?? options.title ?? "Who did what to whom", relationLabels: options.relationLabels,
            mostStatements: mostStatements, requiredStatements: Set(diagram.edges.flatMap { $0.statements.map(\.id) }))
        report = try store.withContents(where: filter) { contents in
            Report(of: WantedContents(contents) { !Task.isCancelled }, options: reportOptions)
        }
        options.links = report.links
        options.statementLinks = report.statementLinks
        self.options = options
        drawing = diagram.nodes.isEmpty ? nil : try Drawing(statements: statements, options: options)
        notes = diagram.notes
    }

    /// The figure for the report; nil when there is nothing to draw.
    package func picture(file: String? = nil) async throws -> ReportFigure? {
        guard let drawing else { return nil }
        return figure(of: drawing, svg: try await drawing.render(as: .svg), file: file)
    }

    /// The same, drawn by those who draw for a server.
    func picture(in renderer: FigureRenderer) async throws -> ReportFigure? {
        guard let drawing else { return nil }
        return figure(of: drawing, svg: try await renderer.image(of: drawing, options: options, as: .svg), file: nil)
    }

    private func figure(of drawing: Drawing, svg: [UInt8], file: String?) -> ReportFigure {
        ReportFigure(svg: String(decoding: svg, as: UTF8.self), file: file, of: drawing.diagram)
    }
}
