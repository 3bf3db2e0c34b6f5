/// Parts of Graphviz's HTML-like labels. Text is cleaned and escaped here, and nowhere else.
enum HTMLLabel {
    static func table(_ rows: String, background: String? = nil) -> String {
        let colour = background.map { " BGCOLOR=\"\($0)\"" } ?? ""
        return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"\(colour)>\(rows)</TABLE>"
    }

    /// Text in one colour and size (points). Leading spaces are kept as no-break spaces.
    static func font(_ text: String, _ colour: String, _ size: String, bold: Bool = false) -> String {
        let indent = String(repeating: "\u{A0}", count: text.prefix { $0 == " " }.count)
        var words = indent + LabelText.escaped(LabelText.cleaned(text))
        // Graphviz refuses a font around nothing.
        if words.isEmpty { words = "\u{A0}" }
        return "<FONT COLOR=\"\(colour)\" POINT-SIZE=\"\(size)\">\(bold ? "<B>\(words)</B>" : words)</FONT>"
    }

    /// The coloured strip in a node's left edge, with the gap behind it.
    static func stripe(_ colour: String, rows: Int) -> String {
        let span = rows > 1 ? " ROWSPAN=\"\(rows)\"" : ""
        return "<TD WIDTH=\"4\" BGCOLOR=\"\(colour)\"\(span)></TD><TD WIDTH=\"6\"\(span)></TD>"
    }
}
