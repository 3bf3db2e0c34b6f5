/// Where figures are laid out and drawn: in this process, or in ``RenderWorkers`` beside it.
///
/// ```swift
/// let svg = try await drawing.render(as: .svg)                  // here
/// let png = try await drawing.render(as: .png, in: workers)     // in a child process with limits
/// ```
/// The bytes are the same.
public protocol Renderer: Sendable {
    /// - Throws: ``DrawingError``, or `CancellationError` when the caller's task was cancelled before the image was there.
    func image(of request: RenderRequest) async throws -> RenderedImage
}

/// Draws in this process, one figure after another: quickest, for commands and for figures of one's own.
///
/// Nothing stops a layout that has begun, and a fault of a library is a fault of the process: a server that draws what others
/// ask for takes ``RenderWorkers``. libgvc 2.42 itself loses some 7 KB with a figure of a dozen boxes (lines of its HTML-like labels),
/// which a worker gives back when it is replaced. A task that is cancelled while it waits for its turn does not draw.
public struct ThisProcess: Renderer {
    public init() {}

    private static let line = WaitingLine(places: 1)

    public func image(of request: RenderRequest) async throws -> RenderedImage {
        try await ThisProcess.line.enter()
        defer { ThisProcess.line.leave() }
        return try await Graphviz.image(of: request)
    }
}

extension Renderer where Self == ThisProcess {
    /// Draws in this process.
    public static var thisProcess: ThisProcess { ThisProcess() }
}
