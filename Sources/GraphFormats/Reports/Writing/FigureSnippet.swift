import KnowledgeGraph

/// Text to paste into a document of one's own: a figure with caption, description and numbered sources.
///
/// ```swift
/// FigureSnippet(flavour: .quarto, image: "harbour.svg").text(of: report, figure: figure)
/// // ![Harbour strike. 10 relations …](<harbour.svg>){#fig-harbour fig-alt="Network diagram. …"}
/// ```
/// Names, titles and addresses are escaped for each: no text of a document becomes markup.
public struct FigureSnippet: Sendable, Hashable {
    /// Where the text is pasted.
    public enum Flavour: String, Sendable, Hashable, CaseIterable {
        /// Quarto: Pandoc's Markdown with a cross-reference, `@fig-NAME`, and a description.
        case quarto
        /// Plain Markdown (CommonMark).
        case markdown
        /// LaTeX, with the packages `graphicx` and `hyperref`; the image must be PDF or PNG.
        case latex

        /// What this flavour takes as an image, without a dot.
        public var imageExtension: String { self == .latex ? "pdf" : "svg" }
    }

    public var flavour: Flavour
    /// The image file, relative to the document.
    public var image: String

    public init(flavour: Flavour, image: String) {
        self.flavour = flavour
        self.image = image
    }

    public func text(of report: Report, figure: ReportFigure) -> String {
        let sources = report.sources.map(Source.init)
        switch flavour {
        case .markdown: return markdown(figure, attributes: "") + list(sources)
        case .quarto:
            let alternative = PandocText.attribute(figure.alternative)
            return markdown(figure, attributes: "{#fig-\(label) fig-alt=\"\(alternative)\"}") + list(sources)
        case .latex: return latex(figure, sources)
        }
    }

    /// Of the file's name: letters, digits and hyphens, so that it can be a cross-reference anywhere.
    var label: String {
        let name = image.split(separator: "/").last.map(String.init) ?? ""
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        let words = stem.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.isEmpty ? "newsgraph" : words.joined(separator: "-")
    }

    private struct Source {
        var title: String
        var publisher: String?
        var date: String?
        var address: String?

        init(_ details: DocumentDetails) {
            title = SourceSubject.title(details)
            publisher = details.source.map { LabelText.line($0, columns: 120) }.flatMap { $0.isEmpty ? nil : $0 }
            date = details.date.map { DateText.long($0, $0) }
            address = details.url.flatMap(WebAddress.plain)
        }
    }

    private func markdown(_ figure: ReportFigure, attributes: String) -> String {
        let caption = TextEscaping.markdown.escapeText(figure.caption)
        // Without attributes the description is all that stands in brackets, and the caption is a paragraph.
        if attributes.isEmpty {
            return "![\(TextEscaping.markdown.escapeText(figure.alternative))](<\(PandocText.destination(image))>)\n\n*\(caption)*\n"
        }
        return "![\(caption)](<\(PandocText.destination(image))>)\(attributes)\n"
    }

    private func list(_ sources: [Source]) -> String {
        guard !sources.isEmpty else { return "" }
        let lines = sources.enumerated().map { index, source in
            let title = TextEscaping.markdown.escapeText(source.title)
            let linked = source.address.map { "[\(title)](<\($0)>)" } ?? title
            let rest = [source.publisher, source.date].compactMap { $0.map(TextEscaping.markdown.escapeText) }
            let address = source.address.map { [TextEscaping.markdown.escapeText($0)] } ?? []
            return "\(index + 1). \(([linked] + rest + address).joined(separator: ", "))"
        }
        return "\nSources:\n\n" + lines.joined(separator: "\n") + "\n"
    }

    private func latex(_ figure: ReportFigure, _ sources: [Source]) -> String {
        let items = sources.map { source in
            let parts = [source.title, source.publisher, source.date].compactMap { $0.map(LaTeXText.escaped) }
            let address = source.address.map { ["\\url{\(LaTeXText.address($0))}"] } ?? []
            return "  \\item \((parts + address).joined(separator: ", "))"
        }
        var text = """
            % needs \\usepackage{graphicx} and \\usepackage{hyperref}
            \\begin{figure}[htbp]
              \\centering
              % \(LaTeXText.comment(figure.alternative))
              \\includegraphics[width=\\linewidth,height=0.8\\textheight,keepaspectratio]{\(LaTeXText.file(image))}
              \\caption{\(LaTeXText.escaped(figure.caption))}
              \\label{fig:\(label)}
            \\end{figure}

            """
        if !items.isEmpty {
            text += "\n\\noindent Sources:\n\\begin{enumerate}\n\(items.joined(separator: "\n"))\n\\end{enumerate}\n"
        }
        return text
    }
}
