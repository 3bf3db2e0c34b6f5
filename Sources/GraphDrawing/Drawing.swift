public import GraphFormats
public import KnowledgeGraph

/// A diagram of statements as DOT, SVG, PNG or PDF.
///
/// ```swift
/// let drawing = try Drawing(statements: statements, options: DiagramOptions(title: "The harbour strike"))
/// let bytes = try await drawing.render(as: .svg)
/// drawing.diagram.notes   // what the figure leaves out, and how to see it
/// ```
/// Any number of tasks may draw at once; images are made one after another.
public struct Drawing: Sendable {
    public private(set) var diagram: Diagram
    private let links: [Actor.ID: String]
    private let statementLinks: [Statement.ID: String]

    public init(statements: some Sequence<Statement>, options: DiagramOptions = DiagramOptions()) throws(DiagramError) {
        diagram = try Diagram(statements, options: options)
        links = options.links
        statementLinks = options.statementLinks
    }

    /// The figure arranged for its sheet, when it is to have one: `diagram.notes` then tells of text too small to read there.
    ///
    /// Rendering does this by itself; it costs a few layouts, so fit first what is rendered more than once.
    public func fitted() async throws -> Drawing {
        guard let sheet = diagram.sheet, sheet.page == nil else { return self }
        var fitted = self
        fitted.diagram = try await SheetFit(diagram, on: sheet.size, measure: Drawing.extent).fitted()
        return fitted
    }

    /// The text that is laid out; a `.dot` file of it gives the same figure.
    public func dot() -> String { diagram.dot() }

    /// The image's bytes. SVG and PNG are the same on every run with the same fonts and Graphviz.
    public func render(as format: DrawingFormat) async throws -> [UInt8] {
        try await image(as: format).bytes
    }

    /// The image with what Graphviz reported: our own text should never cause a warning.
    func image(as format: DrawingFormat) async throws -> Graphviz.Image {
        let fitted = try await fitted()
        let diagram = fitted.diagram
        var image = try await Drawing.draw(fitted.dot(), engine: diagram.layout.engine, format: format)
        switch format {
        case .svg:
            let svg = String(decoding: image.bytes, as: UTF8.self)
            image.bytes = Array(SVGFinish(diagram, links: links, statementLinks: statementLinks).finished(svg).utf8)
        case .pdf:
            PDFDate.remove(from: &image.bytes)
        case .png:
            break
        }
        return image
    }

    /// As Graphviz says it in its SVG, whichever way that is made.
    private static func extent(of diagram: Diagram) async throws -> SheetFit.Extent {
        let svg = String(decoding: try await draw(diagram.sketch(), engine: diagram.layout.engine, format: .svg).bytes, as: UTF8.self)
        guard let size = svg.firstMatch(of: /<svg width="([0-9]+)pt" height="([0-9]+)pt"/), let width = Double(size.1),
            let height = Double(size.2)
        else { throw DrawingError.refused(step: "measuring", messages: ["the SVG has no size"]) }
        return SheetFit.Extent(width: width, height: height)
    }

    @GraphvizActor
    private static func draw(_ dot: String, engine: String, format: DrawingFormat) throws -> Graphviz.Image {
        guard let graphviz = Graphviz.shared else { throw DrawingError.noContext }
        return try graphviz.image(dot: dot, engine: engine, format: format)
    }
}
