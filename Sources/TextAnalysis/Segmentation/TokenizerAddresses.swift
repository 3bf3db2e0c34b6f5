/// URLs, e-mail addresses, handles and tags.
extension Tokenizer {
    /// The end of a URL, e-mail address, @handle or #tag that begins here.
    func addressEnd() -> Int? {
        if let end = linkEnd() { return end }
        let first = byte(position)
        if first == UInt8(ascii: "@") || first == UInt8(ascii: "#") {
            guard position == chunkStart || previousIsOpener, peek(position + 1).kind.isLetter else { return nil }
            var end = position + 1
            while end < chunkEnd, peek(end).kind.isWord || byte(end) == UInt8(ascii: "_") { end += peek(end).length }
            if first == UInt8(ascii: "@"), byte(end) == UInt8(ascii: "."), peek(end + 1).kind == .lower {
                end += 1
                while end < chunkEnd, peek(end).kind.isWord { end += peek(end).length }
            }
            return end
        }
        return chunkHasAt ? mailEnd() : nil
    }

    private func linkEnd() -> Int? {
        guard hasPrefix("http://") || hasPrefix("https://") || hasPrefix("www.") || hasPrefix("ftp://") || hasPrefix("mailto:") else {
            return nil
        }
        var end = position
        var depth = 0
        while end < chunkEnd {
            let byte = bytes[end]
            if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
            if depth < 0 { break }
            end += 1
        }
        while end > position + 1, ".,;:!?'*".utf8.contains(bytes[end - 1]) { end -= 1 }
        return end > position + 4 ? end : nil
    }

    private func hasPrefix(_ prefix: StaticString) -> Bool {
        let length = prefix.utf8CodeUnitCount
        guard position + length < chunkEnd, byte(position) | 0x20 == prefix.utf8Start[0] else { return false }
        return (0..<length).allSatisfy { offset in
            let byte = bytes[position + offset]
            return ((65...90).contains(byte) ? byte | 0x20 : byte) == prefix.utf8Start[offset]
        }
    }

    private func mailEnd() -> Int? {
        var end = position
        while end < chunkEnd, isMailByte(bytes[end]) { end += 1 }
        guard end > position, byte(end) == UInt8(ascii: "@"), isMailByte(byte(end + 1)) else { return nil }
        end += 1
        while end < chunkEnd, isMailByte(bytes[end]) { end += 1 }
        while byte(end - 1) == UInt8(ascii: ".") || byte(end - 1) == UInt8(ascii: "-") { end -= 1 }
        return end
    }

    private func isMailByte(_ byte: UInt8) -> Bool {
        let kind = CharacterClass.ofASCII(byte)
        return byte < 0x80 && (kind.isWord || ".-_+%".utf8.contains(byte))
    }
}
