import ArgumentParser
import Foundation
import GraphDrawing
import GraphFormats
import GraphStore
import KnowledgeGraph
import RelationExtraction

/// `newsgraph report`: what a graph says, to be read and printed.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a report: who did what to whom, with the sentence behind every statement.",
        usage: """
            newsgraph report DB [options] -o OUT
            newsgraph report FILE... [options] -o OUT
            newsgraph report --write-templates DIR
            """,
        discussion: """
            Examples:

              newsgraph report news.sqlite -o report.html
              newsgraph report news.sqlite --since 2031-05 --class CONSULT --title "Who talked in May" -o talks.pdf
              newsgraph report article.txt --format markdown
              newsgraph report article.txt --embed figure --flavour latex -o strike.tex
              newsgraph report news.sqlite --templates house-style -o report.html

            A page is one file that asks for nothing from the network and can be read without its script. A PDF is printed by an installed \
            Chromium. Markdown has its diagram in a file beside it. With more than \(ReportOptions.usualLimit) statements, those between \
            the actors named most are printed, and the report says so. Docs/Reports.md describes templates and their variables.
            """)

    @Argument(help: "A database, or documents that are read for this report only.", completion: .file())
    var paths: [String] = []

    @Option(help: "How the report is written; taken from the name of OUT when not given.")
    var format: ReportFormat?

    @Option(help: "The report's title; the article's own when there is one.")
    var title: String?

    @Option(help: ArgumentHelp("Only the figure, to be pasted into a text of your own; its image is written beside OUT.", valueName: "part"))
    var embed: EmbeddedPart?

    @Option(help: "With --embed: what the text is pasted into.")
    var flavour = FigureSnippet.Flavour.quarto

    @Option(help: ArgumentHelp("Files that replace the built-in templates of the same names.", valueName: "dir"), completion: .directory)
    var templates: String?

    @Option(help: ArgumentHelp("Writes the built-in templates into this folder, and no report.", valueName: "dir"), completion: .directory)
    var writeTemplates: String?

    @OptionGroup var filter: FilterOptions

    @OptionGroup(title: "Options for documents") var options: ExtractionOptions

    @Option(name: [.short, .long], help: "The file to write; standard output when there is none.", completion: .file())
    var output: String?

    func validate() throws {
        guard writeTemplates == nil else { return }
        guard !paths.isEmpty else { throw ValidationError("give a database or documents") }
        if embed != nil, file == nil { throw ValidationError("--embed writes an image beside its text; name a file with -o") }
        if embed != nil, format != nil { throw ValidationError("--embed writes what --flavour says; leave --format out") }
        if file == nil, format == .pdf, isatty(STDOUT_FILENO) == 1 {
            throw ValidationError("pdf does not go to a terminal; name a file with -o")
        }
    }

    func run() async throws {
        if let writeTemplates { return try ReportTemplates.writeBuiltIn(toFolder: writeTemplates) }
        let format = try embed == nil ? format ?? ReportFormat(path: file) : nil
        // What can fail by itself comes before the work.
        let templates = try templates.map { try ReportTemplates(folder: $0) } ?? ReportTemplates()
        let printer = format == .pdf ? try ChromiumPrinter() : nil
        let source = try GraphSource(paths, options: options)
        let (report, drawing) = try content(of: source.store)
        let svg = String(decoding: try await drawing.render(as: .svg), as: UTF8.self)
        let figure = ReportFigure(svg: svg, file: imageName(endingIn: "svg"), of: drawing.diagram)
        switch format {
        case .html: try write(Array(try page(report, figure, templates).utf8), to: file)
        case .pdf: try printer.map { try write($0.pdf(of: page(report, figure, templates)), to: file) }
        case .markdown:
            if let image { try write(Array(svg.utf8), to: image("svg")) }
            var text = ""
            MarkdownReport(templates: templates).write(report, figure: figure, to: &text)
            try write(Array(text.utf8), to: file)
        case nil:
            let ending = flavour.imageExtension
            let bytes = ending == "svg" ? Array(svg.utf8) : try await drawing.render(as: .pdf)
            if let image { try write(bytes, to: image(ending)) }
            let snippet = FigureSnippet(flavour: flavour, image: imageName(endingIn: ending) ?? "")
            try write(Array(snippet.text(of: report, figure: figure).utf8), to: file)
        }
        for note in drawing.diagram.notes { StandardError.write("newsgraph: \(note)") }
        for omission in report.omissions { StandardError.write("newsgraph: \(omission)") }
        try source.finish()
    }

    private func content(of store: GraphStore) throws -> (Report, Drawing) {
        let article = try store.statistics().documents == 1 ? store.documents().first : nil
        let types = try RelationCatalogue.standard(adding: options.relationFiles).types.map { ($0.name, $0.label) }
        let labels = Dictionary(types, uniquingKeysWith: { first, _ in first })
        let title = title ?? article?.title ?? ReportOptions().title
        var figure = DiagramOptions(
            title: title, source: DiagramOptions.source(name: article?.source, date: article?.date), classes: filter.classes,
            relationLabels: labels)
        return try store.withContents(where: filter.filter) { contents in
            let diagram = try Diagram(contents.statements, options: figure)
            let drawn = Set(diagram.edges.flatMap { $0.statements.map(\.id) })
            let report = Report(
                of: contents, options: ReportOptions(title: title, relationLabels: labels, requiredStatements: drawn))
            figure.links = report.links
            figure.statementLinks = report.statementLinks
            return (report, try Drawing(statements: contents.statements, options: figure))
        }
    }

    private func page(_ report: Report, _ figure: ReportFigure, _ templates: ReportTemplates) throws -> String {
        var text = ""
        try HTMLReport(templates: templates).write(report, figure: figure, to: &text)
        return text
    }

    private func write(_ bytes: [UInt8], to path: String?) throws {
        let file = try OutputFile(path: path)
        file.write(bytes: bytes)
        try file.close()
    }

    /// The file of the result; nil for standard output.
    private var file: String? { output == "-" ? nil : output }

    /// The path of an image beside the result, by its ending.
    private var image: ((String) -> String)? {
        file.map { path in { URL(fileURLWithPath: path).deletingPathExtension().path + ".\($0)" } }
    }

    private func imageName(endingIn ending: String) -> String? {
        image.map { URL(fileURLWithPath: $0(ending)).lastPathComponent }
    }
}

/// What `report` can write.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case html, markdown, pdf

    /// The kind that a file name asks for; Markdown for standard output, which people read.
    init(path: String?) throws {
        guard let path else {
            self = .markdown
            return
        }
        switch URL(fileURLWithPath: path).pathExtension.lowercased() {
        case "html", "htm", "xhtml": self = .html
        case "md", "markdown", "qmd": self = .markdown
        case "pdf": self = .pdf
        default:
            throw ValidationError("\(path): the name does not say what to write; end it in .html, .md or .pdf, or give --format")
        }
    }
}

/// What `report --embed` can write.
enum EmbeddedPart: String, ExpressibleByArgument, CaseIterable {
    case figure
}
