import Foundation
import GraphDrawing
import GraphStore
import KnowledgeGraph
import RelationExtraction
import SampleGraphs
import Synchronization

@testable import GraphExplorer

/// A server on a free port of this machine, for as long as the test process lives.
final class TestServer: Sendable {
    let port: Int

    /// Starts one over a store in memory.
    ///
    /// - Parameters:
    ///   - graph: what the store holds.
    ///   - isEditable: whether pages may change it.
    init(
        _ graph: StatementList = harbourStrikeContents, isEditable: Bool = false, options: ExplorerOptions = ExplorerOptions()
    ) async throws {
        let store = try GraphStore.holding(graph)
        let explorer = Explorer(
            store: store, editing: isEditable ? store : nil, renderer: .thisProcess, catalogue: try .standard(), options: options)
        port = await withCheckedContinuation { continuation in
            Task {
                try await explorer.run { address in
                    continuation.resume(returning: URL(string: address)?.port ?? 0)
                }
            }
        }
    }

    /// The invented article, served once for all tests.
    static let harbourStrike = Task { try await TestServer() }

    struct Answer: Sendable {
        var status: Int
        /// Names in small letters.
        var headers: [String: String]
        var body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }

        var json: JSONValue {
            get throws { try JSONReader.value(body) }
        }
    }

    /// Asks on a connection of its own.
    func ask(
        _ method: String = "GET", _ target: String, headers: [String: String] = [:], body: String = ""
    ) async throws -> Answer {
        var head = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if !body.isEmpty { head += "Content-Length: \(body.utf8.count)\r\n" }
        let bytes = try await exchange(Array((head + "\r\n" + body).utf8))
        return try Answer(bytes, hasBody: method != "HEAD")
    }

    func get(_ path: String, _ fields: [(String, String)] = []) async throws -> Answer {
        let query = fields.map { QueryString.encoded($0) + "=" + QueryString.encoded($1) }.joined(separator: "&")
        return try await ask("GET", "/api/v1/\(path)" + (query.isEmpty ? "" : "?\(query)"))
    }

    /// Sends bytes and reads until the server ends the connection.
    func exchange(_ bytes: [UInt8]) async throws -> [UInt8] {
        let connection = try RawConnection(port: port)
        connection.write(bytes)
        return await connection.response(seconds: 120)
    }
}

extension TestServer.Answer {
    struct Malformed: Error {}

    init(_ bytes: [UInt8], hasBody: Bool = true) throws {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { throw Malformed() }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { throw Malformed() }
        self.status = status
        headers = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
        }
        let rest = bytes[end.upperBound...]
        guard headers["transfer-encoding"] == "chunked", hasBody else {
            body = Array(rest)
            return
        }
        body = []
        var position = rest.startIndex
        while true {
            guard let line = rest[position...].firstRange(of: [13, 10]),
                let size = Int(String(decoding: rest[position..<line.lowerBound], as: UTF8.self), radix: 16)
            else { throw Malformed() }
            if size == 0 { return }
            body += rest[line.upperBound..<line.upperBound + size]
            position = line.upperBound + size + 2
        }
    }
}

extension GraphStore {
    /// A store in memory that holds a graph: each document with a text that its evidence stands in.
    static func holding(_ graph: StatementList) throws -> GraphStore {
        let store = try GraphStore.inMemory()
        for (id, statements) in Dictionary(grouping: graph.statements, by: \.document).sorted(by: { $0.key < $1.key }) {
            let details = graph.documents[id] ?? DocumentDetails(id: id)
            let document = GraphDocument(
                id: id, date: details.date, title: details.title, source: details.source, url: details.url, text: text(statements))
            _ = try store.add(document, statements: statements)
        }
        return store
    }

    private static func text(_ statements: [Statement]) -> String {
        var bytes = [UInt8](repeating: 0x20, count: statements.map(\.evidence.span.upperBound).max() ?? 0)
        for statement in statements {
            let sentence = Array(statement.evidence.sentence.utf8)
            let start = statement.evidence.span.lowerBound
            guard start + sentence.count <= bytes.count else { continue }
            bytes.replaceSubrange(start..<start + sentence.count, with: sentence)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
