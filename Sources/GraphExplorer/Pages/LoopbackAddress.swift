import NIOCore
import NIOPosix

/// An address of this machine that an article or a feed is read from: nothing else is ever asked.
///
/// Names are not looked up: `localhost` is 127.0.0.1, so that no name server can make it another machine. Redirections are not followed.
struct LoopbackAddress: Sendable, Hashable {
    let host: String
    let port: Int
    let path: String

    private static let hosts = ["127.0.0.1", "localhost", "[::1]"]
    private static let seconds: Int64 = 10

    /// - Throws: `Problem` for addresses of other machines, and for what is none.
    init(_ text: String) throws(Problem) {
        guard text.utf8.count <= 2_000, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .badRequest("the address has characters that no address may have")
        }
        guard text.lowercased().hasPrefix("http://") else {
            throw Self.refused
        }
        let rest = text.dropFirst("http://".count)
        let authority = rest.prefix { !"/?#".contains($0) }
        guard let host = Self.hosts.first(where: { authority.lowercased() == $0 || authority.lowercased().hasPrefix($0 + ":") }) else {
            throw Self.refused
        }
        let digits = authority.dropFirst(host.count).drop { $0 == ":" }
        guard let port = digits.isEmpty ? 80 : Int(digits), (1...65_535).contains(port), digits.allSatisfy(\.isNumber) else {
            throw .badRequest("the port is a number from 1 to 65535")
        }
        self.host = host
        self.port = port
        let path = rest.dropFirst(authority.count).prefix { $0 != "#" }
        self.path = path.hasPrefix("/") ? String(path) : "/" + path
    }

    private static let refused = Problem.forbidden(
        "only addresses of this machine are read: http://127.0.0.1, http://localhost or http://[::1]. Save the page of another site and choose the file"
    )

    /// The file's name in the address.
    var name: String { path.prefix { $0 != "?" }.split(separator: "/").last.map(String.init) ?? "page.html" }

    /// What a `GET` gives (HTTP/1.0, so that the body ends with the connection).
    func contents(limit: Int) async throws -> [UInt8] {
        let answer: [UInt8]
        do {
            answer = try await exchange(limit: limit + 65_536)
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(
                status: .badGateway, kind: "no-answer", title: "The address does not answer",
                detail: "nothing could be read from \(host):\(port); check that its server runs")
        }
        let end = Array("\r\n\r\n".utf8)
        guard let head = answer.firstRange(of: end) else { throw Self.unreadable("no answer of HTTP came") }
        let lines = String(decoding: answer[..<head.lowerBound], as: UTF8.self).split(whereSeparator: \.isNewline)
        let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        guard status == 200 else {
            throw Self.unreadable(
                "its server answers \(status.map(String.init) ?? "what is no HTTP"), and 200 is needed; redirections are not followed")
        }
        let isChunked = lines.contains { $0.lowercased().hasPrefix("transfer-encoding:") && $0.lowercased().contains("chunked") }
        guard !isChunked else { throw Self.unreadable("its server sends pieces to a client that asked for a whole") }
        return Array(answer[head.upperBound...])
    }

    private static func unreadable(_ detail: String) -> Problem {
        Problem(status: .badGateway, kind: "no-answer", title: "The address cannot be read", detail: detail)
    }

    private func exchange(limit: Int) async throws -> [UInt8] {
        let ip = host == "[::1]" ? "::1" : "127.0.0.1"
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(3))
            .connect(to: try SocketAddress(ipAddress: ip, port: port)) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        let deadline = channel.channel.eventLoop.scheduleTask(in: .seconds(Self.seconds)) { channel.channel.close(promise: nil) }
        defer { deadline.cancel() }
        return try await channel.executeThenClose { inbound, outbound in
            let request = "GET \(path) HTTP/1.0\r\nHost: \(host):\(port)\r\nAccept: text/html, application/rss+xml, text/plain, */*\r\n\r\n"
            try await outbound.write(ByteBuffer(string: request))
            var bytes: [UInt8] = []
            for try await buffer in inbound {
                bytes.append(contentsOf: buffer.readableBytesView)
                guard bytes.count <= limit else {
                    throw Problem.tooLarge("what the address gives is larger than \(PageWords.number(limit)) bytes")
                }
            }
            return bytes
        }
    }
}
