import ArgumentParser
import GraphExplorer
import GraphFormats
import GraphStore

/// `newsgraph stats`: how much is in a database.
struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count what a graph database holds.",
        discussion: """
            Examples:

              newsgraph stats news.sqlite
              newsgraph stats news.sqlite --format json

            A statement is one report; several may report one event: the same two actors, relation, status and day. Actors that are merged \
            count once, and how many have been merged into another is counted apart.
            """)

    @Argument(help: "The database.", completion: .file(extensions: ["sqlite", "db"]))
    var database: String

    @Option(help: "How to show them.")
    var format = TableFormat.table

    func run() throws {
        let store = try GraphStore(path: database, mode: .reading)
        let statistics = try store.statistics()
        let merges = try store.merges().count
        switch format {
        case .table: try StandardOutput.write(lines: table(statistics, merges: merges).lines(width: StandardOutput.terminalWidth))
        case .json: try StandardOutput.write(lines: [JSONText.text { $0.write(statistics, merges: merges) }])
        case .csv:
            var output = try OutputFile(path: nil)
            CSVRow.write(["what", "name", "count"], to: &output)
            for row in rows(statistics, merges: merges) { CSVRow.write(row.map(CSVRow.text), to: &output) }
            try output.close()
        }
    }

    /// What is counted, its name, and how many.
    private func rows(_ statistics: GraphStatistics, merges: Int) -> [[String]] {
        func rows(_ what: String, _ counts: [GraphStatistics.Count]) -> [[String]] { counts.map { [what, $0.name, "\($0.count)"] } }
        return [
            ["total", "documents", "\(statistics.documents)"], ["total", "sentences", "\(statistics.sentences)"],
            ["total", "actors", "\(statistics.actors)"], ["total", "merges", "\(merges)"],
            ["total", "statements", "\(statistics.statements)"], ["total", "events", "\(statistics.events)"],
        ] + rows("actor type", statistics.actorTypes) + rows("status", statistics.statuses) + rows("class", statistics.classes)
            + rows("relation", statistics.relations)
    }

    private func table(_ statistics: GraphStatistics, merges: Int) -> TextTable {
        var table = TextTable(["WHAT", "NAME", "COUNT"])
        for row in rows(statistics, merges: merges) { table.append(row) }
        if let days = statistics.days { table.append(["days", "\(days.lowerBound)/\(days.upperBound)", ""]) }
        return table
    }
}
