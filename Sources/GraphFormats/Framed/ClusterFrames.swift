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
