/// A search for a piece of text in others, byte by byte, in time linear in their length (Knuth, Morris and Pratt 1977).
///
/// UTF-8 lets bytes stand for characters here: no character's bytes are found inside another's.
struct TextSearch {
    private let needle: [UInt8]
    /// For each length matched: how much of it is still matched when the next byte is wrong.
    private let fallbacks: [Int]

    init(for text: String) {
        let needle = Array(text.utf8)
        var fallbacks = Array(repeating: 0, count: needle.count + 1)
        var matched = 0
        for index in needle.indices.dropFirst() {
            while matched > 0, needle[index] != needle[matched] { matched = fallbacks[matched] }
            if needle[index] == needle[matched] { matched += 1 }
            fallbacks[index + 1] = matched
        }
        self.needle = needle
        self.fallbacks = fallbacks
    }

    /// Whether the text holds the piece; the empty piece is in every text.
    func isFound(in text: String) -> Bool {
        guard !needle.isEmpty else { return true }
        guard text.utf8.count >= needle.count else { return false }
        var isFound = false
        scan(text) { _ in
            isFound = true
            return false
        }
        return isFound
    }

    /// Byte offsets where the piece starts, without overlaps; none for the empty piece.
    func offsets(in text: String) -> [Int] {
        guard !needle.isEmpty else { return [] }
        var offsets: [Int] = []
        scan(text) { end in
            offsets.append(end - needle.count)
            return true
        }
        return offsets
    }

    /// Calls `body` with the byte offset where each match ends, until it returns false.
    private func scan(_ text: String, _ body: (Int) -> Bool) {
        var text = text
        text.withUTF8 { bytes in
            var matched = 0
            for index in bytes.indices {
                let byte = bytes[index]
                while matched > 0, byte != needle[matched] { matched = fallbacks[matched] }
                guard byte == needle[matched] else { continue }
                matched += 1
                if matched == needle.count {
                    guard body(index + 1) else { return }
                    matched = 0
                }
            }
        }
    }
}
