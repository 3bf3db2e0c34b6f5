import GraphFormats
import KnowledgeGraph

/// The document that something comes from.
struct SourceLink: Sendable {
    let sourceTitle: String
    let publisher: String?
    let sourceDate: String?
    /// Of the document's own page here.
    let sourceAddress: String?
    /// Where it was published: http and https only.
    let webAddress: String?

    init(_ id: String, _ details: DocumentDetails?, isLinked: Bool = true) {
        let title = [details?.title, id].compactMap { $0.map { LabelText.line($0, columns: 140) } }.first { !$0.isEmpty }
        sourceTitle = title ?? "(untitled)"
        publisher = details?.source.map { LabelText.line($0, columns: 80) }.flatMap { $0.isEmpty ? nil : $0 }
        sourceDate = details?.date.map(PageWords.day)
        sourceAddress = isLinked ? PageAddress.document(id) : nil
        webAddress = details?.url.flatMap(WebAddress.plain)
    }
}
