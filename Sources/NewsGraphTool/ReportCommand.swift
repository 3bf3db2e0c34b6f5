import ArgumentParser
import GraphFormats
import GraphStore

/// `newsgraph report`: what a graph says, to be read.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a readable report: who did what to whom, with the sentence behind every statement.",
        discussion: """
            Examples:

              newsgraph report news.sqlite -o report.md
              newsgraph report article.txt --title "What the article says"
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case markdown
    }

    @Argument(help: "A database, or documents that are read for this report only.", completion: .file())
    var paths: [String]

    @Option(help: "How the report is written.")
    var format = Format.markdown

    @Option(help: "The report's title.")
    var title = "Who did what to whom"

    @OptionGroup var filter: FilterOptions

    @OptionGroup(title: "Options for documents") var options: ExtractionOptions

    @Option(name: [.short, .long], help: "The file to write; standard output when there is none.", completion: .file())
    var output: String?

    func run() throws {
        let source = try GraphSource(paths, options: options)
        var file = try OutputFile(path: output)
        try source.store.withStatements(where: filter.filter) { statements in
            MarkdownReport(title: title).write(Array(statements), to: &file)
        }
        try file.close()
        try source.finish()
    }
}
