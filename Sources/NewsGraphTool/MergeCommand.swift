import ArgumentParser
import Foundation
import GraphFormats
import GraphStore
import KnowledgeGraph

/// `newsgraph merge`: two actors that are one.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Have an actor of a graph database count as another, or list the merges.",
        usage: "newsgraph merge DB A B [--reason TEXT] [--time TIME]\n       newsgraph merge DB --list [--format FORMAT]",
        discussion: """
            Examples:

              newsgraph merge news.sqlite "V. Holm" "Vera Holm" --reason "an initial"
              newsgraph merge news.sqlite --list
              newsgraph merge news.sqlite --list --format csv > merges.csv
              newsgraph actors news.sqlite --duplicates     # who may be one

            From then on A is B wherever the database is read, and in documents that are added later. Nothing is lost: `newsgraph split` \
            undoes it. With A merged into B and B into C, all three are C. Actors are given by id, name or part of a name.
            """)

    @Argument(help: "The database.", completion: .file(extensions: ["sqlite", "db"]))
    var database: String

    @Argument(help: ArgumentHelp("The actor to merge.", valueName: "A"))
    var actor: String?

    @Argument(help: ArgumentHelp("The actor that it is, whose name stays.", valueName: "B"))
    var target: String?

    @Option(help: ArgumentHelp("Why, for whoever reads the list later.", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("When it was decided, such as 2025-06-01T12:00:00Z; now when not given.", valueName: "time"))
    var time: TimeArgument?

    @Flag(help: "List the merges instead, with reason and time.")
    var list = false

    @Option(help: "How to show the list.")
    var format: TableFormat?

    func validate() throws {
        if list {
            guard actor == nil, reason == nil, time == nil else { throw ValidationError("--list takes no actors, reason or time") }
        } else {
            guard actor != nil, target != nil else { throw ValidationError("give two actors, or --list") }
            guard format == nil else { throw ValidationError("--format goes with --list") }
        }
    }

    func run() throws {
        guard let actor, let target else {
            return try MergeTable.write(GraphStore(path: database, mode: .reading), as: format ?? .table)
        }
        let store = try GraphStore.existing(database)
        let merges = try store.merges()
        let merged = try FollowedName.resolve(actor, in: store)
        let kept = try FollowedName.resolve(target, in: store)
        // The id of a merged actor is that actor's and no name to follow: it cannot be merged twice, and what is merged into it makes a chain.
        func id(_ given: String, _ followed: Actor) -> String { merges.contains { $0.actor == given } ? given : followed.id }
        guard merged.id != kept.id || merges.contains(where: { $0.actor == actor }) else {
            throw ValidationError(TerminalText.safe("both names stand for \(merged.name) (\(merged.id)); give two actors"))
        }
        let statements = try store.statementCount(of: merged.id)
        try store.merge(
            id(actor, merged), into: id(target, kept), reason: reason ?? "none given", time: (time ?? .now).text)
        if merged.type != kept.type {
            StandardError.write("newsgraph: their types differ (\(merged.type.rawValue), \(kept.type.rawValue)): look whether they are one")
        }
        StandardError.write(
            """
            \(merged.name) (\(merged.id)) with \(Counted.statements(statements)) counts as \(kept.name) (\(kept.id)) from now on
            undo: \(ShellCommand.newsgraph("split", [database, merged.id]))
            """)
    }
}

/// A moment in UTC, to the second (ISO 8601).
struct TimeArgument: ExpressibleByArgument {
    /// Such as "2025-06-01T12:00:00Z".
    let text: String

    static var now: TimeArgument { TimeArgument(Date.now) }

    init?(argument: String) {
        do {
            self.init(try Date(argument, strategy: .iso8601))
        } catch {
            return nil
        }
    }

    private init(_ date: Date) {
        text = date.formatted(.iso8601)
    }
}
