import Foundation

/// Bytes of a file or of standard input, read once from front to back; the only place that calls the system to read.
///
/// A class because it owns a file descriptor.
package final class ByteStream {
    private let descriptor: Int32
    private let input: Input
    /// Read and not handed out yet: `buffer[position...]`.
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    private static let chunk = 1 << 18

    package init(_ input: Input) throws(NewsTextError) {
        self.input = input
        guard case .file(let path) = input else {
            descriptor = 0
            return
        }
        descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else {
            throw NewsTextError(file: path, problem: errno == ENOENT ? .missing : .unreadable(String(cString: strerror(errno))))
        }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw NewsTextError(file: path, problem: .isDirectory)
        }
    }

    /// Bytes that are at hand.
    init(_ bytes: [UInt8], input: Input) {
        self.input = input
        descriptor = -1
        buffer = bytes
        isAtEnd = true
    }

    deinit {
        if descriptor > 0 { close(descriptor) }
    }

    /// Up to `count` bytes from the front, which stay to be read.
    package func peek(_ count: Int) throws(NewsTextError) -> ArraySlice<UInt8> {
        while buffer.count - position < count, !isAtEnd { try fill() }
        return buffer[position..<min(buffer.count, position + count)]
    }

    /// Everything that is left.
    func readAll() throws(NewsTextError) -> [UInt8] {
        while !isAtEnd { try fill() }
        defer { position = buffer.count }
        return position == 0 ? buffer : Array(buffer[position...])
    }

    /// The next bytes, as many as are at hand; nil at the end.
    package func nextPiece() throws(NewsTextError) -> ArraySlice<UInt8>? {
        if position == buffer.count, !isAtEnd { try fill() }
        guard position < buffer.count else { return nil }
        defer { position = buffer.count }
        return buffer[position...]
    }

    /// The next line without its line break (LF or CR LF); nil at the end.
    func nextLine(limit: Int) throws(NewsTextError) -> Line? {
        var searched = position
        while true {
            if let end = buffer[searched...].firstIndex(of: 10) {
                let line = buffer[position..<end]
                position = end + 1
                return .complete(line.last == 13 ? line.dropLast() : line)
            }
            searched = buffer.count
            guard !isAtEnd else { break }
            if buffer.count - position > limit { return try skipLine() }
            let consumed = position
            try fill()
            searched -= consumed - position
        }
        guard position < buffer.count else { return nil }
        let line = buffer[position...]
        position = buffer.count
        return .complete(line)
    }

    enum Line {
        case complete(ArraySlice<UInt8>)
        /// Longer than the limit, and left out.
        case tooLong
    }

    private func skipLine() throws(NewsTextError) -> Line {
        while true {
            if let end = buffer[position...].firstIndex(of: 10) {
                position = end + 1
                return .tooLong
            }
            position = buffer.count
            guard !isAtEnd else { return .tooLong }
            try fill()
        }
    }

    /// Drops what has been handed out and reads one more chunk.
    private func fill() throws(NewsTextError) {
        if position > 0 {
            buffer.removeFirst(position)
            position = 0
        }
        let start = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
        var count: Int
        repeat {
            count = buffer.withUnsafeMutableBytes { bytes in
                bytes.baseAddress.map { read(descriptor, $0 + start, Self.chunk) } ?? 0
            }
        } while count < 0 && errno == EINTR
        buffer.removeLast(Self.chunk - max(0, count))
        if count < 0 { throw NewsTextError(file: input.name, problem: .unreadable(String(cString: strerror(errno)))) }
        isAtEnd = count == 0
    }
}
