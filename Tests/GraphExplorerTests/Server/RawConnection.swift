import Foundation
import Glibc

/// A connection to this machine on which a test writes what it likes: no library in between makes it polite.
final class RawConnection: @unchecked Sendable {
    // A class: it owns a socket. Used from one task at a time.
    private let socket: Int32

    struct Refused: Error {}

    init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard status == 0 else {
            Glibc.close(socket)
            throw Refused()
        }
    }

    deinit { Glibc.close(socket) }

    /// False when the other side has closed.
    @discardableResult
    func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// All that comes until the other side closes, or for so many seconds; with `isOne`, until an answer with its length is whole.
    func response(seconds: Int = 20, isOne: Bool = false) async -> [UInt8] {
        await withCheckedContinuation { continuation in
            // A thread of its own: Dispatch's are those that Swift's tasks run on.
            Thread.detachNewThread {
                var time = timeval(tv_sec: seconds, tv_usec: 0)
                setsockopt(self.socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
                var bytes: [UInt8] = []
                var piece = [UInt8](repeating: 0, count: 65_536)
                while true {
                    let count = recv(self.socket, &piece, piece.count, 0)
                    guard count > 0 else { break }
                    bytes += piece[..<count]
                    if isOne, Self.isWhole(bytes) { break }
                }
                continuation.resume(returning: bytes)
            }
        }
    }

    /// Up to so many bytes, blocking; fewer, or none, at the end.
    func read(_ most: Int) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: most)
        let count = recv(socket, &buffer, most, 0)
        return Array(buffer.prefix(max(0, count)))
    }

    private static func isWhole(_ answer: [UInt8]) -> Bool {
        let text = String(decoding: answer, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n"),
            let length = text[..<end.lowerBound].lowercased().firstMatch(of: /content-length: *(\d+)/)
        else { return false }
        return text[end.upperBound...].utf8.count >= Int(length.output.1) ?? .max
    }

    /// Whether the other side closes within so many seconds.
    func isClosed(within seconds: Int) async -> Bool {
        let start = ContinuousClock.now
        _ = await response(seconds: seconds)
        return ContinuousClock.now - start < .seconds(seconds)
    }
}
