/// A line that announces another page: "North Wire - Headline Teaser text, says agency. 🔗".
///
/// Its parts have no stops between them; they are the name of the source with a dash, the headline and the teaser.
struct LinkLine {
    private static let maximumLength = 150
    private static let maximumSourceLength = 6
    /// 🔗 👉 ➡ → ↗ ▶
    private static let marks: Set<UInt32> = [0x1F517, 0x1F449, 0x27A1, 0x2192, 0x2197, 0x25B6]

    let bytes: UnsafeBufferPointer<UInt8>
    let tokens: [SurfaceToken]

    /// Ends of the source's name and of the headline, if the block is such a line and its first sentence ends at `firstEnd`.
    func ends(firstEnd: Int) -> [Int] {
        guard isLink else { return [] }
        var ends: [Int] = []
        var start = 0
        if let source = sourceEnd {
            ends.append(source)
            start = source
        }
        guard start < firstEnd, firstEnd - start <= Self.maximumLength else { return ends }
        let last = tokens[start..<firstEnd].lastIndex { $0.kind == .stop } ?? firstEnd - 1
        let words = tokens[start...last].map { Array(bytes[$0.start..<$0.end]) }
        if let junction = JunctionModel.shared.junction(in: words) { ends.append(start + junction) }
        return ends
    }

    /// The mark of a link behind the final stop: a headline alone has no stop.
    private var isLink: Bool {
        guard let mark = tokens.last, mark.kind == .emoji || mark.kind == .other, tokens.count > 1, tokens[tokens.count - 2].kind == .stop
        else {
            return false
        }
        return Self.marks.contains(bytes.character(at: mark.start).scalar)
    }

    /// The token after "North Wire -".
    private var sourceEnd: Int? {
        for index in 1..<min(Self.maximumSourceLength, tokens.count - 1) {
            let token = tokens[index]
            if token.kind == .other, token.isFollowedBySpace, tokens[index - 1].isFollowedBySpace, isDash(token) { return index + 1 }
            guard token.kind != .lowerWord, token.kind != .stop else { return nil }
        }
        return nil
    }

    private func isDash(_ token: SurfaceToken) -> Bool {
        [0x2D, 0x2013, 0x2014, 0x7C].contains(bytes.character(at: token.start).scalar)
    }
}
