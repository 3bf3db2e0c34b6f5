public import GraphFormats

/// What a ``Renderer`` is asked for: texts to lay out, and the kind of file to make of them.
///
/// ``Drawing`` makes it; it is plain data, so that it can be sent to another process.
public struct RenderRequest: Sendable, Hashable, Codable {
    /// One figure.
    public struct Page: Sendable, Hashable, Codable {
        /// DOT text.
        public var dot: String
        /// Graphviz's layout engine. A layout cannot be stopped: it is chosen by size before.
        public var engine: String
        /// Stands in a PDF's outline.
        public var title: String
        /// The sheet of PDF and PNG; nil makes the page as large as the figure.
        public var sheet: FigureSize?
        /// Where a click leads in a PDF, by element id of the node: http and https addresses.
        public var links: [String: String]

        public init(dot: String, engine: String, title: String = "", sheet: FigureSize? = nil, links: [String: String] = [:]) {
            self.dot = dot
            self.engine = engine
            self.title = title
            self.sheet = sheet
            self.links = links
        }
    }

    public var format: DrawingFormat
    /// The title of the file.
    public var title: String
    /// One for SVG and PNG, any number from one for PDF.
    public var pages: [Page]

    public init(format: DrawingFormat, title: String, pages: [Page]) {
        precondition(format == .pdf ? !pages.isEmpty : pages.count == 1, "SVG and PNG have one page, PDF one or more")
        self.format = format
        self.title = title
        self.pages = pages
    }
}

/// What a ``Renderer`` gives back.
public struct RenderedImage: Sendable, Hashable {
    /// The file. SVG is as Graphviz writes it; ``Drawing`` finishes it.
    public var bytes: [UInt8]
    /// What Graphviz had to say: our own text should never cause a warning.
    public var warnings: [String]

    public init(bytes: [UInt8], warnings: [String]) {
        self.bytes = bytes
        self.warnings = warnings
    }
}
