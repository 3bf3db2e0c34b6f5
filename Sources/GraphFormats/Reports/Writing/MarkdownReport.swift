/// A report in Markdown (CommonMark with tables): the same sections as the page, for a repository or a text editor.
///
/// ```swift
/// try MarkdownReport().write(report, figure: figure, to: &output)
/// ```
public struct MarkdownReport: Sendable {
    public var templates: ReportTemplates

    public init(templates: ReportTemplates = ReportTemplates()) {
        self.templates = templates
    }

    /// Writes the report; the figure is an image at the address `figure.file`, and is left out when it has none.
    public func write(_ report: Report, figure: ReportFigure? = nil, to output: inout some TextOutputStream) {
        let subject = ReportSubject(report: report, figure: figure.flatMap { $0.file == nil ? nil : $0 })
        output.write(templates.text(of: "markdown.mustache", for: subject))
    }
}
