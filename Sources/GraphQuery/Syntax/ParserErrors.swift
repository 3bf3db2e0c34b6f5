// What the parser says about tokens that do not belong where they are.
extension Parser {
    /// The error for the token that comes next.
    func unexpected(_ expected: String) -> QueryError {
        if case .fault(let fault) = token.kind, fault != .malformedNumber { return error(fault) }
        if case .sign(let sign) = token.kind, [.otherDash, .otherLess, .otherGreater].contains(sign) { return strangeCharacter() }
        if token.kind == .end {
            return syntaxError("the query ends where \(expected) should come")
        }
        return syntaxError("unexpected \(described(token)); expected \(expected)\(remedy)")
    }

    /// An error at the location, or at the token that comes next.
    func syntaxError(_ message: String, detail: String = "UnexpectedSyntax", at location: SourceLocation? = nil) -> QueryError {
        QueryError(.syntaxError, .compileTime, detail, message, at: location ?? self.location)
    }

    private func described(_ token: Token) -> String {
        token.kind == .string ? "string \(excerpt(token))" : "`\(excerpt(token))`"
    }

    /// The token as it was written, cut when it is long.
    func excerpt(_ token: Token) -> String {
        let written = text.string(token.start, token.end)
        return written.count <= 40 ? written : String(written.prefix(40)) + "…"
    }

    private var remedy: String {
        guard token.kind == .word else { return "" }
        let written = text.string(token.start, token.end)
        if let keyword = token.keyword {
            return keyword.isReserved && !keyword.beginsClause ? " (a keyword; in backticks it is a name)" : ""
        }
        return Spelling.nearest(to: written.uppercased(), in: Keyword.allCases.map(\.rawValue)).map { "; did you mean \($0)?" } ?? ""
    }

    private func error(_ fault: Token.Fault) -> QueryError {
        switch fault {
        case .malformedNumber:
            syntaxError(
                "`\(excerpt(token))` is no number; a name that starts with a digit stands in backticks", detail: "InvalidNumberLiteral")
        case .unterminatedString:
            syntaxError(
                "this string is not closed; end it with \(text.string(token.start, token.start + 1)), and write \\' for a quote inside")
        case .unterminatedName:
            syntaxError("this name is not closed; end it with a backtick, and write two of them for one inside")
        case .unterminatedComment:
            syntaxError("this comment is not closed; end it with */")
        case .emptyName:
            syntaxError("a name between backticks needs at least one character")
        case .emptyParameter:
            syntaxError("`$` needs the name of a parameter behind it, as in $name")
        case .foreignOperator:
            foreignOperator()
        case .strangeCharacter:
            strangeCharacter()
        }
    }

    /// The error for a literal that looks like a number.
    func malformedNumber() -> QueryError {
        error(.malformedNumber)
    }

    private func foreignOperator() -> QueryError {
        let written = text.string(token.start, token.end)
        let meant =
            switch written {
            case "!=": "`<>`"
            case "==": "`=`"
            case "&&", "&": "AND"
            case "||": "OR, or `+` to join strings"
            default: "NOT"
            }
        return syntaxError("`\(written)` is no operator of openCypher; write \(meant)")
    }

    private func strangeCharacter() -> QueryError {
        guard let (scalar, _) = text.scalar(at: token.start) else { return syntaxError("unexpected end of the query") }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let printed = scalar.value < 0x20 || scalar.value == 0x7F ? name : "`\(scalar)` (\(name))"
        let remedy = Self.plain[scalar].map { "; write \($0)" } ?? "; put it in a string, or in a name in backticks"
        return syntaxError(
            "the character \(printed) has no meaning here\(remedy)", detail: scalar.isASCII ? "UnexpectedSyntax" : "InvalidUnicodeCharacter"
        )
    }

    /// What word processors and web pages make of signs.
    private static let plain: [Unicode.Scalar: String] = {
        var plain: [Unicode.Scalar: String] = ["≠": "<>", "≤": "<=", "≥": ">=", "→": "-->", "←": "<--", "×": "*", "÷": "/"]
        for quote in ["‘", "’", "‚", "“", "”", "„", "«", "»"] as [Unicode.Scalar] { plain[quote] = "' around strings" }
        for value in [0xAD] + Array(0x2010...0x2015) + [0x2212, 0xFE58, 0xFE63, 0xFF0D] as [UInt32] {
            if let dash = Unicode.Scalar(value) { plain[dash] = "a plain hyphen, -" }
        }
        for less in ["⟨", "〈", "﹤", "＜"] as [Unicode.Scalar] { plain[less] = "<" }
        for greater in ["⟩", "〉", "﹥", "＞"] as [Unicode.Scalar] { plain[greater] = ">" }
        return plain
    }()
}
