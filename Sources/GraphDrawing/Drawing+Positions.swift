public import GraphFormats
public import KnowledgeGraph

extension Drawing {
    /// Where the actors' boxes have their middles, by id: given to ``DiagramOptions/positions`` of a later figure, they stay there.
    ///
    /// ```swift
    /// let drawing = try await Drawing(statements: statements).fitted()
    /// let bytes = try await drawing.render(as: .svg)
    /// let positions = try await drawing.positions()   // keep these
    /// ```
    /// Free for all but figures in ranks, which are laid out once more (at most 25 lines, some 50 ms).
    ///
    /// - Throws: ``DrawingError``, or `CancellationError` when the task was cancelled before.
    public func positions(in renderer: some Renderer = .thisProcess) async throws -> [Actor.ID: FigurePosition] {
        let diagram = try await fitted(in: renderer).diagram
        if let placed = diagram.placedActors() { return placed }
        let page = RenderRequest.Page(dot: diagram.dot(), engine: diagram.layout.engine)
        let image = try await renderer.image(of: RenderRequest(format: .svg, title: diagram.title, pages: [page]))
        let middles = SVGBoxes.middles(String(decoding: image.bytes, as: UTF8.self))
        var positions: [Actor.ID: FigurePosition] = [:]
        for node in diagram.nodes { positions[node.actor.id] = middles[node.id] }
        return positions
    }
}

/// Where boxes stand in an SVG as libgvc writes it.
enum SVGBoxes {
    /// The middle of each node's outline by element id, y upwards.
    static func middles(_ svg: String) -> [String: FigurePosition] {
        var middles: [String: FigurePosition] = [:]
        var id: String?
        for line in svg.split(separator: "\n") {
            if line.hasPrefix("<g id=\""), line.contains("class=\"node") {
                id = String(line.dropFirst(7).prefix { $0 != "\"" }).replacing("&#45;", with: "-")
            } else if let node = id, let outline = line.firstMatch(of: /^<(?:polygon|path|ellipse)[^>]* (?:points|d)="([^"]*)"/) {
                middles[node] = middle(of: outline.1)
                id = nil
            }
        }
        return middles
    }

    /// Of "M12,-30C11,-29 …": every pair of numbers is a corner, or as far out as one.
    private static func middle(of outline: Substring) -> FigurePosition? {
        let pairs = outline.matches(of: /(-?[0-9.]+),(-?[0-9.]+)/).compactMap { match in
            Double(match.1).flatMap { x in Double(match.2).map { (x, $0) } }
        }
        guard let left = pairs.map(\.0).min(), let right = pairs.map(\.0).max(), let top = pairs.map(\.1).min(),
            let bottom = pairs.map(\.1).max()
        else { return nil }
        return FigurePosition(x: (left + right) / 2, y: -(top + bottom) / 2)
    }
}
