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
              newsgraph who news.sqlite "Anwar Sadat" --events --top 10
              newsgraph who camp-david.txt sadat            # reads the article, keeps nothing

            An actor is given by its id, a name, or part of a name; case and accents do not matter. The name that was followed is \
            reported on standard error, with the other names and the merged actors that count as the same.

            With --events, what several statements report is shown once, with the number of reports and the sentence of the newest document: \
            the same two actors, relation, status and day.
            """)

    @Argument(help: "A database, or documents; then the actor.", completion: .file())
    var arguments: [String]

    @Option(help: ArgumentHelp("Only what joins the actor to this one.", valueName: "actor"))
    var with: String?

    @OptionGroup var filter: FilterOptions

    @OptionGroup(title: "Options for documents") var options: ExtractionOptions

    @Flag(help: "Show events instead of statements, each once however many report it.")
    var events = false

    @Option(help: "No more than this many, the newest.")
    var top: Int?

    @Option(help: "How to show them; json gives one statement or event a line, in a list.")
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
        if events {
            let found = try store.events(of: actor.id, with: other?.id, where: filter.filter, limit: top)
            if shows(found.count, of: actor) { try EventTable(events: found, store: store).write(as: format) }
        } else {
            let found = try store.statements(of: actor.id, with: other?.id, where: filter.filter, limit: top)
            if shows(found.count, of: actor) { try StatementTable.write(found, as: format) }
        }
        try source.finish()
    }

    /// Whether there is something to show; says so when nothing was found. A machine gets its empty list.
    private func shows(_ count: Int, of actor: Actor) -> Bool {
        if count == 0 { StandardError.write("newsgraph: nothing about \(actor.name) that fits") }
        return count > 0 || format != .table
    }
}
