import ArgumentParser
import Foundation
import GraphDrawing
import GraphExplorer
import GraphFormats
import GraphStore
import RelationExtraction

/// `newsgraph report`: what a graph says, to be read.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a readable report: who did what to whom, with a diagram and the sentence behind every statement.",
        usage: """
            newsgraph report DB [options] -o OUT
                   newsgraph report FILE... [options] -o OUT
                   newsgraph report --write-templates DIR
            """,
        discussion: """
            Examples:

              newsgraph report news.sqlite -o report.html
              newsgraph report article.txt --title "What the article says" -o report.md
              newsgraph report news.sqlite --since 2025-06 --around "Anwar Sadat" -o sadat.pdf
              newsgraph report news.sqlite --embed figure --flavour latex -o sadat.tex

            HTML is one file that needs nothing else. Markdown and snippets have their figure in a file beside them. PDF is printed by \
            Chromium, which must be installed. The options for the figure change the figure only; the report has all that the filters let \
            through.
            """)

    @Argument(help: "A database, or documents that are read for this report only.", completion: .file())
    var paths: [String] = []

    @Option(help: "How the report is written; taken from the name of OUT when not given.")
    var format: ReportFormat?

    @Option(help: "The report's title.")
    var title: String?

    @Option(help: "Only a piece to paste into a document of your own: the figure with its caption and sources.")
    var embed: ReportPiece?

    @Option(help: "With --embed: for which kind of document; taken from the name of OUT when not given.")
    var flavour: FigureSnippet.Flavour?

    @Option(
        name: .customLong("templates"),
        help: ArgumentHelp("A folder whose templates, style sheet or script replace the built-in ones.", valueName: "dir"),
        completion: .directory)
    var templateFolder: String?

    @Option(help: ArgumentHelp("Write the built-in templates into this folder, to change them, and do nothing else.", valueName: "dir"))
    var writeTemplates: String?

    @OptionGroup var filter: FilterOptions

    @OptionGroup(title: "Options for the figure") var figure: FigureArguments

    @OptionGroup(title: "Options for documents") var options: ExtractionOptions

    @Option(name: [.short, .long], help: "The file to write; standard output when there is none.", completion: .file())
    var output: String?

    func validate() throws {
        if writeTemplates == nil, paths.isEmpty { throw ValidationError("give a database or documents") }
        if embed == nil, flavour != nil { throw ValidationError("--flavour belongs to --embed figure") }
        if embed != nil, format != nil { throw ValidationError("a piece has a --flavour, not a --format") }
        if embed != nil, output == nil || output == "-" {
            throw ValidationError("a figure to embed is a file beside its text: name the text with -o, such as -o figure.qmd")
        }
    }

    func run() async throws {
        if let writeTemplates { return try ReportTemplates.writeBuiltIn(toFolder: writeTemplates) }
        let format = try format ?? ReportFormat(path: embed == nil ? output : nil)
        if output == nil, format == .pdf, isatty(STDOUT_FILENO) == 1 {
            throw ValidationError("a PDF does not go to a terminal; name a file with -o")
        }
        // What can fail by itself comes before the work.
        let templates = try templateFolder.map(ReportTemplates.init(folder:)) ?? ReportTemplates()
        let printer = format == .pdf ? try ChromiumPrinter() : nil
        let source = try GraphSource(paths, options: options)
        let figure = try StoreFigure(
            figure, title: title, where: filter.filter, relationFiles: options.relationFiles, in: source.store)
        let content = try IllustratedReport(
            statements: figure.statements, options: figure.options, where: filter.filter, title: title,
            mostStatements: format == .pdf ? ReportOptions.paperLimit : ReportOptions.usualLimit, in: source.store)
        if embed != nil {
            try await writePiece(of: content)
        } else {
            try await write(content, as: format, templates, printer)
        }
        for note in content.notes + content.report.omissions { StandardError.write("newsgraph: \(note)") }
        try source.finish()
    }

    private func write(
        _ content: IllustratedReport, as format: ReportFormat, _ templates: ReportTemplates, _ printer: ChromiumPrinter?
    ) async throws {
        switch format {
        case .html:
            let picture = try await content.picture()
            try write { try HTMLReport(templates: templates).write(content.report, figure: picture, to: &$0) }
        case .markdown:
            let image = imagePath(extension: "svg")
            let picture = try await content.picture(file: image?.name)
            if let image, let picture { try write(Array(picture.svg.utf8), to: image.path) }
            try write { MarkdownReport(templates: templates).write(content.report, figure: picture, to: &$0) }
        case .pdf:
            var page = ""
            try HTMLReport(templates: templates).write(content.report, figure: try await content.picture(), to: &page)
            if let printed = try printer?.pdf(of: page) { try write { $0.write(bytes: printed) } }
        }
    }

    private func writePiece(of content: IllustratedReport) async throws {
        let flavour = try flavour ?? FigureSnippet.Flavour(path: output)
        guard let image = imagePath(extension: flavour.imageExtension), let picture = try await content.picture(file: image.name),
            let drawing = content.drawing
        else { throw ValidationError("no relation fits these options; there is no figure to embed") }
        let bytes = flavour == .latex ? try await drawing.render(as: .pdf) : Array(picture.svg.utf8)
        try write(bytes, to: image.path)
        try write { $0.write(FigureSnippet(flavour: flavour, image: image.name).text(of: content.report, figure: picture)) }
    }

    /// The file of the figure beside OUT; nil when the text goes to standard output.
    private func imagePath(extension fileExtension: String) -> (path: String, name: String)? {
        guard let output, output != "-" else { return nil }
        let image = URL(fileURLWithPath: output).deletingPathExtension().appendingPathExtension(fileExtension)
        return (image.path, image.lastPathComponent)
    }

    private func write(_ body: (inout OutputFile) throws -> Void) throws {
        var file = try OutputFile(path: output)
        try body(&file)
        try file.close()
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let file = try OutputFile(path: path)
        file.write(bytes: bytes)
        try file.close()
    }
}

/// What `report` can write.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case html, markdown, pdf

    /// The kind that a file name asks for; Markdown, which can be read as it is, when there is none.
    init(path: String?) throws {
        guard let path, path != "-" else {
            self = .markdown
            return
        }
        switch URL(fileURLWithPath: path).pathExtension.lowercased() {
        case "html", "htm", "xhtml": self = .html
        case "md", "markdown": self = .markdown
        case "pdf": self = .pdf
        default: throw ValidationError("\(path): the name does not say what to write; end it in .html, .md or .pdf, or give --format")
        }
    }
}

/// A part of a report that can be had by itself.
enum ReportPiece: String, ExpressibleByArgument, CaseIterable {
    case figure
}

extension FigureSnippet.Flavour {
    /// The kind of document that a file name asks for.
    fileprivate init(path: String?) throws {
        switch URL(fileURLWithPath: path ?? "").pathExtension.lowercased() {
        case "qmd": self = .quarto
        case "md", "markdown": self = .markdown
        case "tex": self = .latex
        default: throw ValidationError("the name of OUT does not say which flavour; end it in .qmd, .md or .tex, or give --flavour")
        }
    }
}
