public import GraphFormats
public import KnowledgeGraph

/// A diagram of statements as DOT, SVG, PNG or PDF.
///
/// ```swift
/// let drawing = try Drawing(statements: statements, options: DiagramOptions(title: "The harbour strike"))
/// let bytes = try await drawing.render(as: .svg)
/// drawing.diagram.notes   // what the figure leaves out, and how to see it
/// ```
/// Any number of tasks may draw at once; see ``Renderer`` for where it is done.
public struct Drawing: Sendable {
    public private(set) var diagram: Diagram
    private let links: [Actor.ID: String]
    private let statementLinks: [Statement.ID: String]

    public init(statements: some Sequence<Statement>, options: DiagramOptions = DiagramOptions()) throws(DiagramError) {
        self.init(try Diagram(statements, options: options), options: options)
    }

    private init(_ diagram: Diagram, options: DiagramOptions) {
        self.diagram = diagram
        links = options.links
        statementLinks = options.statementLinks
    }

    /// The figure arranged for its sheet, when it is to have one: `diagram.notes` then tells of text too small to read there.
    ///
    /// Rendering does this by itself; it costs a few layouts, so fit first what is rendered more than once.
    public func fitted(in renderer: some Renderer = .thisProcess) async throws -> Drawing {
        guard let sheet = diagram.sheet, sheet.page == nil else { return self }
        var fitted = self
        let fit = SheetFit(diagram, on: sheet.size) { try await Drawing.extent(of: $0, in: renderer) }
        fitted.diagram = try await fit.fitted()
        return fitted
    }

    /// The style sheet that an SVG of this theme has in it: for the content security policy of a page that shows one.
    package static func styleSheet(_ theme: Theme) -> String { SVGFinish.styleSheet(theme) }

    /// The text that is laid out; a `.dot` file of it gives the same figure.
    public func dot() -> String { diagram.dot() }

    /// The image's bytes, the same on every run with the same fonts and Graphviz.
    ///
    /// - Throws: ``DrawingError``, or `CancellationError` when the task was cancelled before the image was there.
    public func render(as format: DrawingFormat, in renderer: some Renderer = .thisProcess) async throws -> [UInt8] {
        try await image(as: format, in: renderer).bytes
    }

    /// The image with what Graphviz reported.
    func image(as format: DrawingFormat, in renderer: some Renderer = .thisProcess) async throws -> RenderedImage {
        let drawing = try await fitted(in: renderer)
        var image = try await renderer.image(of: RenderRequest(format: format, title: diagram.title, pages: [drawing.page]))
        if format == .svg {
            if let sheet = drawing.diagram.sheet?.page {
                let svg = String(decoding: image.bytes, as: UTF8.self)
                image.bytes = Array((SVGFrame(svg)?.placed(svg, on: sheet) ?? svg).utf8)
            }
            image.bytes = SVGFinish(drawing.diagram, links: links, statementLinks: statementLinks).finished(image.bytes)
        }
        return image
    }

    /// As Graphviz says it in its SVG, wherever that is made.
    private static func extent(of diagram: Diagram, in renderer: some Renderer) async throws -> SheetFit.Extent {
        let page = RenderRequest.Page(dot: diagram.dot(), engine: diagram.layout.engine)
        let image = try await renderer.image(of: RenderRequest(format: .svg, title: diagram.title, pages: [page]))
        guard let frame = SVGFrame(String(decoding: image.bytes, as: UTF8.self)) else {
            throw DrawingError.refused(step: "measuring", messages: ["the SVG has no size"])
        }
        return SheetFit.Extent(width: frame.width, height: frame.height)
    }

    private var page: RenderRequest.Page {
        let ids = Dictionary(diagram.nodes.map { ($0.id, links[$0.actor.id]) }) { first, _ in first }
        let outside = ids.compactMapValues { $0.flatMap(SVGFinish.allowed) }.filter { !$0.value.hasPrefix("#") }
        return RenderRequest.Page(
            dot: dot(), engine: diagram.layout.engine, title: diagram.title, sheet: diagram.sheet?.page, links: outside)
    }
}

// MARK: Several pages

extension Drawing {
    /// An overview, then a figure for each month or for each of the busiest actors; see ``GraphFormats/Diagram/pages(_:of:options:atMost:)``.
    public static func pages(
        _ kind: DiagramPages, of statements: some Sequence<Statement>, options: DiagramOptions = DiagramOptions(), atMost limit: Int = 25
    ) throws(DiagramError) -> [Drawing] {
        try Diagram.pages(kind, of: statements, options: options, atMost: limit).map { Drawing($0, options: options) }
    }

    /// The figures as pages of one PDF file, with an outline of their titles.
    ///
    /// - Parameter drawings: one or more. The title of the file is that of the first.
    public static func pdf(_ drawings: [Drawing], in renderer: some Renderer = .thisProcess) async throws -> [UInt8] {
        precondition(!drawings.isEmpty, "a file has a page")
        var pages: [RenderRequest.Page] = []
        for drawing in drawings { pages.append(try await drawing.fitted(in: renderer).page) }
        let request = RenderRequest(format: .pdf, title: drawings[0].diagram.title, pages: pages)
        return try await renderer.image(of: request).bytes
    }
}
