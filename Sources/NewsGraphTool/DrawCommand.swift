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
              newsgraph draw camp-david.txt --format dot | dot -Tsvg > camp-david.svg

            More than \(Diagram.limit) relations are never one figure: the most important are drawn, and standard error says what was \
            left out. Lines: dashed with a cross did not happen, dotted is planned, requested or only possible.
            """)

    @Argument(help: "A database, or documents.", completion: .file())
    var paths: [String]

    @Option(help: ArgumentHelp("Only this actor and those near it.", valueName: "actor"))
    var around: String?

    @Option(help: "With --around: how many relations away others may be.")
    var hops = 1

    @OptionGroup var filter: FilterOptions

    @Option(help: "No more than this many lines, the most important ones.")
    var top: Int?

    @Option(help: "The figure's headline; the article's own when there is one.")
    var title: String?

    @Option(help: "Colours; a light SVG follows the reader's dark mode by itself.")
    var theme = Theme.light

    @Option(help: "The kind of file; taken from the name of OUT when not given.")
    var format: FigureFormat?

    @OptionGroup(title: "Options for documents") var options: ExtractionOptions

    @Option(name: [.short, .long], help: "The file to write; standard output when there is none.", completion: .file())
    var output: String?

    func validate() throws {
        guard !paths.isEmpty else { throw ValidationError("give a database or documents") }
        guard hops >= 1 else { throw ValidationError("--hops must be 1 or more") }
        if let top, top < 1 { throw ValidationError("--top must be 1 or more") }
        if output == nil, let format, format.isBinary, isatty(STDOUT_FILENO) == 1 {
            throw ValidationError("\(format.rawValue) does not go to a terminal; name a file with -o")
        }
    }

    func run() async throws {
        let format = try format ?? FigureFormat(path: output)
        let source = try GraphSource(paths, options: options)
        let drawing = try drawing(of: source.store)
        // The figure is made before the file, so that a failure leaves no file behind.
        let bytes = try await format.bytes(of: drawing)
        let file = try OutputFile(path: output)
        file.write(bytes: bytes)
        try file.close()
        for note in drawing.diagram.notes { StandardError.write("newsgraph: \(note)") }
        try source.finish()
    }

    private func drawing(of store: GraphStore) throws -> Drawing {
        let actor = try around.map { try FollowedName.resolve($0, in: store) }
        let statements = try store.statements(where: filter.filter)
        if let actor, !statements.contains(where: { $0.subject.actor.id == actor.id || $0.object.actor.id == actor.id }) {
            throw ValidationError("nothing about \(TerminalText.safe(actor.name)) fits these options; nothing was drawn")
        }
        let article = try store.statistics().documents == 1 ? store.documents().first : nil
        let labels = try RelationCatalogue.standard(adding: options.relationFiles).types.map { ($0.name, $0.label) }
        let figure = DiagramOptions(
            title: title ?? article?.title, source: DiagramOptions.source(name: article?.source, date: article?.date), theme: theme,
            around: actor?.id, hops: hops, classes: filter.classes, top: top,
            relationLabels: Dictionary(labels, uniquingKeysWith: { first, _ in first }))
        return try Drawing(statements: statements, options: figure)
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
