import Foundation

/// A report as one HTML page that needs nothing else: no request leaves it, and it can be read without its script.
///
/// ```swift
/// let report = Report(of: contents, options: ReportOptions(title: "The harbour strike"))
/// try HTMLReport().write(report, figure: ReportFigure(svg: svg, of: diagram), to: &output)
/// ```
/// Its content security policy lets only its own script and style sheets run, by their hashes. The page is well-formed XML too,
/// as long as the templates are.
public struct HTMLReport: Sendable {
    public var templates: ReportTemplates

    public init(templates: ReportTemplates = ReportTemplates()) {
        self.templates = templates
    }

    /// - Throws: `GraphFormatError.templateFile` when the style sheet or the script cannot stand in a page.
    public func write(_ report: Report, figure: ReportFigure? = nil, to output: inout some TextOutputStream) throws(GraphFormatError) {
        // The marks hide `<` and `&` from a reader of XML, and are comments to one of HTML.
        let style = "/*<![CDATA[*/\n\(try embeddable("report.css", end: "</style"))/*]]>*/"
        let script = "//<![CDATA[\n\(try embeddable("report.js", end: "</script"))//]]>"
        let page = ReportSubject.Page(style: style, script: script, policy: policy(styles: [style] + styles(in: figure), script: script))
        let subject = ReportSubject(report: report, figure: figure, page: page)
        output.write(templates.text(of: "report.mustache", for: subject))
    }

    private func embeddable(_ file: String, end: String) throws(GraphFormatError) -> String {
        let text = templates.files[file] ?? ""
        for forbidden in [end, "]]>", "<!--"] where text.range(of: forbidden, options: .caseInsensitive) != nil {
            throw .templateFile(
                file, reason: "has “\(forbidden)”, which would end it inside a page; write it in another way, such as in two strings")
        }
        return text.hasSuffix("\n") ? text : text + "\n"
    }

    /// The drawing has a style sheet of its own.
    private func styles(in figure: ReportFigure?) -> [String] {
        guard let figure else { return [] }
        return figure.svg.matches(of: /<style>([^<]*)<\/style>/).map { String($0.output.1) }
    }

    private func policy(styles: [String], script: String) -> String {
        "default-src 'none'; script-src \(ContentPolicy.source(of: script)); style-src \(styles.map(ContentPolicy.source).joined(separator: " ")); "
            + "base-uri 'none'; form-action 'none'"
    }
}
