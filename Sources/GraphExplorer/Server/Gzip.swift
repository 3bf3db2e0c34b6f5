import CZlib
import Foundation

/// A stream being compressed by zlib, in the gzip form (RFC 1952).
///
/// A class: it owns zlib's state. Used from one task at a time.
final class Gzip {
    private var stream = z_stream()

    struct Failure: Error {
        var code: Int32
    }

    init() {
        // 15 bits of window, and 16 for gzip's head and tail; level 5 takes two thirds of the time of level 6 for 2 % more bytes.
        let code = deflateInit2_(&stream, 5, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(code == Z_OK, "zlib refuses its own parameters: \(code)")
    }

    deinit { deflateEnd(&stream) }

    /// What can be sent on already.
    func compressed(_ bytes: some ContiguousBytes) throws -> [UInt8] { try bytes.withUnsafeBytes { try run($0, flush: Z_NO_FLUSH) } }

    /// The rest.
    func finished() throws -> [UInt8] { try run(UnsafeRawBufferPointer(start: nil, count: 0), flush: Z_FINISH) }

    private func run(_ input: UnsafeRawBufferPointer, flush: Int32) throws -> [UInt8] {
        var output: [UInt8] = []
        stream.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
        stream.avail_in = UInt32(input.count)
        repeat {
            let (piece, code) = piece(flush: flush)
            guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { throw Failure(code: code) }
            output += piece
        } while stream.avail_out == 0
        return output
    }

    private func piece(flush: Int32) -> ([UInt8], code: Int32) {
        var code = Z_OK
        let piece = [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, count in
            stream.next_out = buffer.baseAddress
            stream.avail_out = UInt32(buffer.count)
            code = deflate(&stream, flush)
            count = buffer.count - Int(stream.avail_out)
        }
        return (piece, code)
    }
}
