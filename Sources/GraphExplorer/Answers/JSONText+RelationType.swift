package import GraphFormats
package import KnowledgeGraph

extension JSONText {
    /// An entry of the relation catalogue.
    package mutating func write(_ type: RelationType) {
        object { json in
            json.key("relation", type.name)
            json.key("class", type.relationClass.rawValue)
            json.key("label", type.label)
            json.key("inverse", type.inverseLabel)
            json.key("symmetric") { $0.write(type.isSymmetric) }
        }
    }
}
