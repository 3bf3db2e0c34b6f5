import Foundation

/// The parts of a form with files: `multipart/form-data`.
///
/// Source: RFC 7578, and RFC 2046 for the boundary. What browsers send, and no more: one level, no transfer encodings.
struct MultipartForm: Sendable {
    struct Part: Sendable {
        var name: String
        /// Nil for a field that is no file.
        var fileName: String?
        var bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    let parts: [Part]

    private static let mostParts = 30
    private static let longestHead = 4_096

    /// - Parameter contentType: the header, with its `boundary`.
    /// - Throws: `Problem` for bytes that are no such form.
    init(_ bytes: [UInt8], contentType: String) throws(Problem) {
        guard let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
            throw .badRequest("the form has no boundary between its parts")
        }
        let data = Data(bytes)
        let delimiter = Data("--\(boundary)".utf8)
        let separator = Data("\r\n--\(boundary)".utf8)
        let endOfHead = Data("\r\n\r\n".utf8)
        guard let first = data.range(of: delimiter) else { throw Self.broken }
        var parts: [Part] = []
        var position = first.upperBound
        while true {
            // Two hyphens behind the delimiter end the form.
            if data[position...].starts(with: Data("--".utf8)) { break }
            guard parts.count < Self.mostParts else { throw .badRequest("the form has more than \(Self.mostParts) parts") }
            guard data[position...].starts(with: Data("\r\n".utf8)),
                let head = data.range(of: endOfHead, in: position..<min(data.endIndex, position + Self.longestHead)),
                let end = data.range(of: separator, in: (head.upperBound - 2)..<data.endIndex)
            else { throw Self.broken }
            let headers = String(decoding: data[position..<head.lowerBound], as: UTF8.self)
            if let disposition = Self.header("content-disposition", in: headers), let name = Self.parameter("name", of: disposition) {
                let content = head.upperBound <= end.lowerBound ? Array(data[head.upperBound..<end.lowerBound]) : []
                parts.append(Part(name: name, fileName: Self.parameter("filename", of: disposition), bytes: content))
            }
            position = end.upperBound
        }
        self.parts = parts
    }

    subscript(_ name: String) -> Part? { parts.first { $0.name == name } }

    private static let broken = Problem.badRequest("the form is cut short or has parts that are not closed; send it again")

    private static func header(_ name: String, in head: String) -> String? {
        for line in head.split(whereSeparator: \.isNewline) {
            let halves = line.split(separator: ":", maxSplits: 1)
            if halves.count == 2, String(halves[0]).trimmingWhitespace.lowercased() == name { return String(halves[1]) }
        }
        return nil
    }

    /// The value of a parameter, in quotes or not; `%22` is a quote there (HTML's form encoding).
    private static func parameter(_ name: String, of header: String) -> String? {
        var rest = header[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " }
            let key = rest.prefix { $0 != "=" && $0 != ";" }
            guard rest.dropFirst(key.count).first == "=" else { continue }
            rest = rest.dropFirst(key.count + 1)
            let value: Substring
            if rest.first == "\"" {
                value = rest.dropFirst().prefix { $0 != "\"" }
                rest = rest.dropFirst(value.count + 1)
            } else {
                value = rest.prefix { $0 != ";" }
                rest = rest.dropFirst(value.count)
            }
            if String(key).trimmingWhitespace.lowercased() == name { return String(value).replacing("%22", with: "\"") }
        }
        return nil
    }
}
