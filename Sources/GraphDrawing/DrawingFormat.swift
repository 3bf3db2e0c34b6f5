/// A kind of image.
public enum DrawingFormat: String, Sendable, Hashable, Codable, CaseIterable {
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
}
