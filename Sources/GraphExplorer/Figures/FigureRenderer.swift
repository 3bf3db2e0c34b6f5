import GraphDrawing
import GraphFormats
import KnowledgeGraph
import Synchronization

/// Draws figures, and remembers the ones drawn last.
///
/// A class, for what it remembers.
final class FigureRenderer: Sendable {
    private let renderer: any Renderer
    /// So many figures wait for a renderer at most.
    private let line = WaitingLine(places: 2, longest: 30)
    private let recent = Mutex<[(key: Key, bytes: [UInt8])]>([])

    private struct Key: Hashable {
        var dot: String
        var links: [Actor.ID: String]
        var statementLinks: [Statement.ID: String]
        var format: DrawingFormat
    }

    private static let remembered = 48

    init(_ renderer: some Renderer) {
        self.renderer = renderer
    }

    /// The image of a drawing. Equal drawings are drawn once, as long as they are remembered.
    func image(of figure: GraphFigure, as format: DrawingFormat) async throws -> [UInt8] {
        try await image(of: figure.drawing, options: figure.options, as: format)
    }

    /// - Parameter options: those that the drawing was made with.
    func image(of drawing: Drawing, options: DiagramOptions, as format: DrawingFormat) async throws -> [UInt8] {
        let key = Key(dot: drawing.dot(), links: options.links, statementLinks: options.statementLinks, format: format)
        if let known = recent.withLock({ recent in recent.first { $0.key == key }?.bytes }) { return known }
        try await line.enter()
        defer { line.leave() }
        let bytes = try await drawing.render(as: format, in: renderer)
        recent.withLock { recent in
            recent.append((key, bytes))
            if recent.count > Self.remembered { recent.removeFirst() }
        }
        return bytes
    }
}
