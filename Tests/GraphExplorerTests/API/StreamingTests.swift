import GraphFormats
import GraphStore
import KnowledgeGraph
import NIOCore
import SampleGraphs
import Synchronization
import Testing

@testable import GraphExplorer

@Suite("Exports that are sent while they are written", .serialized, .timeLimit(.minutes(5)))
struct StreamingTests {
    /// More than sockets and buffers hold.
    private static let network = Task {
        var options = ExplorerOptions()
        options.limits.stalledSeconds = 2
        return try await TestServer(StatementList(sampleNetwork(statements: 12_000)), options: options)
    }

    private func server() async throws -> TestServer { try await Self.network.value }

    @Test("are whole, and take as many as come")
    func whole() async throws {
        // With patience: five at once on a machine that is busy.
        let server = try await TestServer(StatementList(sampleNetwork(statements: 12_000)))
        let lengths = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<5 { group.addTask { try await server.get("export", [("format", "jsonl")]).text.split(separator: "\n").count } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(lengths == Array(repeating: 12_000, count: 5))
    }

    @Test("leave their place when the client goes away")
    func clientGone() async throws {
        let server = try await server()
        for _ in 0..<6 {
            let connection = try RawConnection(port: server.port)
            connection.write(Array("GET /api/v1/export?format=jsonl HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8))
            #expect(connection.read(4_096).starts(with: "HTTP/1.1 200".utf8))
        }
        #expect(try await server.get("export", [("format", "csv")]).status == 200)
    }

    @Test("leave their place when the client takes nothing")
    func slowClients() async throws {
        let server = try await server()
        let connections = try (0..<3).map { _ in try RawConnection(port: server.port) }
        for connection in connections {
            connection.write(Array("GET /api/v1/export?format=jsonl HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8))
            // Reads no further.
        }
        #expect(try await server.get("export", [("format", "jsonl"), ("class", "ASSAULT")]).status == 200)
        for connection in connections { #expect(connection.read(10).count == 10) }
    }

    @Test("hand pieces over in order, and stop when nobody takes them")
    func handOver() async throws {
        let handOver = PieceHandOver(patience: 60, seconds: 60)
        let writing = Task.detached {
            var output = PieceOutput(handOver)
            for number in 0..<100_000 { output.write("\(number)\n") }
            output.flush()
            handOver.finish()
            return output.isOpen
        }
        var text = ""
        while let piece = try await handOver.next() { text += String(buffer: piece) }
        #expect(text == (0..<100_000).map { "\($0)\n" }.joined())
        #expect(await writing.value)

        let abandoned = PieceHandOver(patience: 0, seconds: 60)
        var output = PieceOutput(abandoned)
        for number in 0..<100_000 { output.write("\(number)\n") }
        #expect(!output.isOpen)
        await #expect(throws: CancellationError.self) { try await abandoned.next() }
    }

    @Test("end before their end when nobody wants them any more")
    func wanted() {
        let asked = Mutex(0)
        let contents = WantedContents(StatementList(sampleNetwork(statements: 1_000))) {
            asked.withLock { $0 += 1 }
            return asked.withLock { $0 } < 3
        }
        #expect(Array(contents.statements).count < 200)
    }
}

@Suite("Work for clients that go away", .timeLimit(.minutes(5)))
struct AbandonedRequestTests {
    @Test("ends: there is room for the next")
    func queries() async throws {
        var options = ExplorerOptions()
        options.limits.querySeconds = 3_600
        let server = try await TestServer(options: options)
        let endless = QueryString.encoded(
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)")
        do {
            // As many as may read at once, and more.
            var connections: [RawConnection] = []
            for _ in 0..<6 {
                let connection = try RawConnection(port: server.port)
                connection.write(Array("GET /api/v1/query?q=\(endless) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8))
                connections.append(connection)
            }
            try await Task.sleep(for: .milliseconds(300))
            connections = []
        }
        #expect(try await server.get("query", [("q", "RETURN 1 AS n")]).status == 200)
    }
}
