import Foundation
import GraphDrawing
import GraphStore
import KnowledgeGraph
import RelationExtraction
import SampleGraphs

@testable import GraphExplorer

/// An explorer that serves a database of its own on a free port, until the test that it is for is over.
final class RunningExplorer: Sendable {
    // A class: it owns a server and a folder.
    let address: String
    let port: Int
    let store: GraphStore
    private let server: Task<Void, any Error>
    private let folder: URL

    /// - Parameter documents: what the database holds, by document.
    static func start(
        _ documents: [(GraphDocument, [Statement])] = [harbourDocument], isEditable: Bool = false,
        options: ExplorerOptions = ExplorerOptions(), extractor: (@Sendable () throws -> Extractor)? = nil
    ) async throws -> RunningExplorer {
        // Servers are cancelled here, which they would call an error.
        setenv("LOG_LEVEL", "critical", 0)
        let folder = FileManager.default.temporaryDirectory.appending(path: "newsgraph-explorer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "news.sqlite").path
        let writer = try GraphStore(path: path, mode: .writing)
        for (document, statements) in documents { try writer.add(document, statements: statements) }
        let store = try GraphStore(path: path, mode: .reading)
        let explorer = Explorer(
            store: store, editing: isEditable ? writer : nil, renderer: RenderWorkers(try worker()), extractor: extractor, options: options)
        let (addresses, started) = AsyncStream.makeStream(of: String.self)
        let server = Task {
            defer { started.finish() }
            try await explorer.run { started.yield($0) }
        }
        guard let address = await addresses.first(where: { _ in true }), let port = URL(string: address)?.port else {
            try await server.value
            throw NotStarted()
        }
        return RunningExplorer(address: String(address.dropLast()), port: port, store: writer, server: server, folder: folder)
    }

    private init(address: String, port: Int, store: GraphStore, server: Task<Void, any Error>, folder: URL) {
        self.address = address
        self.port = port
        self.store = store
        self.server = server
        self.folder = folder
    }

    deinit {
        server.cancel()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Whether the server runs still.
    var isRunning: Bool {
        get async throws { try await get("/healthz").status == 200 }
    }

    func get(_ path: String, headers: [String: String] = [:]) async throws -> TestServer.Answer {
        try await send("GET", path, headers: headers)
    }

    func send(_ method: String, _ path: String, headers: [String: String] = [:], body: String? = nil) async throws -> TestServer.Answer {
        let connection = try RawConnection(port: port)
        var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if let body { head += "Content-Length: \(body.utf8.count)\r\n" }
        connection.write(head + "\r\n" + (body ?? ""))
        return try TestServer.Answer(await connection.response())
    }

    struct NotStarted: Error {}

    /// The invented strike, as one document whose text has every sentence.
    static let harbourDocument: (GraphDocument, [Statement]) = document(of: harbourStrike, id: "harbour")

    /// A document whose text is the statements' sentences, and the statements with their places in it.
    static func document(of statements: [Statement], id: String, title: String = "The harbour strike") -> (GraphDocument, [Statement]) {
        var text = ""
        let placed = statements.enumerated().map { index, statement in
            var statement = statement
            let start = text.utf8.count
            text += statement.evidence.sentence + "\n\n"
            statement.id = "\(id)-\(index)"
            statement.document = id
            statement.evidence = Evidence(
                sentence: statement.evidence.sentence, index: index, span: start..<start + statement.evidence.sentence.utf8.count)
            return statement
        }
        let date = statements.compactMap(\.date?.start).max()
        return (
            GraphDocument(id: id, date: date, title: title, source: "Harbour Gazette", url: "https://example.org/\(id)", text: text), placed
        )
    }

    /// Beside the test bundle, where `swift build` puts it.
    static func worker() throws -> RenderWorkers.Command {
        let bundle = Bundle(for: Marker.self).bundleURL.deletingLastPathComponent()
        let places = [bundle, Bundle.main.executableURL?.deletingLastPathComponent(), URL(fileURLWithPath: ".build/debug")]
        for place in places.compactMap(\.self) {
            let path = place.appending(path: "RenderWorkerProgram").path
            if FileManager.default.isExecutableFile(atPath: path) {
                return .init(executable: path, arguments: [RenderWorkers.Command.argument])
            }
        }
        throw NotStarted()
    }

    private final class Marker {}
}
