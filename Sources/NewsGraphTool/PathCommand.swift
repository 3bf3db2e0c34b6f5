import ArgumentParser
import GraphExplorer
import GraphFormats
import GraphStore
import KnowledgeGraph

/// `newsgraph path`: how two actors are linked.
struct PathCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "Show the shortest chains of relations between two actors, each step with its evidence.",
        discussion: """
            Examples:

              newsgraph path news.sqlite "Anwar Sadat" Jordan
              newsgraph path news.sqlite sadat begin --class CONSULT --status actual --max 3
              newsgraph path news.sqlite country/egypt country/jordan --since 1978 --format json

            Only statements that fit the options are walked, so a longer chain of fitting ones is found. Of each step at most three \
            statements are shown, the newest first; json has them all.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json
    }

    @Argument(help: "The database.", completion: .file(extensions: ["sqlite", "db"]))
    var database: String

    @Argument(help: "Where the chain starts: an actor's id, name or part of a name.")
    var start: String

    @Argument(help: "Where it ends.")
    var end: String

    @OptionGroup var filter: FilterOptions

    @Option(help: "The longest chain to look for, in steps.")
    var max = 6

    @Option(help: "No more than this many chains.")
    var top = 3

    @Option(help: "How to show them.")
    var format = Format.table

    func validate() throws {
        guard max >= 1, top >= 1 else { throw ValidationError("--max and --top must be 1 or more") }
    }

    func run() throws {
        let store = try GraphStore(path: database, mode: .reading)
        let start = try FollowedName.resolve(start, in: store)
        let end = try FollowedName.resolve(end, in: store)
        guard start.id != end.id else {
            throw ValidationError("both names stand for \(start.name) (\(start.id)); give two actors")
        }
        let paths = try store.shortestPaths(from: start.id, to: end.id, maximumLength: max, where: filter.filter, limit: top)
        if paths.isEmpty {
            StandardError.write(
                TerminalText.safe("newsgraph: no chain of \(max) or fewer fitting relations links \(start.name) and \(end.name)"))
        }
        switch format {
        case .json: try StandardOutput.write(lines: JSONList.lines(paths.map { path in JSONText.text { $0.write(path) } }))
        case .table:
            try StandardOutput.write(lines: paths.enumerated().flatMap { lines($1, number: $0 + 1, width: StandardOutput.terminalWidth) })
        }
    }

    private func lines(_ path: Path, number: Int, width: Int?) -> [String] {
        let chain = TerminalText.safe(path.actors.map(\.name).joined(separator: " – "))
        var lines = TerminalText.wrap("\(number). \(chain)", to: width ?? 100)
        for step in path.steps {
            let statements = StatementTable.table(Array(step.statements.reversed().prefix(3)))
            lines += statements.lines(width: width.map { $0 - 3 }).dropFirst().map { "   \($0)" }
            if step.statements.count > 3 {
                lines.append("   … and \(step.statements.count - 3) more")
            }
        }
        return lines + [""]
    }
}
