import Foundation
import GraphFormats
import Mustache

/// The Mustache templates of the pages, read once. `Pages/Files` has them, one a page, with `layout.mustache` around each.
enum PageTemplates {
    static func text(of template: String, for page: Any) -> String {
        library.render(page, withTemplate: template) ?? ""
    }

    private static let library: MustacheLibrary = {
        TextEscaping.registered
        var library = MustacheLibrary()
        for (name, bytes) in files {
            let text = "{{% CONTENT_TYPE:\(TextEscaping.html.contentType)}}\n" + String(decoding: bytes, as: UTF8.self)
            do {
                try library.register(text, named: name)
            } catch {
                preconditionFailure("the template \(name) is broken, which its test should have found: \(error)")
            }
        }
        return library
    }()

    static let files: [(name: String, bytes: [UInt8])] = [
        ("layout", PackageResources.layout_mustache), ("problem", PackageResources.problem_mustache),
        ("start", PackageResources.start_mustache), ("figure", PackageResources.figure_mustache),
        ("figure-fragment", PackageResources.figure_fragment_mustache), ("figure-words", PackageResources.figure_words_mustache),
        ("search", PackageResources.search_mustache), ("suggestions", PackageResources.suggestions_mustache),
        ("actor", PackageResources.actor_mustache),
        ("statement", PackageResources.statement_mustache), ("evidence", PackageResources.evidence_mustache),
        ("document", PackageResources.document_mustache), ("path", PackageResources.path_mustache),
        ("path-end", PackageResources.path_end_mustache),
        ("query", PackageResources.query_mustache), ("duplicates", PackageResources.duplicates_mustache),
        ("duplicate-side", PackageResources.duplicate_side_mustache),
        ("article", PackageResources.article_mustache),
        ("canvas", PackageResources.canvas_mustache), ("statement-item", PackageResources.statement_item_mustache),
        ("sentence", PackageResources.sentence_mustache), ("actor-link", PackageResources.actor_link_mustache),
        ("count-bar", PackageResources.count_bar_mustache), ("filter-fields", PackageResources.filter_fields_mustache),
    ]
}
