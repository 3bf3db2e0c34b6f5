import Foundation
import Testing

@testable import GraphExplorer

/// Clients that mean harm, or are broken: they get a typed answer or are cut off, and the server serves the next one.
@Suite("Hostile connections", .serialized)
struct HostileConnectionTests {
    private static func quick() -> ExplorerOptions {
        var options = ExplorerOptions()
        options.limits.requestSeconds = 2
        options.limits.idleSeconds = 2
        options.limits.stalledSeconds = 2
        return options
    }

    @Test(
        "that are no HTTP are cut off", arguments: ["\u{0}\u{1}\u{2}\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET\r\n\r\n", "HELO there\r\n"])
    func garbage(text: String) async throws {
        let explorer = try await RunningExplorer.start(options: Self.quick())
        let connection = try RawConnection(port: explorer.port)
        connection.write(text)
        #expect(await connection.isClosed(within: 60))
        #expect(try await explorer.isRunning)
    }

    @Test("with heads beyond measure are cut off or refused")
    func headers() async throws {
        let explorer = try await RunningExplorer.start(options: Self.quick())
        for head in [
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + String(repeating: "x", count: 200_000) + "\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + (0..<5_000).map { "X-\($0): 1\r\n" }.joined() + "\r\n",
            "GET /" + String(repeating: "a", count: 1_000_000) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        ] {
            let connection = try RawConnection(port: explorer.port)
            connection.write(head)
            let answer = String(decoding: await connection.response(seconds: 30).prefix(12), as: UTF8.self)
            #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"))
        }
        #expect(try await explorer.isRunning)
    }

    @Test("that send a body of 100 MB are refused, and it is not kept", arguments: ["/article", "/merge", "/", "/api/v1/extract"])
    func largeBody(path: String) async throws {
        let explorer = try await RunningExplorer.start(isEditable: true, options: Self.quick())
        let before = residentMegabytes()
        let connection = try RawConnection(port: explorer.port)
        connection.write(
            "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(explorer.port)\r\nContent-Type: text/plain\r\nContent-Length: 100000000\r\n\r\n")
        let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        let sending = Task.detached { for _ in 0..<100 where !connection.write(piece) { break } }
        let answer = String(decoding: await connection.response(seconds: 60).prefix(12), as: UTF8.self)
        await sending.value
        #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(answer)")
        #expect(residentMegabytes() - before < 60)
        #expect(try await explorer.isRunning)
    }

    @Test("that send slowly have their time and no more")
    func slow() async throws {
        let explorer = try await RunningExplorer.start(options: Self.quick())
        let connection = try RawConnection(port: explorer.port)
        let start = ContinuousClock.now
        for letter in "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + String(repeating: "a", count: 200) {
            guard connection.write(String(letter)) else { break }
            try await Task.sleep(for: .milliseconds(200))
            if ContinuousClock.now - start > .seconds(40) { break }
        }
        #expect(ContinuousClock.now - start < .seconds(30))
        #expect(try await explorer.isRunning)
    }

    @Test("a thousand of them leave room for the next")
    func thousand() async throws {
        var options = ExplorerOptions()
        options.limits.connections = 2_000
        let explorer = try await RunningExplorer.start(options: options)
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = min(limit.rlim_max, 8_192)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        var open: [RawConnection] = []
        for number in 0..<1_000 {
            open.append(try RawConnection(port: explorer.port))
            // More at once than the server has taken would wait for the system to try again.
            if number % 50 == 49 { try await Task.sleep(for: .milliseconds(100)) }
        }
        let start = ContinuousClock.now
        #expect(try await explorer.isRunning)
        #expect(ContinuousClock.now - start < .seconds(60))
        withExtendedLifetime(open) {}
    }

    @Test(
        "that call the server by another name are refused",
        arguments: ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", ""])
    func host(name: String) async throws {
        let explorer = try await RunningExplorer.start()
        let connection = try RawConnection(port: explorer.port)
        connection.write("GET / HTTP/1.1\r\nHost: \(name)\r\nConnection: close\r\n\r\n")
        #expect(try TestServer.Answer(await connection.response()).status == 421)
    }

    @Test("from pages of other sites change nothing")
    func otherSites() async throws {
        let explorer = try await RunningExplorer.start(isEditable: true)
        for headers in [["Origin": "https://evil.example"], ["Sec-Fetch-Site": "cross-site"], ["Origin": "null"]] {
            let answer = try await explorer.send("POST", "/merge", headers: headers, body: "actor=a&target=b")
            #expect(answer.status == 403)
        }
    }

    private func residentMegabytes() -> Int {
        let fields = String(decoding: FileManager.default.contents(atPath: "/proc/self/statm") ?? Data(), as: UTF8.self).split(
            separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(getpagesize()) / 1_000_000 : 0
    }
}
