/// Text of a document made fit for a label: one line, no control characters, no directional overrides.
///
/// What an article says may be hostile: a label of 100 000 characters, a hundred combining marks on one letter, NUL, or
/// marks that turn the direction of what follows.
package enum LabelText {
    /// No label needs more scalars than this, so nothing behind them is looked at.
    private static let longest = 1_000
    private static let mostMarks = 4

    /// White space becomes single spaces; what cannot be shown is dropped.
    static func cleaned(_ text: String, longest: Int = LabelText.longest) -> String {
        var result = String.UnicodeScalarView()
        var spaceIsDue = false
        var marks = 0
        for scalar in text.unicodeScalars.prefix(longest) {
            if scalar.properties.isWhitespace {
                spaceIsDue = !result.isEmpty
                continue
            }
            guard isShown(scalar) else { continue }
            let category = scalar.properties.generalCategory
            let isMark = category == .nonspacingMark || category == .enclosingMark
            marks = isMark ? marks + 1 : 0
            guard marks <= mostMarks else { continue }
            if spaceIsDue {
                result.append(" ")
                spaceIsDue = false
            }
            result.append(scalar)
        }
        return String(result)
    }

    /// Breaks cleaned text into lines of at most `columns`, at spaces where it can; what does not fit ends in “…”.
    ///
    /// Lines are about as long as one another, and no more of them than needed. Wide East Asian characters take two columns.
    /// ```swift
    /// LabelText.lines("Committee for the Protection of Old Harbours", columns: 22, atMost: 2)
    /// // ["Committee for the", "Protection of Old…"]
    /// ```
    static func lines(_ text: String, columns: Int, atMost lineLimit: Int) -> [String] {
        let text = cleaned(text)
        let lines = filled(text, columns: columns)
        guard lines.count > lineLimit else { return balanced(lines, text, columns: columns) }
        var kept = Array(lines.prefix(lineLimit))
        kept[lineLimit - 1] = shortened(kept[lineLimit - 1], columns: columns)
        return kept
    }

    /// One line of at most `columns` columns.
    package static func line(_ text: String, columns: Int) -> String {
        let text = cleaned(text)
        return width(text) <= columns ? text : shortened(text, columns: columns)
    }

    /// Columns of a fixed-width screen that the text would take.
    static func width(_ text: String) -> Int {
        text.reduce(0) { $0 + ($1.unicodeScalars.first.map(isWide) == true ? 2 : 1) }
    }

    /// `&`, `<`, `>` and quotes written as entities: for HTML-like labels of Graphviz and for XML.
    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// As many words a line as fit.
    private static func filled(_ text: String, columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            for piece in pieces(of: word, columns: columns) {
                let joined = line.isEmpty ? piece : line + " " + piece
                if width(joined) <= columns {
                    line = joined
                } else {
                    lines.append(line)
                    line = piece
                }
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// The narrowest setting in as many lines: no last line of one short word.
    private static func balanced(_ lines: [String], _ text: String, columns: Int) -> [String] {
        guard lines.count > 1 else { return lines }
        var best = lines
        let longestWord = text.split(separator: " ").map { width(String($0)) }.max() ?? 0
        var narrower = columns - 1
        while narrower >= longestWord, narrower * 2 > columns {
            let candidate = filled(text, columns: narrower)
            guard candidate.count == lines.count else { break }
            best = candidate
            narrower -= 1
        }
        return best
    }

    /// True when the text begins in a script that is written from right to left.
    static func isRightToLeft(_ text: String) -> Bool {
        let letter = text.unicodeScalars.first { $0.properties.isAlphabetic }
        return letter.map { (0x590...0x8FF).contains($0.value) || (0xFB1D...0xFEFC).contains($0.value) } ?? false
    }

    /// Function words and punctuation do not stand before “…”.
    private static let weakEndings: Set<String> = [
        "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "&", "–", "-", "—",
    ]

    private static func shortened(_ text: String, columns: Int) -> String {
        var cut = ""
        var used = 0
        for character in text {
            used += width(String(character))
            guard used < columns else { break }
            cut.append(character)
        }
        if let space = cut.lastIndex(of: " "), cut.count < text.count, !text.dropFirst(cut.count).hasPrefix(" "),
            width(String(cut[..<space])) * 3 > columns * 2
        {
            cut = String(cut[..<space])
        }
        while let space = cut.lastIndex(of: " "), weakEndings.contains(cut[cut.index(after: space)...].lowercased()) {
            cut = String(cut[..<space])
        }
        while let last = cut.last, last == " " || last == "," || last == ";" || last == ":" || last == "." { cut.removeLast() }
        return cut + "…"
    }

    /// A word too long for a line, cut into pieces that fit; where letters are joined into words, with a hyphen.
    private static func pieces(of word: Substring, columns: Int) -> [String] {
        guard width(String(word)) > columns else { return [String(word)] }
        let hyphen = word.unicodeScalars.contains(where: isWide) || isRightToLeft(String(word)) ? "" : "-"
        var pieces: [String] = []
        var piece = ""
        var used = 0
        for character in word {
            let columnsOfCharacter = width(String(character))
            if used + columnsOfCharacter > columns - hyphen.count {
                pieces.append(piece + hyphen)
                piece = ""
                used = 0
            }
            piece.append(character)
            used += columnsOfCharacter
        }
        pieces.append(piece)
        return pieces
    }

    static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: false  // control characters
        case 0x202A...0x202E, 0x2066...0x2069: false  // directional embeddings, overrides and isolates
        case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: false  // byte order mark, interlinear notes, tags
        case _ where scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value): false  // noncharacters
        default: true
        }
    }

    /// East Asian Wide and Fullwidth (Unicode Standard Annex 11), to the block.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
