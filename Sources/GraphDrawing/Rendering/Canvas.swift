import CCairo
import GraphFormats

// The one file that calls cairo. Graphviz draws into these canvases; see `NEWSGRAPH_CONTEXT_DEVICE`.

/// A PDF file in the making: pages with vector figures, embedded fonts and text that can be searched.
///
/// It tells title and program but no time of day, so that equal figures give equal files. A class because it owns C handles.
final class PDFCanvas {
    /// A place on the figure that leads somewhere, in the figure's points from its upper left corner.
    struct Link {
        var address: String
        var left, top, width, height: Double
    }

    private let sink = ByteSink()
    private let surface: OpaquePointer
    private var pageCount = 0

    private static let longestTitle = 500

    init(title: String) throws(DrawingError) {
        surface = try checked(cairo_pdf_surface_create_for_stream(append, sink.pointer, 1, 1))
        set(CAIRO_PDF_METADATA_TITLE, plain(title))
        set(CAIRO_PDF_METADATA_CREATOR, "newsgraph")
        // An empty date is left out; cairo would write the time of day.
        set(CAIRO_PDF_METADATA_CREATE_DATE, "")
    }

    deinit {
        cairo_surface_destroy(surface)
    }

    func addPage(
        _ placement: Placement, title: String, paper: Colour, links: [Link], draw: (OpaquePointer) throws(DrawingError) -> Void
    ) throws(DrawingError) {
        pageCount += 1
        cairo_pdf_surface_set_size(surface, placement.width, placement.height)
        let context = try checked(cairo_create(surface))
        defer { cairo_destroy(context) }
        fill(context, paper)
        try drawn(placement, in: context, draw)
        for link in links {
            let (left, top) = (placement.left + link.left * placement.scale, placement.top + link.top * placement.scale)
            let size = "\(link.width * placement.scale) \(link.height * placement.scale)"
            cairo_tag_begin(context, CAIRO_TAG_LINK, "rect=[\(left) \(top) \(size)] uri='\(encoded(link.address))'")
            cairo_tag_end(context, CAIRO_TAG_LINK)
        }
        if !title.isEmpty {
            cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, plain(title), "page=\(pageCount)", CAIRO_PDF_OUTLINE_FLAG_OPEN)
        }
        cairo_show_page(context)
        try check(cairo_status(context))
    }

    func finished() throws(DrawingError) -> [UInt8] {
        cairo_surface_finish(surface)
        try check(cairo_surface_status(surface))
        return sink.bytes
    }

    private func set(_ entry: cairo_pdf_metadata_t, _ value: String) {
        cairo_pdf_surface_set_metadata(surface, entry, value)
    }

    /// cairo takes no noncharacters.
    private func plain(_ text: String) -> String {
        let scalars = XMLText.plain(text).unicodeScalars.filter { !$0.properties.isNoncharacterCodePoint }
        return String(String.UnicodeScalarView(scalars.prefix(PDFCanvas.longestTitle)))
    }

    /// An address as RFC 3986 writes it: cairo copies it into the file and into a tag's quotes as it is.
    private func encoded(_ address: String) -> String {
        address.utf8.map { byte in
            PDFCanvas.plainInAddresses.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    private static let plainInAddresses = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&*+,;=%".utf8)
}

/// A picture of pixels, at 144 dots an inch or as many as its limits allow.
///
/// A class because it owns C handles.
final class RasterCanvas {
    private let surface: OpaquePointer
    private let paper: Colour
    /// Dots an inch.
    private let resolution: Double

    private static let bestResolution = 144.0
    /// 160 MB of raster while drawing.
    private static let mostPixels = 40_000_000.0
    /// cairo takes 32 767.
    private static let longestSide = 32_000.0

    /// - Parameters: in points.
    init(width: Double, height: Double, paper: Colour) throws(DrawingError) {
        self.paper = paper
        let inches = (width: width / 72, height: height / 72)
        let resolution = min(
            RasterCanvas.bestResolution, (RasterCanvas.mostPixels / (inches.width * inches.height)).squareRoot(),
            RasterCanvas.longestSide / max(inches.width, inches.height))
        self.resolution = resolution
        func pixels(_ inches: Double) -> Int32 { max(1, Int32((inches * resolution).rounded(.up))) }
        surface = try checked(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(inches.width), pixels(inches.height)))
    }

    deinit {
        cairo_surface_destroy(surface)
    }

    func draw(_ placement: Placement, _ draw: (OpaquePointer) throws(DrawingError) -> Void) throws(DrawingError) {
        let context = try checked(cairo_create(surface))
        defer { cairo_destroy(context) }
        fill(context, paper)
        cairo_scale(context, resolution / 72, resolution / 72)
        try drawn(placement, in: context, draw)
        try check(cairo_status(context))
    }

    func png() throws(DrawingError) -> [UInt8] {
        let sink = ByteSink()
        try check(cairo_surface_write_to_png_stream(surface, append, sink.pointer))
        return PNGResolution.written(resolution, into: sink.bytes)
    }
}

/// Where cairo writes a file to. A class because cairo keeps its address.
private final class ByteSink {
    var bytes: [UInt8] = []
    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

private let append: cairo_write_func_t = { sink, data, length in
    guard let sink, let data else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes += UnsafeBufferPointer(start: data, count: Int(length))
    return CAIRO_STATUS_SUCCESS
}

private func drawn(
    _ placement: Placement, in context: OpaquePointer, _ draw: (OpaquePointer) throws(DrawingError) -> Void
) throws(DrawingError) {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, placement.left, placement.top)
    cairo_scale(context, placement.scale, placement.scale)
    try draw(context)
}

private func fill(_ context: OpaquePointer, _ paper: Colour) {
    cairo_set_source_rgb(context, paper.red, paper.green, paper.blue)
    cairo_paint(context)
}

private func check(_ status: cairo_status_t) throws(DrawingError) {
    guard status == CAIRO_STATUS_SUCCESS else {
        throw .refused(step: "drawing", messages: [String(cString: cairo_status_to_string(status))])
    }
}

/// cairo's constructors always give an object, with a status.
private func checked(_ object: OpaquePointer?) throws(DrawingError) -> OpaquePointer {
    guard let object else { throw .refused(step: "drawing", messages: ["out of memory"]) }
    return object
}
