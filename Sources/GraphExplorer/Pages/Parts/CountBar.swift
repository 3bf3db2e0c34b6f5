import GraphFormats
import KnowledgeGraph

/// A bar with a piece for each colour of relations, for pages to draw with SVG's attributes alone.
struct CountBar: Sendable {
    let segments: [Segment]
    /// "3 talks, 1 criticism".
    let barWords: String

    struct Segment: Sendable {
        let segmentTone: String
        let segmentStart: String
        let segmentLength: String
    }

    /// - Parameters:
    ///   - classes: counts by class, the commonest first.
    ///   - most: the count that is as long as the bar can be: 100.
    init(_ classes: [(name: String, count: Int)], most: Int) {
        var counts: [String: Int] = [:]
        for entry in classes {
            counts[RelationClass(rawValue: entry.name).map(PageWords.tone) ?? "state", default: 0] += entry.count
        }
        var (start, segments) = (0.0, [Segment]())
        for tone in Self.tones {
            guard let count = counts[tone], count > 0 else { continue }
            let length = Double(count) / Double(max(1, most)) * 100
            segments.append(Segment(segmentTone: tone, segmentStart: Self.text(start), segmentLength: Self.text(length)))
            start += length
        }
        self.segments = segments
        barWords =
            classes.prefix(4).map { entry in
                let name = RelationClass(rawValue: entry.name).map(RelationWords.noun) ?? entry.name.lowercased()
                return "\(name) \(PageWords.number(entry.count))"
            }.joined(separator: ", ") + (classes.count > 4 ? " and others" : "")
    }

    static let tones = ["talks", "aid", "criticism", "attack", "state"]

    /// With a point and one decimal.
    private static func text(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
