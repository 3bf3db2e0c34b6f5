package import Mustache

/// Escaping of every `{{variable}}` of a template, by what the template makes.
///
/// Mustache's own HTML escaping goes by characters as a reader sees them: a quote with a combining mark behind it is another
/// character than a quote, stays as it is and ends an attribute. These go by Unicode scalars, and drop what no page should have.
package enum TextEscaping: String, MustacheContentType, CaseIterable {
    case html, markdown

    package func escapeText(_ text: String) -> String {
        if self == .html, text.utf8.allSatisfy(Self.isPlain) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count + text.utf8.count / 16)
        var marks = 0
        for scalar in text.unicodeScalars {
            guard Self.isShown(scalar) else { continue }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: marks += 1
            default: marks = 0
            }
            guard marks <= Self.mostMarks else { continue }
            append(scalar, to: &result)
        }
        return result
    }

    /// Known to Mustache under its name from the first use on; `{{% CONTENT_TYPE: … }}` of our templates names it.
    package static let registered: Void = {
        for escaping in allCases { MustacheContentTypes.register(escaping, named: escaping.contentType) }
    }()

    /// The name in templates.
    package var contentType: String { "NEWSGRAPH-\(rawValue.uppercased())" }

    /// Printed ASCII that means nothing in HTML: most texts are of nothing else, and looking up properties of scalars takes its time.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22 && byte != 0x27
    }

    /// More on one letter only smear the lines above and below.
    private static let mostMarks = 4

    private func append(_ scalar: Unicode.Scalar, to result: inout String) {
        switch (self, scalar) {
        case (_, "&"): result += "&amp;"
        case (_, "<"): result += "&lt;"
        case (_, ">"): result += "&gt;"
        case (.html, "\""): result += "&quot;"
        case (.html, "'"): result += "&#39;"
        // CommonMark 0.31, 2.4: any ASCII punctuation may have a backslash; `$` and `@` are formulas and citations in Pandoc and Quarto.
        case (.markdown, "\\"), (.markdown, "`"), (.markdown, "*"), (.markdown, "_"), (.markdown, "["), (.markdown, "]"), (.markdown, "#"),
            (.markdown, "|"), (.markdown, "~"), (.markdown, "!"), (.markdown, "$"), (.markdown, "@"), (.markdown, "^"), (.markdown, "{"),
            (.markdown, "}"), (.markdown, "\""), (.markdown, "'"):
            result += "\\\(scalar)"
        case (.markdown, _) where scalar.properties.isWhitespace: if result.utf8.last != UInt8(ascii: " ") { result += " " }
        case (.html, _) where scalar != "\n" && scalar.properties.isWhitespace: result += scalar == "\u{A0}" ? "\u{A0}" : " "
        default: result.unicodeScalars.append(scalar)
        }
    }

    /// White space, and everything but control characters, directional overrides, tags and noncharacters.
    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || LabelText.isShown(scalar)
    }
}
