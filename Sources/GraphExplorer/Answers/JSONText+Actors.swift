package import GraphFormats
package import GraphStore
import KnowledgeGraph

extension JSONText {
    /// An actor of a list, with all its names and how much there is about it.
    package mutating func write(_ summary: ActorSummary, names: [String]) {
        object { json in
            json.key("id", summary.actor.id)
            json.key("name", summary.actor.name)
            json.key("type", summary.actor.type.rawValue)
            json.key("names") { $0.array(names) { $0.write($1) } }
            json.key("statements") { $0.write(summary.statements) }
            json.key("events") { $0.write(summary.events) }
            json.key("documents") { $0.write(summary.documents) }
            json.key("first", summary.days?.lowerBound.description)
            json.key("last", summary.days?.upperBound.description)
        }
    }
}
