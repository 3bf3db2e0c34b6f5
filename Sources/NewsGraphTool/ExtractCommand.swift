import ArgumentParser
import GraphFormats
import GraphStore
import RelationExtraction

/// `newsgraph extract`: documents to statements.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Read documents and print the statements they make.",
        discussion: """
            Examples:

              newsgraph extract article.txt page.html > statements.jsonl
              newsgraph extract article.txt --format triples
              cat stories.jsonl | newsgraph extract - --threads 2
              newsgraph extract --input-format lines --format openie sentences.txt

            Formats: jsonl has one statement a line with everything known of it; triples has subject, relation, object, status and date \
            with tabs between them; openie has every proposition of each sentence, actors or not: sentence, confidence, relation, \
            subject, arguments; plover has a record of each event that PLOVER 2.0 knows.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl, triples, openie, plover
    }

    @Argument(help: "Text, Markdown, HTML, feed or JSON Lines files; - is standard input.", completion: .file())
    var files: [String] = ["-"]

    @Option(help: "How statements are written.")
    var format = Format.jsonl

    @OptionGroup var options: ExtractionOptions

    func run() throws {
        let pipeline = try Failure.reported { try options.textPipeline() }
        let output = try OutputFile(path: nil)
        let outcome = try pipeline.run(files) { document in
            switch format {
            case .jsonl:
                for statement in document.statements { output.write(JSONLines.line(of: statement) + "\n") }
            case .triples:
                for statement in document.statements { output.write(Triples.line(statement) + "\n") }
            case .plover:
                let details = GraphDocument(document.article).details
                for line in document.statements.compactMap({ PLOVER.line(of: $0, in: details) }) { output.write(line + "\n") }
            case .openie:
                for sentence in document.sentences {
                    let text = document.article.text(in: sentence.span)
                    for extraction in OpenExtractor().extractions(in: sentence) { output.write(extraction.line(for: text) + "\n") }
                }
            }
            output.flush()
        }
        try output.close()
        try outcome.check()
    }
}
