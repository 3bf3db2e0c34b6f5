/// A kind of image.
public enum DrawingFormat: String, Sendable, Hashable, CaseIterable {
    case svg, png, pdf

    /// What `--format` takes; also the file extension.
    public var name: String { rawValue }

    /// Internet media type.
    public var mediaType: String {
        switch self {
        case .svg: "image/svg+xml"
        case .png: "image/png"
        case .pdf: "application/pdf"
        }
    }

    /// Graphviz's renderer and formatter, pinned, so that another plugin cannot change the output.
    var device: String {
        switch self {
        case .svg: "svg:svg:core"
        case .png: "png:cairo:cairo"
        case .pdf: "pdf:cairo:cairo"
        }
    }
}
