import ArgumentParser
import GraphStore

/// `newsgraph split`: undoes merges.
struct SplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Undo the merge of an actor: it stands for itself again.",
        discussion: """
            Examples:

              newsgraph split news.sqlite "V. Holm"
              newsgraph split news.sqlite person/v-holm

            Everything is as it would be without the merge. An actor that others have been merged into, but not itself into another, is parted \
            from all of these; `newsgraph merge DB --list` shows who has been merged.
            """)

    @Argument(help: "The database.", completion: .file(extensions: ["sqlite", "db"]))
    var database: String

    @Argument(help: "The actor: an id, a name or part of a name.")
    var actor: String

    func run() throws {
        let store = try GraphStore.existing(database)
        for merge in try store.split(store.mergedActor(named: actor)) {
            let statements = Counted.statements(try store.statementCount(of: merge.actor))
            let (split, target) = (try MergeTable.named(merge.actor, in: store), try MergeTable.named(merge.target, in: store))
            StandardError.write(
                "\(split) with \(statements) counts no longer as \(target) (merged \(merge.time); reason: \(merge.reason))")
        }
    }
}
