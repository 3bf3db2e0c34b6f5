/// The word pieces of a model, found by their bytes; the number of a piece is its line.
///
/// Pieces stay in the mapped file. A hash table of line numbers is built at start (about a millisecond for 30 000 pieces).
struct Vocabulary {
    private let text: UnsafeBufferPointer<UInt8>
    /// Keeps `text` mapped.
    private let file: ModelFile?
    /// Start of each line, and one past the last line's separator.
    private let lines: [Int32]
    /// Line number + 1, or 0: open addressing, a power of two long.
    private let table: [UInt32]
    /// Bytes of the longest piece.
    let longest: Int

    /// `text` must outlive the vocabulary, unless it lies in `file`.
    init(_ text: UnsafeBufferPointer<UInt8>, of file: ModelFile? = nil) {
        self.text = text
        self.file = file
        var lines: [Int32] = [0]
        lines.reserveCapacity(text.count / 6)
        for position in 0..<text.count where text[position] == newline { lines.append(Int32(position + 1)) }
        if text.last != newline { lines.append(Int32(text.count + 1)) }
        var size = 64
        while size < lines.count * 2 { size *= 2 }
        var table = [UInt32](repeating: 0, count: size)
        var longest = 0
        for line in 0..<lines.count - 1 {
            let (start, end) = (Int(lines[line]), Int(lines[line + 1]) - 1)
            longest = max(longest, end - start)
            var hash = PieceHash()
            for position in start..<end { hash.add(text[position]) }
            var slot = Int(hash.value) & (size - 1)
            while table[slot] != 0 { slot = (slot + 1) & (size - 1) }
            table[slot] = UInt32(line + 1)
        }
        self.lines = lines
        self.table = table
        self.longest = longest
    }

    var count: Int { lines.count - 1 }

    func number(of piece: String) -> Int32? {
        var piece = piece
        return piece.withUTF8 { bytes in
            var hash = PieceHash()
            for byte in bytes { hash.add(byte) }
            return number(of: bytes[...], hash: hash, continuing: false)
        }
    }

    /// The piece of these bytes; `continuing` looks for `##bytes`, and `hash` then starts with ``PieceHash/continuing``.
    func number(of bytes: Slice<UnsafeBufferPointer<UInt8>>, hash: PieceHash, continuing: Bool) -> Int32? {
        let prefix = continuing ? 2 : 0
        let mask = table.count - 1
        var slot = Int(hash.value) & mask
        while table[slot] != 0 {
            let line = Int(table[slot]) - 1
            let (start, end) = (Int(lines[line]), Int(lines[line + 1]) - 1)
            if end - start == bytes.count + prefix, !continuing || (text[start] == hashSign && text[start + 1] == hashSign),
                text[(start + prefix)..<end].elementsEqual(bytes)
            {
                return Int32(line)
            }
            slot = (slot + 1) & mask
        }
        return nil
    }
}

/// FNV-1a, 32 bits, which can be extended byte by byte.
struct PieceHash {
    private(set) var value: UInt32 = 2_166_136_261

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt32(byte)) &* 16_777_619
    }

    /// Of `##`, with which pieces inside a word begin.
    static let continuing: PieceHash = {
        var hash = PieceHash()
        hash.add(hashSign)
        hash.add(hashSign)
        return hash
    }()
}

private let newline = UInt8(ascii: "\n")
private let hashSign = UInt8(ascii: "#")
