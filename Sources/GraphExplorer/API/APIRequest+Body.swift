import HTTPTypes
import Hummingbird
import NIOCore

extension APIRequest {
    /// The media type of the body in small letters, without parameters.
    var mediaType: String {
        let header = request.headers[.contentType] ?? ""
        return String(header.prefix { $0 != ";" }).trimmingWhitespace.lowercased()
    }

    /// The body. Throws `Problem` when it is longer than so many bytes.
    func body(upTo limit: Int) async throws -> ByteBuffer {
        do {
            return try await request.body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw Problem.tooLarge("the body has more than \(limit) bytes, which is the limit here")
        }
    }

    /// The body as JSON.
    func jsonBody(upTo limit: Int) async throws -> JSONValue {
        guard mediaType == "application/json" else {
            throw Problem.unsupportedMediaType("send `Content-Type: application/json`")
        }
        do {
            return try JSONReader.value(try await body(upTo: limit).readableBytesView)
        } catch let failure as JSONReader.Failure {
            throw Problem.badRequest("the body is no JSON: \(failure)")
        }
    }
}

extension JSONValue {
    /// - Throws: `Problem` when it is no object, or has other members than these.
    func check(members known: [String]) throws(Problem) {
        let names = known.map { "`\($0)`" }.joined(separator: ", ")
        guard let members else { throw .badRequest("the body is an object with \(names)") }
        for member in members where !known.contains(member.name) {
            throw .badRequest("there is no `\(member.name.prefix(50))` here; there are \(names)")
        }
    }
}
