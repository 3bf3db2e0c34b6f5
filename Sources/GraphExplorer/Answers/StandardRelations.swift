import KnowledgeGraph
import RelationExtraction

/// The catalogue that comes with the library, read once.
enum StandardRelations {
    private static let catalogue = Result { try RelationCatalogue.standard() }

    static var types: [RelationType] {
        get throws { try catalogue.get().types }
    }

    /// The relation that a statement's rule names; nil for those of other catalogues.
    static func description(ofRule rule: String) throws -> RelationDescription? { try catalogue.get().description(ofRule: rule) }
}
