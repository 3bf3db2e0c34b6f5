extension Diagram {
    /// A sheet, and how the figure is arranged to fill it. GraphDrawing chooses the arrangement, as it knows how large the
    /// figure comes out; until then the figure has the size of its content.
    public struct Sheet: Sendable, Hashable {
        /// As asked for.
        public var size: FigureSize
        /// Which way the ranks of a layered figure run.
        public var direction = Direction.leftToRight
        /// Inches between the boxes of a rank, and between the ranks, of a layered figure.
        public var nodeSeparation = 0.28
        public var rankSeparation = 0.55
        /// Height by width that the boxes of any other figure are spread to; nil leaves them as they come out.
        public var ratio: Double?
        /// By how much title and legend are larger than usual, so that they keep their size where the figure is reduced.
        public var headScale = 1.0
        /// The sheet as it lies, in whole points; nil before the figure is arranged.
        public var page: FigureSize?

        public enum Direction: String, Sendable, Hashable, CaseIterable {
            case leftToRight = "LR"
            case topToBottom = "TB"
        }

        public init(_ size: FigureSize) {
            self.size = size
        }

        /// The part of its usual line length that title and legend have on a narrow sheet, so that they do not widen the figure.
        var headMeasure: Double {
            let width = size.mayTurn ? min(size.width, size.height) : size.width
            return min(1, max(0.35, width / Sheet.usualHead))
        }

        /// Points that title and legend take at most, in their usual size and line length.
        package static let usualHead = 620.0
    }
}
