package import GraphFormats
package import KnowledgeGraph

extension JSONText {
    /// A chain between two actors: their ids, and the statements of each step.
    package mutating func write(_ path: Path) {
        object { json in
            json.key("actors") { $0.array(path.actors) { $0.write($1.id) } }
            json.key("steps") { json in
                json.array(path.steps) { json, step in
                    json.object { json in
                        json.key("from", step.from.id)
                        json.key("to", step.to.id)
                        json.key("statements") { $0.array(step.statements) { JSONLines.write($1, to: &$0) } }
                    }
                }
            }
        }
    }
}
