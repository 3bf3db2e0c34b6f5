import Foundation

@testable import RelationExtraction

/// The catalogue's YAML files, with their examples.
enum CatalogueFiles {
    static let folder = ResourceLocation.folder("relations")

    static func sources() throws -> [String] {
        try RelationCatalogue.files.map { try RelationCatalogue.text(ofFile: $0, in: folder) }
    }

    static func entries() throws -> [RelationEntry] { try RelationCatalogue.entries(ofSources: try sources()) }

    /// The same folder in the source tree, where a new compiled form is written.
    static let sourceFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/RelationExtraction/Resources/relations")
}
