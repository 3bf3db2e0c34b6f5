import HTTPTypes
import Hummingbird
import NIOCore

/// What forms send as a body.
enum FormBody {
    /// The fields of `application/x-www-form-urlencoded`.
    ///
    /// - Parameter limit: bytes of the body.
    static func fields(of request: Request, limit: Int) async throws -> FormFields {
        guard mediaType(of: request) == "application/x-www-form-urlencoded" else {
            throw Problem.unsupportedMediaType("send a form: `Content-Type: application/x-www-form-urlencoded`")
        }
        return FormFields(bytes: try await bytes(of: request, limit: limit))
    }

    /// The body. Throws `Problem` when it is longer.
    static func bytes(of request: Request, limit: Int) async throws -> [UInt8] {
        do {
            return Array(try await request.body.collect(upTo: limit).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Problem.tooLarge("what was sent has more than \(PageWords.number(limit)) bytes, which is the limit here")
        }
    }

    /// In small letters, without parameters.
    static func mediaType(of request: Request) -> String {
        String((request.headers[.contentType] ?? "").prefix { $0 != ";" }).trimmingWhitespace.lowercased()
    }
}
