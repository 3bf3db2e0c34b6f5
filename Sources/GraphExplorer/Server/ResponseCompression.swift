import HTTPTypes
import Hummingbird

/// Sends texts compressed to clients that take gzip (RFC 9110, 8.4): whole bodies and streams.
struct ResponseCompression: RouterMiddleware {
    typealias Context = ExplorerContext

    /// Shorter ones are sent as they are.
    private static let shortest = 1_000

    func handle(
        _ request: Request, context: ExplorerContext, next: (Request, ExplorerContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard Self.isText(response.headers[.contentType]) else { return response }
        response.headers[.vary] = "Accept-Encoding"
        guard request.method != .head, response.headers[.contentEncoding] == nil, Self.takesGzip(request.headers[.acceptEncoding]),
            (response.body.contentLength ?? .max) >= Self.shortest
        else { return response }
        response.headers[.contentEncoding] = "gzip"
        response.headers[.contentLength] = nil
        let body = response.body
        response.body = ResponseBody { writer in
            try await body.write(GzipBodyWriter(writer))
        }
        return response
    }

    static func takesGzip(_ header: String?) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { coding in
            let parts = coding.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let name = parts.first, name == "gzip" || name == "*" else { return false }
            return !parts.dropFirst().contains { $0.hasPrefix("q=0") && !$0.dropFirst(3).contains { ("1"..."9").contains($0) } }
        }
    }

    private static func isText(_ mediaType: String?) -> Bool {
        guard let mediaType else { return false }
        return mediaType.hasPrefix("text/") || mediaType.contains("json") || mediaType.contains("xml") || mediaType.contains("javascript")
    }
}

/// Compresses what is written and passes it on.
private struct GzipBodyWriter: ResponseBodyWriter {
    private var writer: any ResponseBodyWriter
    private let gzip = Gzip()

    init(_ writer: any ResponseBodyWriter) {
        self.writer = writer
    }

    mutating func write(_ buffer: ByteBuffer) async throws {
        let bytes = try gzip.compressed(buffer.readableBytesView)
        if !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        let bytes = try gzip.finished()
        try await writer.write(ByteBuffer(bytes: bytes))
        try await writer.finish(trailingHeaders)
    }
}
