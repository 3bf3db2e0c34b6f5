import ArgumentParser
import GraphExplorer
import GraphFormats
import GraphStore
import KnowledgeGraph

/// `newsgraph actors`: who is in a database.
struct ActorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actors",
        abstract: "List the actors of a graph database, those with most statements first, or those that may be one.",
        discussion: """
            Examples:

              newsgraph actors news.sqlite --top 20
              newsgraph actors news.sqlite --type person --format csv > people.csv
              newsgraph actors news.sqlite --duplicates

            Several statements may report one event: the same two actors, relation, status and day. With --duplicates, pairs of actors are \
            listed that may be one, those for whom most speaks first, with the reasons and the command that merges them. Nothing is merged \
            without that command: look for namesakes first.
            """)

    @Argument(help: "The database.", completion: .file(extensions: ["sqlite", "db"]))
    var database: String

    @Option(help: "Only actors of this type.")
    var type: ActorType?

    @Flag(help: "List pairs of actors that may be one instead.")
    var duplicates = false

    @Option(help: "No more than this many; of pairs that may be one, 20 when not given.")
    var top: Int?

    @Option(help: "How to show them.")
    var format = TableFormat.table

    func validate() throws {
        if let top, top < 1 { throw ValidationError("--top must be 1 or more") }
        guard !duplicates || type == nil else { throw ValidationError("--duplicates goes without --type") }
    }

    func run() throws {
        let store = try GraphStore(path: database, mode: .reading)
        if duplicates {
            let pairs = try store.probableDuplicates(limit: top ?? 20)
            if pairs.isEmpty { StandardError.write("newsgraph: no two actors look like one") }
            if !pairs.isEmpty || format != .table { try DuplicateTable(pairs: pairs, database: database).write(as: format) }
            return
        }
        let actors = try store.actors(type: type).prefix(top ?? Int.max)
        switch format {
        case .table:
            var table = TextTable(["STATEMENTS", "EVENTS", "DOCUMENTS", "TYPE", "NAME", "ID", "DAYS", "ALSO CALLED"])
            for summary in actors {
                let others = try store.names(of: summary.actor.id).filter { $0 != summary.actor.name }
                table.append(cells(summary) + [others.joined(separator: ", ")])
            }
            try StandardOutput.write(lines: table.lines(width: StandardOutput.terminalWidth))
        case .json:
            let list = try actors.map { summary in
                let names = try store.names(of: summary.actor.id)
                return JSONText.text { $0.write(summary, names: names) }
            }
            try StandardOutput.write(lines: JSONList.lines(list))
        case .csv:
            var output = try OutputFile(path: nil)
            CSVRow.write(["statements", "events", "documents", "type", "name", "id", "first_day", "last_day"], to: &output)
            for summary in actors {
                CSVRow.write(
                    [
                        "\(summary.statements)", "\(summary.events)", "\(summary.documents)", summary.actor.type.rawValue,
                        CSVRow.text(summary.actor.name), CSVRow.text(summary.actor.id), summary.days?.lowerBound.description ?? "",
                        summary.days?.upperBound.description ?? "",
                    ], to: &output)
            }
            try output.close()
        }
    }

    private func cells(_ summary: ActorSummary) -> [String] {
        let days = summary.days.map { $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)/\($0.upperBound)" }
        return [
            "\(summary.statements)", "\(summary.events)", "\(summary.documents)", summary.actor.type.rawValue, summary.actor.name,
            summary.actor.id, days ?? "–",
        ]
    }
}
