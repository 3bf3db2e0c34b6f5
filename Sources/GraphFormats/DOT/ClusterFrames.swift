public import KnowledgeGraph

extension Diagram {
    /// A frame around actors that belong together.
    public struct Frame: Sendable, Hashable {
        /// `c-1`, `c-2`…: the element's id in SVG.
        public var id: String
        /// The country or organisation, which may have a box of its own within.
        public var actor: Actor
        /// Its stripe, which colours the frame.
        public var stripe: Int?
        /// Indices of `nodes`, at least two.
        public var nodes: [Int]
    }

    /// Frames in order of mention; a frame around one actor alone says nothing and is left out.
    static func frames(around actors: [Actor], by cluster: FigureCluster, _ affiliations: Affiliations, _ stripes: [Actor.ID: Int])
        -> [Frame]
    {
        var frames: [Frame] = []
        for (index, actor) in actors.enumerated() {
            let owner =
                switch cluster {
                case .country: affiliations.country(of: actor)
                case .organization: affiliations.organization(of: actor)
                }
            guard let owner else { continue }
            if let known = frames.firstIndex(where: { $0.actor.id == owner.id }) {
                frames[known].nodes.append(index)
            } else {
                frames.append(Frame(id: "", actor: owner, stripe: stripes[owner.id], nodes: [index]))
            }
        }
        frames.removeAll { $0.nodes.count < 2 }
        for index in frames.indices { frames[index].id = "c-\(index + 1)" }
        return frames
    }
}

extension DOTWriter {
    /// A cluster for each frame; the label of a line within a frame stands in it.
    var frames: [String] {
        diagram.frames.enumerated().map { index, frame in
            let members = Set(frame.nodes)
            let labels = diagram.edges.indices.filter {
                diagram.layout != .layered && members.contains(diagram.edges[$0].subject) && members.contains(diagram.edges[$0].object)
            }
            let names = frame.nodes.map { "n\($0 + 1)" } + labels.map { "r\($0 + 1)" }
            let caption = HTMLLabel.font(LabelText.line(frame.actor.name, columns: 30), palette.muted, "10", bold: true)
            let graph = attributes([
                ("label", HTMLLabel.table("<TR><TD>\(caption)</TD></TR>")), ("labelloc", "t"), ("labeljust", "l"), ("style", "rounded"),
                ("color", frame.stripe.map { Palette.stripes[$0] } ?? palette.personLine), ("penwidth", "1.2"), ("margin", "12"),
                ("id", frame.id), ("class", "frame"),
            ])
            return "  subgraph cluster_\(index + 1) { graph \(graph); \(names.joined(separator: "; ")) }"
        }
    }
}
