package import GraphStore
package import RelationExtraction

/// A database for assistants: the Model Context Protocol on lines of JSON-RPC.
///
/// ```swift
/// let server = ModelContextServer(store: store)
/// await server.run(MessageLine.lines(fromDescriptor: 0)) { print($0) }
/// ```
/// Source: https://modelcontextprotocol.io/specification, of 2024-11-05 to 2026-07-28. It changes nothing and asks no other machine for anything.
package struct ModelContextServer: Sendable {
    private let services: ExplorerServices

    /// - Parameters:
    ///   - catalogue: labels of relations, and what the rules behind statements look for.
    ///   - extractor: reads articles that are sent; called once, when the first one is. Nil refuses them.
    package init(
        store: GraphStore, catalogue: RelationCatalogue? = nil, extractor: (@Sendable () throws -> Extractor)? = nil,
        limits: ExplorerOptions.Limits = ExplorerOptions.Limits()
    ) {
        services = ExplorerServices(
            store: store, renderer: .thisProcess, catalogue: catalogue, extractor: extractor,
            options: ExplorerOptions(limits: limits))
    }

    /// Answers messages until there are no more and every call has its answer.
    ///
    /// - Parameter write: takes answers, each one line without its line break; called from several tasks, one after the other.
    package func run(
        _ lines: some AsyncSequence<MessageLine, Never> & Sendable, write: @escaping @Sendable (String) -> Void
    ) async {
        let session = ModelContextSession(services: services, write: write)
        for await line in lines { await session.take(line) }
        await session.finish()
    }
}
