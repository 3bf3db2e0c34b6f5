import CGraphviz
import Glibc

/// The one place that calls libgvc: DOT text in, an image out, in memory.
///
/// A class because it owns a C handle. One instance for the whole process: a context per image leaks and, with pango, uses
/// freed memory. The layout engine must have been chosen by size before: a layout cannot be cancelled.
@GraphvizActor
final class Graphviz {
    /// The process's instance; nil when libgvc gives no context.
    private static let shared = Graphviz()

    /// A figure within the limits of a diagram has far less.
    nonisolated static let longestText = 8_000_000
    /// Renderer and formatter are pinned, so that another plugin cannot change the output.
    private static let svgDevice = "svg:svg:core"

    private let context: OpaquePointer

    private init?() {
        // With SERVER_NAME set the library opens no files that a graph names.
        setenv("SERVER_NAME", "newsgraph", 0)
        agseterr(AGWARN)
        agseterrf { fragment in
            if let fragment { messages += String(cString: fragment) }
            return 0
        }
        guard let context = gvContext() else { return nil }
        newsgraph_add_context_device(context)
        self.context = context
    }

    static func image(of request: RenderRequest) throws(DrawingError) -> RenderedImage {
        guard let graphviz = shared else { throw .noContext }
        return try graphviz.image(of: request)
    }

    private func image(of request: RenderRequest) throws(DrawingError) -> RenderedImage {
        forgetMessages()
        let bytes =
            switch request.format {
            case .svg: try svg(request.pages[0])
            case .png: try png(request.pages[0])
            case .pdf: try pdf(request.pages, title: request.title)
            }
        return RenderedImage(bytes: bytes, warnings: takeMessages())
    }

    // MARK: Kinds of image

    private func svg(_ page: RenderRequest.Page) throws(DrawingError) -> [UInt8] {
        try withLayout(of: page) { graph throws(DrawingError) in
            var data: UnsafeMutablePointer<CChar>?
            var length: UInt32 = 0
            let status = gvRenderData(context, graph, Graphviz.svgDevice, &data, &length)
            defer { gvFreeRenderData(data) }
            guard status == 0, let data else { throw .refused(step: "drawing", messages: takeMessages()) }
            return Array(UnsafeRawBufferPointer(start: data, count: Int(length)))
        }
    }

    private func png(_ page: RenderRequest.Page) throws(DrawingError) -> [UInt8] {
        try withLayout(of: page) { graph throws(DrawingError) in
            let placement = placement(of: graph, on: page)
            let raster = try RasterCanvas(width: placement.width, height: placement.height, paper: paper(of: graph))
            try raster.draw(placement) { canvas throws(DrawingError) in try draw(graph, in: canvas) }
            return try raster.png()
        }
    }

    private func pdf(_ pages: [RenderRequest.Page], title: String) throws(DrawingError) -> [UInt8] {
        let canvas = try PDFCanvas(title: title)
        for page in pages {
            try withLayout(of: page) { graph throws(DrawingError) in
                let links = links(of: graph, page.links)
                try canvas.addPage(placement(of: graph, on: page), title: page.title, paper: paper(of: graph), links: links) {
                    canvas throws(DrawingError) in
                    try draw(graph, in: canvas)
                }
            }
        }
        return try canvas.finished()
    }

    // MARK: Steps

    private func withLayout<Result>(
        of page: RenderRequest.Page, _ body: (UnsafeMutablePointer<Agraph_t>) throws(DrawingError) -> Result
    ) throws(DrawingError) -> Result {
        guard page.dot.utf8.count <= Graphviz.longestText else {
            throw .tooLarge(bytes: page.dot.utf8.count, limit: Graphviz.longestText)
        }
        guard !page.dot.utf8.contains(0) else { throw .refused(step: "input", messages: ["the text has a NUL byte"]) }
        guard let graph = agmemread(Graphviz.withBoldFonts(page.dot)) else { throw .refused(step: "input", messages: takeMessages()) }
        defer { agclose(graph) }
        let splines = newsgraph_attribute(graph, "splines").map { String(cString: $0) } ?? ""
        let cost = LayoutCost(
            engine: page.engine, boxes: Int(agnnodes(graph)), lines: Int(agnedges(graph)),
            goesRoundBoxes: ["true", "spline", "polyline", "ortho"].contains(splines))
        try cost.check()
        guard gvLayout(context, graph, page.engine) == 0 else { throw .refused(step: "layout", messages: takeMessages()) }
        defer { gvFreeLayout(context, graph) }
        return try body(graph)
    }

    /// The text with fonts named "Arial Bold" for bold type.
    ///
    /// The pango plugin makes markup of `<B>`, which takes longer and loses memory with every text. Texts of the figure are escaped, so that no
    /// tag is theirs. A file for others keeps `<B>`: a font's name with its weight in it means nothing to a browser (``SVGFinish`` takes it out).
    private static func withBoldFonts(_ dot: String) -> String {
        let bytes = Array(dot.utf8)[...].replacing(["<B>": "<FONT FACE=\"Arial Bold\">", "</B>": "</FONT>"])
        return String(decoding: bytes, as: UTF8.self)
    }

    private func draw(_ graph: UnsafeMutablePointer<Agraph_t>, in canvas: OpaquePointer) throws(DrawingError) {
        guard gvRenderContext(context, graph, NEWSGRAPH_CONTEXT_DEVICE, UnsafeMutableRawPointer(canvas)) == 0 else {
            throw .refused(step: "drawing", messages: takeMessages())
        }
    }

    private func placement(of graph: UnsafeMutablePointer<Agraph_t>, on page: RenderRequest.Page) -> Placement {
        let width = newsgraph_layout_width(graph) + 2 * Placement.padding
        let height = newsgraph_layout_height(graph) + 2 * Placement.padding
        return Placement(ofFigure: width, height, on: page.sheet)
    }

    private func paper(of graph: UnsafeMutablePointer<Agraph_t>) -> Colour {
        newsgraph_attribute(graph, "bgcolor").flatMap { Colour(hex: String(cString: $0)) } ?? .white
    }

    /// Where the linked nodes are, in the order of the text.
    private func links(of graph: UnsafeMutablePointer<Agraph_t>, _ addresses: [String: String]) -> [PDFCanvas.Link] {
        guard !addresses.isEmpty else { return [] }
        return sequence(first: agfstnode(graph), next: { node in agnxtnode(graph, node) }).prefix { $0 != nil }.compactMap { node in
            guard let node, let id = newsgraph_attribute(node, "id"), let address = addresses[String(cString: id)] else { return nil }
            let box = newsgraph_node_box(graph, node)
            return PDFCanvas.Link(
                address: address, left: box.left + Placement.padding, top: box.top + Placement.padding, width: box.width,
                height: box.height)
        }
    }
}

/// What libgvc reported since the last image, in fragments as they came. Touched on `GraphvizActor` only.
nonisolated(unsafe) private var messages = ""

private func forgetMessages() {
    messages = ""
    agreseterrors()
}

private func takeMessages() -> [String] {
    defer { forgetMessages() }
    return messages.split(separator: "\n").map(String.init)
}
