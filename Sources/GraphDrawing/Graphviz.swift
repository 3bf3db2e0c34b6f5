import CGraphviz
import Glibc

/// The one place that calls libgvc: DOT text in, an image out, in memory.
///
/// A class because it owns a C handle. One instance for the whole process: a context per image leaks and, with pango, uses
/// freed memory. The layout engine must have been chosen by size before: a layout cannot be cancelled.
@GraphvizActor
final class Graphviz {
    /// What was drawn, and what libgvc had to say about it.
    struct Image: Sendable {
        var bytes: [UInt8]
        var warnings: [String]
    }

    /// The process's instance; nil when libgvc gives no context.
    static let shared = Graphviz()

    /// A figure within the limits of a diagram has far less.
    nonisolated static let longestText = 8_000_000
    private static let dotsPerInch = 144.0
    /// 160 MB of raster while drawing; also below cairo's limit of 32 767 pixels a side.
    private static let mostPixels = 40_000_000.0
    private static let longestSide = 32_000.0
    /// Points around the drawing on each side: `pad` of the house style.
    private static let padding = 0.3 * 72

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
        self.context = context
    }

    func image(dot: String, engine: String, format: DrawingFormat) throws(DrawingError) -> Image {
        guard dot.utf8.count <= Graphviz.longestText else {
            throw .tooLarge(bytes: dot.utf8.count, limit: Graphviz.longestText)
        }
        guard !dot.utf8.contains(0) else { throw .refused(step: "input", messages: ["the text has a NUL byte"]) }
        forgetMessages()
        guard let graph = agmemread(dot) else { throw .refused(step: "input", messages: takeMessages()) }
        defer { agclose(graph) }
        guard gvLayout(context, graph, engine) == 0 else { throw .refused(step: "layout", messages: takeMessages()) }
        defer { gvFreeLayout(context, graph) }
        if format == .png { Graphviz.prepareRaster(graph) }

        var data: UnsafeMutablePointer<CChar>?
        var length: UInt32 = 0
        let status = gvRenderData(context, graph, format.device, &data, &length)
        defer { gvFreeRenderData(data) }
        guard status == 0, let data else { throw .refused(step: "drawing", messages: takeMessages()) }
        return Image(bytes: Array(UnsafeRawBufferPointer(start: data, count: Int(length))), warnings: takeMessages())
    }

    /// Sets the house's 144 dots per inch, or as many as the pixel limits allow, and whole pixels at the edges.
    private static func prepareRaster(_ graph: UnsafeMutablePointer<Agraph_t>) {
        // A sheet has whole pixels and is within the limits.
        guard !newsgraph_has_viewport(graph) else { return newsgraph_set_dpi(graph, dotsPerInch) }
        let width = newsgraph_layout_width(graph) + 2 * padding
        let height = newsgraph_layout_height(graph) + 2 * padding
        let area = width / 72 * (height / 72)
        let resolution = min(dotsPerInch, (mostPixels / area).squareRoot(), longestSide / (max(width, height) / 72))
        newsgraph_set_dpi(graph, resolution)
        // A fraction of a pixel would leave a transparent line at the right and the top; a little more than none is rounded away.
        func whole(_ points: Double) -> Double { ((points * resolution / 72).rounded(.up) + 0.02) * 72 / resolution - 2 * padding }
        newsgraph_set_layout_size(graph, whole(width), whole(height))
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
