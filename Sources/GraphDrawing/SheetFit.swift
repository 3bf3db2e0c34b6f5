import GraphFormats

/// The arrangement of a figure that fills its sheet best, so that its text comes out as large as it can.
struct SheetFit {
    private let diagram: Diagram
    private let size: FigureSize
    /// Width and height of a figure as laid out, in points.
    private let measure: (Diagram) async throws -> Extent

    /// Width and height, in points.
    struct Extent: Hashable {
        var width, height: Double
    }

    /// The smallest text that people read on paper without effort, in points.
    static let smallestText = 5.5
    /// Text of this many points is worth another arrangement.
    private static let comfortableText = 7.0
    /// Points of the labels on lines, which are the smallest text that matters.
    static let labelText = 9.5
    /// Boxes are not pulled further apart than this to fill a sheet.
    private static let largestStretch = 1.7
    private static let largestSeparation = 4.0

    init(_ diagram: Diagram, on size: FigureSize, measure: @escaping (Diagram) async throws -> Extent) {
        self.diagram = diagram
        self.size = size
        self.measure = measure
    }

    /// A way to arrange the figure, with what comes of it.
    private struct Arrangement {
        var diagram: Diagram
        var extent: Extent
        var page: FigureSize
        var scale: Double
    }

    /// The figure on its page, with a note when its text is too small to read.
    func fitted() async throws -> Diagram {
        var best = try await best(of: usualArrangements)
        // Ranks are easier to follow but need more room; where the text becomes small, that decides.
        if let ranked = best, ranked.diagram.layout == .layered, ranked.scale * Self.labelText < Self.comfortableText {
            var even = diagram
            even.layout = .stress
            if let found = try await self.best(of: [even]), found.scale > ranked.scale * 1.15 { best = found }
        }
        guard let best else { return diagram }
        return placed(try await spread(try await withLargeHead(best)))
    }

    private func best(of candidates: [Diagram]) async throws -> Arrangement? {
        var best: Arrangement?
        for candidate in candidates {
            let extent = try await measure(candidate)
            for page in pages {
                let scale = scale(of: extent, on: page)
                // A little larger text is no reason to leave the usual arrangement, which comes first.
                if scale > (best?.scale ?? 0) * 1.05 {
                    best = Arrangement(diagram: candidate, extent: extent, page: page, scale: scale)
                }
            }
        }
        return best
    }

    /// Title and legend as large on the sheet as they would be without it, unless they would be wider than the figure.
    private func withLargeHead(_ arrangement: Arrangement) async throws -> Arrangement {
        let room = (arrangement.extent.width - 2 * Placement.padding) / Diagram.Sheet.usualHead
        let headScale = min(1 / arrangement.scale, room)
        guard headScale > 1.1 else { return arrangement }
        var diagram = arrangement.diagram
        diagram.sheet?.headScale = headScale
        return try await arranged(diagram, on: arrangement.page)
    }

    /// The boxes further apart in the direction in which the sheet has room to spare, at the same size of text.
    private func spread(_ arrangement: Arrangement) async throws -> Arrangement {
        let border = 2 * Placement.border(of: arrangement.page)
        let head = arrangement.diagram.headHeight
        let (width, height) = (arrangement.extent.width - 2 * Placement.padding, arrangement.extent.height - 2 * Placement.padding - head)
        guard width > 0, height > 0 else { return arrangement }
        let wider = min((arrangement.page.width - border) / arrangement.scale / width, Self.largestStretch)
        let higher = min(((arrangement.page.height - border) / arrangement.scale - head) / height, Self.largestStretch)
        // A few points more are not worth another layout.
        guard max(wider, higher) > 1.08 else { return arrangement }
        var diagram = arrangement.diagram
        switch diagram.layout {
        case .timeline, .framed: return arrangement
        case .stress, .straightStress:
            diagram.sheet?.ratio = height * max(higher, 1) / (width * max(wider, 1))
        case .layered:
            let runsAcross = diagram.sheet?.direction == .leftToRight
            let separation: WritableKeyPath<Diagram.Sheet, Double> =
                (wider > higher) == runsAcross ? \.rankSeparation : \.nodeSeparation
            let extent: KeyPath<Extent, Double> = wider > higher ? \.width : \.height
            let wanted = wider > higher ? width * (wider - 1) : height * (higher - 1)
            guard let usual = diagram.sheet?[keyPath: separation] else { return arrangement }
            // How far the figure grows with the separation depends on how many ranks there are: one trial tells.
            diagram.sheet?[keyPath: separation] = 2 * usual
            let growth = try await measure(diagram)[keyPath: extent] - arrangement.extent[keyPath: extent]
            guard growth > 0 else { return arrangement }
            diagram.sheet?[keyPath: separation] = usual * min(1 + wanted / growth, Self.largestSeparation)
        }
        let spread = try await arranged(diagram, on: arrangement.page)
        // Lines take other ways when boxes move, so the figure may have grown where it should not.
        return spread.scale >= arrangement.scale * 0.97 ? spread : arrangement
    }

    private func arranged(_ diagram: Diagram, on page: FigureSize) async throws -> Arrangement {
        let extent = try await measure(diagram)
        return Arrangement(diagram: diagram, extent: extent, page: page, scale: scale(of: extent, on: page))
    }

    /// The ways to lay the figure out: layered ones may run across or down.
    private var usualArrangements: [Diagram] {
        switch diagram.layout {
        case .layered:
            Diagram.Sheet.Direction.allCases.map { direction in
                var candidate = diagram
                candidate.sheet?.direction = direction
                return candidate
            }
        case .stress, .straightStress, .framed, .timeline: [diagram]
        }
    }

    /// The sheet as it may lie, in whole points: then PNG has whole pixels, and every format the same proportions.
    private var pages: [FigureSize] {
        let page = FigureSize(width: size.width.rounded(), height: size.height.rounded())
        return size.mayTurn && page.width != page.height ? [page, FigureSize(width: page.height, height: page.width)] : [page]
    }

    private func scale(of extent: Extent, on page: FigureSize) -> Double {
        Placement(ofFigure: extent.width, extent.height, on: page).scale
    }

    private func placed(_ arrangement: Arrangement) -> Diagram {
        var diagram = arrangement.diagram
        diagram.sheet?.page = arrangement.page
        let text = Self.labelText * arrangement.scale
        let tenths = Int((text * 10).rounded())
        if Double(tenths) < Self.smallestText * 10, !diagram.edges.isEmpty {
            // The area that a line takes goes with the square of the text.
            let readable = max(1, Int(Double(diagram.edges.count) * (text / Self.smallestText) * (text / Self.smallestText)))
            diagram.notes.append(
                """
                on this sheet the labels are only \(tenths / 10).\(tenths % 10) points high, too small to read; draw fewer relations \
                (about `--top \(readable)`) or take a larger sheet with `--size`
                """)
        }
        return diagram
    }
}
