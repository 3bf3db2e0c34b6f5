import ArgumentParser
import GraphStore
import KnowledgeGraph

/// `newsgraph who`: what an actor did and what was done to it.
struct WhoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who",
        abstract: "Show who did what with an actor, newest first, with the sentences that say so.",
        usage: "newsgraph who DB ACTOR [options]\n       newsgraph who FILE... ACTOR [options]",
        discussion: """
            Examples:

              newsgraph who news.sqlite "Jimmy Carter"
              newsgraph who news.sqlite carter --with "Anwar Sadat" --class CONSULT
              newsgraph who news.sqlite country/egypt --since 1978-09 --status actual --format csv
              newsgraph who camp-david.txt sadat            # reads the article, keeps nothing

            An actor is given by its id, a name, or part of a name; case and accents do not matter. The name that was followed is \
            reported on standard error.
            """)

    @Argument(help: "A database, or documents; then the actor.", completion: .file())
    var arguments: [String]

    @Option(help: ArgumentHelp("Only what joins the actor to this one.", valueName: "actor"))
    var with: String?

    @OptionGroup var filter: FilterOptions

    @OptionGroup(title: "Options for documents") var options: ExtractionOptions

    @Option(help: "No more than this many.")
    var top: Int?

    @Option(help: "How to show them; json gives one statement a line, in a list.")
    var format = TableFormat.table

    func validate() throws {
        guard arguments.count >= 2 else { throw ValidationError("give a database or documents, and then an actor") }
        if let top, top < 1 { throw ValidationError("--top must be 1 or more") }
    }

    func run() throws {
        let source = try GraphSource(Array(arguments.dropLast()), options: options)
        let store = source.store
        let actor = try FollowedName.resolve(arguments[arguments.count - 1], in: store)
        let other = try with.map { try FollowedName.resolve($0, in: store) }
        let statements = try store.statements(of: actor.id, with: other?.id, where: filter.filter, limit: top)
        if statements.isEmpty {
            StandardError.write("newsgraph: nothing about \(actor.name) that fits")
        }
        if !statements.isEmpty || format != .table {
            try StatementTable.write(statements, as: format)
        }
        try source.finish()
    }
}
