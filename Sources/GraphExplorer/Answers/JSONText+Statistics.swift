package import GraphFormats
package import GraphStore

extension JSONText {
    /// What a database holds.
    ///
    /// - Parameter merges: how many actors have been merged into another.
    package mutating func write(_ statistics: GraphStatistics, merges: Int) {
        object { json in
            json.key("documents") { $0.write(statistics.documents) }
            json.key("sentences") { $0.write(statistics.sentences) }
            json.key("actors") { $0.write(statistics.actors) }
            json.key("merges") { $0.write(merges) }
            json.key("statements") { $0.write(statistics.statements) }
            json.key("events") { $0.write(statistics.events) }
            json.key("first", statistics.days?.lowerBound.description)
            json.key("last", statistics.days?.upperBound.description)
            json.key("types", statistics.actorTypes)
            json.key("statuses", statistics.statuses)
            json.key("classes", statistics.classes)
            json.key("relations", statistics.relations)
        }
    }

    /// Names with their numbers.
    mutating func key(_ name: StaticString, _ counts: [GraphStatistics.Count]) {
        key(name) { json in
            json.array(counts) { json, count in
                json.object { json in
                    json.key("name", count.name)
                    json.key("count") { $0.write(count.count) }
                }
            }
        }
    }
}
