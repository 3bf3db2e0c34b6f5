/// Bytes that come piece by piece, seen from the first that has not been dropped.
struct ByteReader {
    private let piece: () throws -> ArraySlice<UInt8>?
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// - Parameter piece: gives the bytes one piece after the other, and nil or an empty piece after the last.
    init(_ piece: @escaping () throws -> ArraySlice<UInt8>?) {
        self.piece = piece
    }

    /// The byte at an offset; nil behind the end.
    mutating func byte(_ offset: Int) throws -> UInt8? {
        while start + offset >= buffer.count {
            guard try fill() else { return nil }
        }
        return buffer[start + offset]
    }

    /// The offset of the first of these bytes, looked for from an offset on and no further than `limit`.
    ///
    /// Nil when none is there: then the end or the limit is at `limit` or before.
    mutating func offset(of first: UInt8, or second: UInt8? = nil, from offset: Int, limit: Int) throws -> Int? {
        var searched = offset
        while true {
            let end = min(buffer.count, start + limit)
            if start + searched < end {
                let found = buffer[(start + searched)..<end].firstIndex { $0 == first || $0 == second }
                if let found { return found - start }
                searched = end - start
            }
            guard searched < limit, try fill() else { return nil }
        }
    }

    /// How many bytes are at hand.
    var count: Int { buffer.count - start }

    /// Bytes that are at hand.
    subscript(range: Range<Int>) -> ArraySlice<UInt8> { buffer[(start + range.lowerBound)..<(start + range.upperBound)] }

    mutating func drop(_ count: Int) {
        start += count
    }

    /// Gets one more piece; false at the end.
    private mutating func fill() throws -> Bool {
        guard !isAtEnd, let piece = try piece(), !piece.isEmpty else {
            isAtEnd = true
            return false
        }
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        buffer += piece
        return true
    }
}

extension ByteReader {
    /// Drops what is left of a line and its line feed.
    mutating func dropLine() throws {
        while true {
            if let end = try offset(of: UInt8(ascii: "\n"), from: 0, limit: 1 << 16) { return drop(end + 1) }
            guard count > 0 else { return }
            drop(min(count, 1 << 16))
        }
    }

    /// Drops a byte order mark (UTF-8).
    mutating func dropMark() throws {
        if try byte(0) == 0xEF, try byte(1) == 0xBB, try byte(2) == 0xBF { drop(3) }
    }

    /// Whether the bytes begin as UTF-16 does.
    mutating func isUTF16() throws -> Bool {
        let beginning = (try byte(0), try byte(1))
        return beginning == (0xFF, 0xFE) || beginning == (0xFE, 0xFF)
    }
}
