/// Where everything of a large figure with frames stands, in points: computed here, so that Graphviz only draws.
///
/// Members of a frame stand in rows within it; frames and everybody else are placed as blocks; then lines are led around
/// boxes, each with its label on it. Where a label finds no room, all is placed further apart.
struct FramedLayout {
    private(set) var boxes: [Rect]
    private(set) var frames: [Rect] = []
    private(set) var captions: [Rect] = []
    private(set) var lines: [LineRouting.Line] = []

    private static let mostAttempts = 10
    private static let padding = 12.0
    private static let captionHeight = 16.0

    /// - Parameters:
    ///   - sizes: of boxes, by index of the diagram's nodes.
    ///   - members: of each frame.
    ///   - captionWidth: of each frame.
    ///   - edges: ends with the size of the label.
    init(
        _ sizes: [(width: Double, height: Double)], members: [[Int]], captionWidth: [Double],
        edges: [(from: Int, to: Int, width: Double, height: Double)]
    ) {
        boxes = sizes.map { Rect(x: 0, y: 0, width: $0.width, height: $0.height) }
        var block = Array(repeating: -1, count: sizes.count)
        for (frame, nodes) in members.enumerated() { for node in nodes { block[node] = frame } }
        var count = members.count
        for node in block.indices where block[node] < 0 {
            block[node] = count
            count += 1
        }
        for attempt in 0..<Self.mostAttempts {
            let air = 1 + 0.18 * Double(attempt)
            var inner: [[Rect]] = members.map { nodes in
                let labels = edges.filter { nodes.contains($0.from) && nodes.contains($0.to) }
                return Self.rows(nodes.map { sizes[$0] }, labelWidth: labels.map(\.width).max() ?? 0, air: air)
            }
            var blockSizes = zip(inner, captionWidth).map { rows, caption in
                let box = Rect.around(rows) ?? Rect(x: 0, y: 0, width: 0, height: 0)
                return (width: max(box.width, caption) + 2 * Self.padding, height: box.height + 2 * Self.padding + Self.captionHeight)
            }
            blockSizes += block.indices.filter { block[$0] >= members.count }.map { sizes[$0] }
            let links = edges.map { (block[$0.from], block[$0.to], room: $0.width * 0.6 * air) }
            let placed = BlockPlacement(blockSizes, links: links, gap: 34 * air).blocks
            frames = Array(placed.prefix(members.count))
            captions = zip(frames, captionWidth).map { frame, width in
                Rect(
                    x: frame.left + Self.padding + width / 2, y: frame.top - 3 - Self.captionHeight / 2, width: width,
                    height: Self.captionHeight)
            }
            for (frame, nodes) in members.enumerated() {
                for (slot, node) in nodes.enumerated() {
                    inner[frame][slot].x += frames[frame].x
                    inner[frame][slot].y += frames[frame].y - Self.captionHeight / 2
                    boxes[node] = inner[frame][slot]
                }
            }
            for node in block.indices where block[node] >= members.count { boxes[node] = placed[block[node]] }
            let routing = LineRouting(boxes, captions: captions, edges: edges)
            lines = routing.lines
            if routing.isClear { break }
        }
    }

    /// Boxes in rows around the origin, about as wide as high together; with room for the widest label between columns.
    private static func rows(_ sizes: [(width: Double, height: Double)], labelWidth: Double, air: Double) -> [Rect] {
        var columns = 1
        while columns * columns < sizes.count { columns += 1 }
        if sizes.count <= 3 { columns = labelWidth > 0 ? 2 : 1 }
        let columnWidth = (sizes.map(\.width).max() ?? 0) + (labelWidth > 0 ? labelWidth + 24 : 18) * air
        let rowHeight = (sizes.map(\.height).max() ?? 0) + (labelWidth > 0 ? 34 : 16) * air
        let rows = sizes.indices.map { index in
            // Every other row is shifted, so that a line to the next but one passes between.
            let shift = (index / columns) % 2 == 1 && sizes.count > 3 ? columnWidth / 3 : 0
            return Rect(
                x: Double(index % columns) * columnWidth + shift, y: -Double(index / columns) * rowHeight, width: sizes[index].width,
                height: sizes[index].height)
        }
        let all = Rect.around(rows) ?? Rect(x: 0, y: 0, width: 0, height: 0)
        return rows.map { Rect(x: $0.x - all.x, y: $0.y - all.y, width: $0.width, height: $0.height) }
    }
}
