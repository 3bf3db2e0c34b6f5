import Foundation

/// The beginning of a story that says where, when and through which agency it was filed: "ANKARA, June 1 (Agency) —".
struct Dateline: Equatable {
    /// Bytes from the start of the block up to the first word of the story.
    var length: Int
    var date: DateScanner.Found?
    var agency: String?

    /// Longest dateline that is looked for.
    private static let maximumLength = 120

    /// The dateline that a block begins with. A place alone must be in capitals; with a date or an agency it need not.
    static func leading(_ block: ArraySlice<UInt8>) -> Dateline? {
        let head = block.prefix(maximumLength)
        guard let dash = dash(in: head), !block[dash.end...].isEmpty else { return nil }
        var label = trimmed(head[head.startIndex..<dash.start])
        var agency: String?
        if let open = label.firstIndex(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "/") }) {
            let close: UInt8 = label[open] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "/")
            guard label.last == close, label.count - (open - label.startIndex) > 2 else { return nil }
            agency = String(decoding: label[(open + 1)..<(label.endIndex - 1)], as: UTF8.self)
            label = trimmed(label[label.startIndex..<open])
        }
        guard let parts = parts(of: label, agency: &agency) else { return nil }
        let isInCapitals = !parts.places.isEmpty && isCapitals(parts.places[0])
        guard agency != nil || parts.date != nil || isInCapitals, !parts.places.isEmpty || agency != nil else { return nil }
        guard !parts.places.contains(where: { labels.contains(String(decoding: $0, as: UTF8.self).lowercased()) }) else { return nil }
        return Dateline(length: dash.end - block.startIndex, date: parts.date, agency: agency)
    }

    /// Words before a dash that are no places.
    private static let labels: Set<String> = [
        "breaking", "update", "exclusive", "analysis", "opinion", "factbox", "explainer", "timeline", "watch", "live", "video", "photos",
        "correction",
        "note", "editor's note", "warning", "question", "answer", "q", "a",
    ]

    /// " - ", " – ", "—", "--", or ": " behind an agency.
    private static func dash(in head: ArraySlice<UInt8>) -> (start: Int, end: Int)? {
        var index = head.startIndex
        while index < head.endIndex {
            let rest = head[index...]
            let isSpaced = index > head.startIndex && head[index - 1] == 32
            var length = 0
            if rest.starts(with: [0xE2, 0x80, 0x94]) || (isSpaced && rest.starts(with: [0xE2, 0x80, 0x93])) { length = 3 }
            if rest.starts(with: Array("--".utf8)) { length = 2 }
            if isSpaced, rest.starts(with: Array("- ".utf8)) { length = 1 }
            if rest.starts(with: Array("): ".utf8)) || rest.starts(with: Array(")- ".utf8)) {
                return (index + 1, skipSpaces(in: head, from: index + 2))
            }
            if length > 0 { return (index, skipSpaces(in: head, from: index + length)) }
            if head[index] == UInt8(ascii: "\n"), rest.dropFirst().first == UInt8(ascii: "\n") { return nil }
            index += 1
        }
        return nil
    }

    private static func skipSpaces(in head: ArraySlice<UInt8>, from start: Int) -> Int {
        head[start...].firstIndex { $0 > 32 } ?? head.endIndex
    }

    /// Places and date between commas; an agency may stand behind the last comma of none.
    private static func parts(
        of label: ArraySlice<UInt8>, agency: inout String?
    ) -> (places: [ArraySlice<UInt8>], date: DateScanner.Found?)? {
        var places: [ArraySlice<UInt8>] = []
        var date: DateScanner.Found?
        for piece in label.split(separator: UInt8(ascii: ",")).map(trimmed) where !piece.isEmpty {
            if date == nil, let found = DateScanner.date(at: piece), found.end == piece.endIndex {
                date = found
            } else if var found = date, found.year == nil, piece.count == 4, let year = Int(String(decoding: piece, as: UTF8.self)) {
                found.year = year
                date = found
            } else if isPlace(piece), date == nil, places.count < 3 {
                places.append(piece)
            } else {
                return nil
            }
        }
        return (places, date)
    }

    /// One to four words that begin with a capital; small words may stand between.
    private static func isPlace(_ piece: ArraySlice<UInt8>) -> Bool {
        let words = piece.split(separator: 32)
        guard (1...4).contains(words.count) else { return false }
        let small = ["de", "of", "la", "el", "al", "the", "du", "and", "sur", "upon", "am"].map { Array($0.utf8) }
        return words.enumerated().allSatisfy { index, word in
            guard word.allSatisfy({ $0 >= 0x80 || (65...90).contains($0 & 0xDF) || ".-'".utf8.contains($0) }) else { return false }
            return (65...90).contains(word[word.startIndex]) || word[word.startIndex] >= 0xC3 || (index > 0 && small.contains(Array(word)))
        }
    }

    private static func isCapitals(_ piece: ArraySlice<UInt8>) -> Bool {
        piece.count > 2 && !piece.contains { (97...122).contains($0) }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while let last = bytes.last, last <= 32 { bytes.removeLast() }
        return bytes.drop { $0 <= 32 }
    }
}
