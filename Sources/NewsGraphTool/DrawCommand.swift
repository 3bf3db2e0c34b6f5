import ArgumentParser
import Foundation
import GraphDrawing
import GraphFormats
import GraphStore
import KnowledgeGraph
import RelationExtraction

/// `newsgraph draw`: a diagram of a database or of documents.
struct DrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draw who did what to whom.",
        usage: "newsgraph draw DB [options] -o OUT\n       newsgraph draw FILE... [options] -o OUT",
        discussion: """
            Examples:

              newsgraph draw camp-david.txt -o camp-david.svg
              newsgraph draw news.sqlite --around "Anwar Sadat" --hops 2 --since 1978-09 -o sadat.pdf
              newsgraph draw news.sqlite --class ASSAULT --class SANCTION --top 40 --theme dark -o conflict.png
              newsgraph draw news.sqlite --cluster country --lang de --theme print --size a4 -o figure.pdf
              newsgraph draw news.sqlite --pages month -o months.pdf
              newsgraph draw news.sqlite --pin weekly -o weekly.svg
              newsgraph draw camp-david.txt --format dot | dot -Tsvg > camp-david.svg

            More than \(Diagram.limit) relations are never one figure: the most important are drawn, and standard error says what was \
            left out. Lines: dashed with a cross did not happen, dotted is planned, requested or only possible.
            """)

    @Argument(help: "A database, or documents.", completion: .file())
    var paths: [String]

    @OptionGroup var filter: FilterOptions

    @OptionGroup(title: "Options for the figure") var figure: FigureArguments

    @Option(help: "The figure's headline; the article's own when there is one.")
    var title: String?

    @Option(help: "A PDF of several pages: an overview, then one a month or one for each of the busiest actors.")
    var pages: DiagramPages?

    @Option(
        help: ArgumentHelp(
            "Keep under this name, in the database, where the boxes stand: the next figure of that name puts them there again.",
            valueName: "name"))
    var pin: String?

    @Option(help: "The kind of file; taken from the name of OUT when not given.")
    var format: FigureFormat?

    @OptionGroup(title: "Options for documents") var options: ExtractionOptions

    @Option(name: [.short, .long], help: "The file to write; standard output when there is none.", completion: .file())
    var output: String?

    func validate() throws {
        guard !paths.isEmpty else { throw ValidationError("give a database or documents") }
        if output == nil, let format, format.isBinary, isatty(STDOUT_FILENO) == 1 {
            throw ValidationError("\(format.rawValue) does not go to a terminal; name a file with -o")
        }
        if pages != nil, try (format ?? FigureFormat(path: output)) != .pdf {
            throw ValidationError("only a PDF has several pages; end the name of OUT in .pdf, or give --format pdf")
        }
        if pin != nil, paths.count != 1 || !GraphStore.isDatabase(paths[0]) {
            throw ValidationError("--pin keeps places in a database; add the documents to one first")
        }
        if pages != nil, pin != nil { throw ValidationError("--pin keeps one figure: leave out --pages") }
    }

    func run() async throws {
        let format = try format ?? FigureFormat(path: output)
        let source = try GraphSource(paths, options: options)
        var content = try StoreFigure(figure, title: title, where: filter.filter, relationFiles: options.relationFiles, in: source.store)
        if let pin {
            content.options.positions = try source.store.positions(figure: pin).mapValues { FigurePosition(x: $0.x, y: $0.y) }
        }
        let pages = try await figures(of: content)
        // The figure is made before the file, so that a failure leaves no file behind.
        let bytes = pages.count > 1 ? try await Drawing.pdf(pages) : try await format.bytes(of: pages[0])
        let file = try OutputFile(path: output)
        file.write(bytes: bytes)
        try file.close()
        if let pin { try await keepPositions(of: pages[0], as: pin) }
        for note in pages.flatMap(\.diagram.notes) { StandardError.write("newsgraph: \(note)") }
        try source.finish()
    }

    private func figures(of figure: StoreFigure) async throws -> [Drawing] {
        guard let pages else { return [try await figure.drawing().fitted()] }
        return try Drawing.pages(pages, of: figure.statements, options: figure.options)
    }

    private func keepPositions(of drawing: Drawing, as name: String) async throws {
        let positions = try await drawing.positions().mapValues { (x: $0.x, y: $0.y) }
        try GraphStore(path: paths[0], mode: .writing).keep(positions: positions, figure: name)
    }
}

/// What `draw` can write.
enum FigureFormat: String, ExpressibleByArgument, CaseIterable {
    case dot, svg, png, pdf

    /// The kind that a file name asks for; SVG when there is none.
    init(path: String?) throws {
        guard let path, path != "-" else {
            self = .svg
            return
        }
        let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
        guard let format = FigureFormat(rawValue: ending == "gv" ? "dot" : ending) else {
            let kinds = FigureFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\(path): the name does not say what to draw; end it in one of \(kinds), or give --format")
        }
        self = format
    }

    var isBinary: Bool { self == .png || self == .pdf }

    func bytes(of drawing: Drawing) async throws -> [UInt8] {
        switch self {
        case .dot: Array(drawing.dot().utf8)
        case .svg: try await drawing.render(as: .svg)
        case .png: try await drawing.render(as: .png)
        case .pdf: try await drawing.render(as: .pdf)
        }
    }
}
