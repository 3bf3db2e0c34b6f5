import Dispatch
import Foundation

/// A line from a client.
package enum MessageLine: Sendable, Hashable {
    /// Without its line break.
    case line([UInt8])
    /// What is beyond the limit was passed over, to the end of the line.
    case tooLong

    /// Bytes of a line.
    static let longest = 4 << 20

    /// The lines that come from a file descriptor, such as 0 for standard input, until its end.
    ///
    /// A thread of its own reads, no further ahead than 16 lines.
    package static func lines(fromDescriptor descriptor: Int32) -> some AsyncSequence<MessageLine, Never> & Sendable {
        let (stream, continuation) = AsyncStream<MessageLine>.makeStream()
        let places = DispatchSemaphore(value: 0)
        // Not as the first value: a semaphore must not end with less than that.
        for _ in 0..<16 { places.signal() }
        let reading = Thread {
            var splitter = LineSplitter(longest: longest)
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                for line in splitter.lines(in: buffer[..<count]) {
                    places.wait()
                    continuation.yield(line)
                }
            }
            if let last = splitter.last { continuation.yield(last) }
            continuation.finish()
        }
        reading.name = "newsgraph.lines"
        reading.start()
        return stream.map { line in
            places.signal()
            return line
        }
    }
}

/// Cuts bytes that come in pieces into lines.
struct LineSplitter {
    private let longest: Int
    private var rest: [UInt8] = []
    private var isTooLong = false

    init(longest: Int) {
        self.longest = longest
    }

    /// The lines that end in this piece.
    mutating func lines(in piece: ArraySlice<UInt8>) -> [MessageLine] {
        var lines: [MessageLine] = []
        var piece = piece
        while let end = piece.firstIndex(of: 0x0A) {
            append(piece[..<end])
            lines.append(finished())
            piece = piece[(end + 1)...]
        }
        append(piece)
        return lines
    }

    /// What has no line break at its end; nil when there is nothing.
    var last: MessageLine? { isTooLong ? .tooLong : rest.isEmpty ? nil : .line(rest) }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        guard !isTooLong else { return }
        if rest.count + bytes.count > longest {
            isTooLong = true
            rest = []
        } else {
            rest += bytes
        }
    }

    private mutating func finished() -> MessageLine {
        defer { (rest, isTooLong) = ([], false) }
        if isTooLong { return .tooLong }
        return .line(rest.last == 0x0D ? rest.dropLast() : rest)
    }
}
