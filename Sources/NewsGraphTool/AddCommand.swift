import ArgumentParser
import GraphStore

/// `newsgraph add`: documents into a database.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Read documents into a graph database; makes the database when there is none.",
        discussion: """
            Examples:

              newsgraph add news.sqlite camp-david.txt pages/*.html
              newsgraph add news.sqlite stories.jsonl --threads 2
              curl -s https://example.org/story.html | newsgraph add news.sqlite - --input-format html
              newsgraph add news.sqlite links.csv other.jsonl         # statements made elsewhere: subject, relation, object, date...
              newsgraph export other.sqlite --format jsonl | newsgraph add news.sqlite -

            Repeating is harmless: a document that is there with the same content is passed over, and one whose content has changed takes \
            the place of the old one. A document's id is that of its JSON line, or its file's name without folder and extension. Every \
            document is kept whole or not at all, also when the program or the machine stops in the middle: then those of the last \
            seconds are to be added again.

            A table (CSV, TSV) and JSON Lines whose objects have a subject instead of a text hold statements made elsewhere. Such a file is \
            a document of its own: `newsgraph remove` takes out what it contributed. What the database has already is left out.
            """)

    @Argument(help: "The database.", completion: .file(extensions: ["sqlite", "db"]))
    var database: String

    @Argument(help: "Text, Markdown, HTML, feed, JSON Lines or CSV files; - is standard input.", completion: .file())
    var files: [String]

    @OptionGroup var options: ExtractionOptions

    func run() throws {
        var additions = DocumentAdditions(path: database)
        try additions.openExisting()
        let pipeline = try Failure.reported { try options.pipeline() }
        let outcome: ArticlePipeline.Outcome
        do {
            do {
                outcome = try pipeline.run(
                    files, skip: { try additions.contains($0) }, statements: { try additions.add($0, from: $1) }
                ) {
                    try additions.add($0)
                }
            } catch {
                // What was extracted before the failure is kept.
                try additions.finish()
                throw error
            }
            try additions.finish()
        } catch {
            // A full disk, say: what was written before is kept.
            StandardError.write("newsgraph: \(TerminalText.safe(String(describing: error)))")
            StandardError.write(additions.summary)
            throw additions.isEmpty ? ExitCode.wrongUsage : .incomplete
        }
        StandardError.write(additions.summary)
        try outcome.check()
    }
}
