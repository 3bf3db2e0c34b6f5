public import Foundation
public import KnowledgeGraph

/// The relation types that can be found, and the words that express them.
///
/// ```swift
/// let catalogue = try RelationCatalogue.standard()
/// catalogue.types.map(\.name)   // ["agreed-with", "promised", …]
/// ```
public struct RelationCatalogue: Sendable {
    /// In the order of the files and of the entries in them.
    let entries: [RelationEntry]
    private let index: [String: [TriggerReference]]

    /// A trigger of an entry.
    struct TriggerReference: Sendable, Hashable {
        var entry: Int
        var trigger: Int
    }

    init(entries: [RelationEntry]) {
        self.entries = entries
        var index: [String: [TriggerReference]] = [:]
        for (entryIndex, entry) in entries.enumerated() {
            for (triggerIndex, trigger) in entry.triggers.enumerated() {
                for lemma in trigger.lemmas {
                    index[Self.key(trigger.form, lemma), default: []].append(TriggerReference(entry: entryIndex, trigger: triggerIndex))
                }
            }
        }
        self.index = index
    }

    /// The relation types, for lists and diagrams.
    public var types: [RelationType] { entries.map(\.type) }

    /// What a diagram in this language writes, by name of the relation; in English where an entry has no label in it.
    ///
    /// ```swift
    /// catalogue.labels(in: "de")["met-with"]   // "traf sich mit"
    /// ```
    /// - Parameter languageCode: of ISO 639-1.
    public func labels(in languageCode: String) -> [String: String] {
        Dictionary(types.map { ($0.name, $0.labels[languageCode] ?? $0.label) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads a catalogue file of the user's own and adds its entries; an entry that has the name of a known relation adds its
    /// triggers and its labels in other languages to it.
    ///
    /// - Throws: `CatalogueError` with the line and column of what is wrong.
    public func merging(yaml: String, file: String) throws -> RelationCatalogue {
        RelationCatalogue(entries: Self.merged(entries, try CatalogueParser(file: file).entries(in: yaml)))
    }

    /// The triggers of this form for this lemma or phrase, in the order of the catalogue.
    func triggers(_ form: Trigger.Form, _ lemma: String) -> [TriggerReference] { index[Self.key(form, lemma)] ?? [] }

    private static func key(_ form: Trigger.Form, _ lemma: String) -> String { "\(form.rawValue)/\(lemma)" }

    private static func merged(_ entries: [RelationEntry], _ more: [RelationEntry]) -> [RelationEntry] {
        more.reduce(into: entries) { entries, entry in
            guard let known = entries.firstIndex(where: { $0.type.name == entry.type.name }) else {
                entries.append(entry)
                return
            }
            entries[known].type.labels.merge(entry.type.labels) { _, new in new }
            entries[known].triggers += entry.triggers
            entries[known].examples += entry.examples
        }
    }
}

extension RelationCatalogue {
    /// Names of the catalogue's files, a file for each class.
    static let files = RelationClass.allCases.map { "\($0.rawValue).yaml" }

    /// The catalogue that comes with the library.
    ///
    /// - Parameters:
    ///   - directory: its `relations` folder, when not the one beside the library.
    ///   - withExamples: whether its descriptions are to have their examples, which takes longer to read.
    public static func standard(directory: URL? = nil, withExamples: Bool = false) throws -> RelationCatalogue {
        let folder = directory ?? ResourceLocation.folder("relations")
        let sources = try files.map { try text(ofFile: $0, in: folder) }
        let isCompiled = FileManager.default.fileExists(atPath: folder.appendingPathComponent(CompiledCatalogue.fileName).path)
        if isCompiled, !withExamples,
            let entries = CompiledCatalogue.entries(in: try text(ofFile: CompiledCatalogue.fileName, in: folder), sources: sources)
        {
            return RelationCatalogue(entries: entries)
        }
        return RelationCatalogue(entries: try entries(ofSources: sources))
    }

    /// The entries of the catalogue's files with their examples.
    static func entries(ofSources sources: [String]) throws -> [RelationEntry] {
        try zip(files, sources).flatMap { try CatalogueParser(file: "relations/\($0)").entries(in: $1) }
    }

    static func text(ofFile name: String, in folder: URL) throws -> String {
        let url = folder.appendingPathComponent(name)
        do {
            return try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw CatalogueError(file: url.path, message: "cannot be read; reinstall newsgraph or name the folder of its resources")
        }
    }
}
