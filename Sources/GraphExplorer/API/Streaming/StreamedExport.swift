import GraphFormats
import GraphStore
import Hummingbird
import KnowledgeGraph

/// An export that is sent while a thread of its own writes it.
struct StreamedExport: Sendable {
    private let handOver: PieceHandOver
    private let writing: Task<Void, Never>

    /// Begins to write.
    ///
    /// - Parameter file: of a format that has several.
    init(_ format: any GraphFormat, file: String?, where filter: StatementFilter, services: ExplorerServices) {
        let limits = services.options.limits
        let handOver = PieceHandOver(patience: limits.stalledSeconds, seconds: limits.exportSeconds)
        self.handOver = handOver
        writing = Task {
            do {
                try await services.export { store in
                    var output = PieceOutput(handOver)
                    try store.withContents(where: filter) { contents in
                        let contents = WantedContents(contents) { !Task.isCancelled && !handOver.isAbandoned }
                        if let file, let format = format as? any FileSetFormat {
                            try format.write(file: file, of: contents, to: &output)
                        } else {
                            try format.write(contents, to: &output)
                        }
                    }
                    output.flush()
                    // What nobody wanted any more is not whole.
                    guard output.isOpen, !Task.isCancelled else { throw CancellationError() }
                }
                handOver.finish()
            } catch {
                handOver.finish(throwing: error)
            }
        }
    }

    /// The body, once there is something of it: what fails before that is thrown here and not in the middle of an answer.
    func body() async throws -> ResponseBody {
        let (handOver, writing) = (handOver, writing)
        let first: ByteBuffer?
        do {
            first = try await handOver.next()
        } catch {
            writing.cancel()
            handOver.abandon()
            throw error
        }
        return ResponseBody { writer in
            do {
                var piece = first
                while let bytes = piece {
                    try await writer.write(bytes)
                    piece = try await handOver.next()
                }
            } catch {
                writing.cancel()
                handOver.abandon()
                throw error
            }
            try await writer.finish(nil)
        }
    }
}
