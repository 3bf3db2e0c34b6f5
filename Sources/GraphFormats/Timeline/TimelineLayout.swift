/// Where everything of a timeline stands, in points: computed here, so that Graphviz only draws.
///
/// x runs to the right, y upwards from the foot, as Graphviz has it. An arrow has its line to itself, or shares it with arrows
/// that it and its label are clear of.
struct TimelineLayout {
    /// An arrow with its label.
    struct Arrow {
        /// Tail and head.
        var from, to: Double
        var y: Double
        var label: (x: Double, y: Double)
        /// Where the name of whoever shares the last lane stands: its left end.
        var nameX: Double?
    }

    /// The band of a row: its upper edge, and the strip above it where time was left out.
    struct Band {
        var top, bottom: Double
        var gap: (top: Double, bottom: Double)?
    }

    let width: Double
    let height: Double
    let pitch: Double
    let headerHeight: Double
    /// Middle of each lane, the shared one last.
    let lanes: [Double]
    let bands: [Band]
    /// By index of the diagram's edges.
    let arrows: [Arrow]
    /// Middle of the line of names under the last row; nil for a timeline that is short enough to do without.
    let foot: Double?

    /// Dates stand as far in as Graphviz puts the title.
    static let margin = 8.0
    static let dateWidth = 100.0
    static let nameWidth = 124.0
    static let gapHeight = 22.0
    private static let footHeight = 30.0
    /// Taller bodies repeat the names at the foot.
    private static let tall = 520.0
    private static let clearance = 10.0

    /// - Parameters:
    ///   - lane: of each node, by index.
    ///   - label: width and height of each edge's label.
    ///   - titleHeight: of each row's date.
    init(
        _ timeline: Timeline, ends: [(subject: Int, object: Int)], lane: [Int], label: [(width: Double, height: Double)],
        titleHeight: [Double], headerHeight: Double
    ) {
        let own = timeline.lanes.count
        let isShared = lane.contains { $0 >= own }
        pitch = TimelineLayout.pitch(lanes: own)
        self.headerHeight = headerHeight
        lanes = (0..<own + (isShared ? 1 : 0)).map { [pitch] in TimelineLayout.dateWidth + pitch * (Double($0) + 0.5) }
        let right = TimelineLayout.dateWidth + pitch * Double(own) + (isShared ? pitch / 2 + TimelineLayout.nameWidth : 0)
        width = right

        let air = TimelineLayout.air(width: right, lines: ends.count, rows: timeline.rows.count)
        // Downwards from the lower edge of the header; turned over at the end.
        var y = 10.0
        var bands: [Band] = []
        var arrows: [Arrow] = []
        for (row, title) in zip(timeline.rows, titleHeight) {
            var gap: (top: Double, bottom: Double)?
            if row.gap != nil {
                gap = (y, y + TimelineLayout.gapHeight)
                y += TimelineLayout.gapHeight
            }
            let top = y
            y += 4
            var lines: [(y: Double, height: Double, taken: [ClosedRange<Double>])] = []
            var lineOfEdge: [Int] = []
            for edge in row.edges {
                let (from, to) = (lanes[lane[ends[edge].subject]], lanes[lane[ends[edge].object]])
                let (half, height) = (label[edge].width / 2, label[edge].height)
                let x = min(max((from + to) / 2, TimelineLayout.dateWidth + half), right - half)
                let nameX = max(lane[ends[edge].subject], lane[ends[edge].object]) >= own ? max(from, to) + 8 : nil
                let end = nameX == nil ? max(from, to, x + half) : right
                let span = min(from, to, x - half) - TimelineLayout.clearance...end + TimelineLayout.clearance
                arrows.append(Arrow(from: from, to: to, y: 0, label: (x, 0), nameX: nameX))
                if let line = lines.firstIndex(where: { !$0.taken.contains { $0.overlaps(span) } }) {
                    lines[line].taken.append(span)
                    lines[line].height = max(lines[line].height, height)
                    lineOfEdge.append(line)
                } else {
                    lineOfEdge.append(lines.count)
                    lines.append((0, height, [span]))
                }
            }
            for index in lines.indices {
                lines[index].y = y + 3 + lines[index].height + 2.5
                y = lines[index].y + 5.5 + air
            }
            for (edge, line) in zip(row.edges, lineOfEdge) {
                arrows[edge].y = lines[line].y
                arrows[edge].label.y = lines[line].y - 2.5 - label[edge].height / 2
            }
            y = max(y, top + title + 6) + 3
            bands.append(Band(top: top, bottom: y, gap: gap))
        }
        let hasFoot = y > TimelineLayout.tall
        let bottom = y + (hasFoot ? TimelineLayout.footHeight : 0)
        foot = hasFoot ? TimelineLayout.footHeight / 2 : nil
        height = bottom + headerHeight
        self.bands = bands.map { band in
            Band(top: bottom - band.top, bottom: bottom - band.bottom, gap: band.gap.map { (bottom - $0.top, bottom - $0.bottom) })
        }
        self.arrows = arrows.map { arrow in
            var arrow = arrow
            arrow.y = bottom - arrow.y
            arrow.label.y = bottom - arrow.label.y
            return arrow
        }
    }

    /// What each line gets on top, so that a short timeline of many lanes is no ribbon.
    private static func air(width: Double, lines: Int, rows: Int) -> Double {
        let least = Double(lines) * 22 + Double(rows) * 8
        return min(max(0, (width / 2.2 - least) / Double(max(1, lines))), 10)
    }

    /// Few lanes stand further apart, so that most labels fit between two.
    static func pitch(lanes: Int) -> Double {
        switch lanes {
        case ...4: 168
        case 5, 6: 144
        case 7, 8: 124
        default: 112
        }
    }
}
