public import KnowledgeGraph

extension Diagram {
    /// The kept positions of those that are drawn.
    ///
    /// They may come from a file: one that is no place on a sheet is refused, whoever else is drawn.
    static func positions(_ kept: [Actor.ID: FigurePosition], of actors: [Actor]) throws(DiagramError) -> [Actor.ID: FigurePosition] {
        if let unusable = kept.filter({ !$0.value.isUsable }).min(by: { $0.key < $1.key }) {
            throw .unusablePosition(actor: unusable.key, position: unusable.value)
        }
        let drawn = Set(actors.map(\.id))
        return kept.filter { drawn.contains($0.key) }
    }

    /// Where the actors stand, by id, if that is known before Graphviz lays the figure out; nil when it decides.
    package func placedActors() -> [Actor.ID: FigurePosition]? {
        guard let placement = BoxPlacement(self) else { return nil }
        let pairs = zip(nodes, placement.actors).map { ($0.actor.id, FigurePosition(x: $1.middle.x, y: $1.middle.y)) }
        return Dictionary(pairs) { first, _ in first }
    }
}
