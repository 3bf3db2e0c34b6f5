import ArgumentParser
import GraphQuery
import GraphStore

/// `newsgraph query`: openCypher over a graph database.
struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Ask a graph database anything in openCypher.",
        discussion: """
            Examples:

              newsgraph query news.sqlite 'MATCH (a:Person)-[r:SPOKE_WITH]-(b) RETURN a.name, b.name, r.since, r.sentence ORDER BY r.since'
              newsgraph query news.sqlite 'MATCH (a {name: $who})-[r]-(b) RETURN b.name, count(*) AS n ORDER BY n DESC' -p who='Anwar Sadat'
              newsgraph query news.sqlite 'EXPLAIN MATCH (a)-[r {class: "CONSULT"}]->(b) RETURN a, b'
              newsgraph query news.sqlite 'MATCH (a)-[r]->(b) WHERE a.id IN $ids RETURN r.sentence' -p ids='["country/egypt", "country/iran"]'
              newsgraph query news.sqlite - --format csv < question.cypher

            Nodes are actors, with a label by their type (:Person, :Country, :Organization, :Group, :Place, :Facility, :Event, :Thing) and the \
            properties id, name, type and aliases. Relationships are statements, with the relation in capitals (:SPOKE_WITH) as their type \
            and the properties class, status, since, until, place, topic, speaker, confidence, sentence, document and reports. Queries only read; \
            EXPLAIN in front of one shows how it would be answered. Docs/Cypher.md has twenty questions to start from.
            """)

    @Argument(help: "The database.", completion: .file(extensions: ["sqlite", "db"]))
    var database: String

    @Argument(help: "The query; - reads it from standard input.")
    var query: String

    @Option(
        name: [.customShort("p"), .long],
        help: ArgumentHelp(
            "A value for $NAME: a number, true, false or null; '…', […] or {…} as Cypher writes them; anything else as text.",
            valueName: "name=value"), transform: QueryParameter.init(reading:))
    var parameter: [QueryParameter] = []

    @Option(help: "How to show the rows; of nodes and relationships a table shows a few properties, json and csv all.")
    var format = TableFormat.table

    @Option(help: "Stop a query that gives more rows than this.")
    var maxRows = QueryLimits().rows

    @Option(help: "Stop a query that runs for longer than so many seconds.")
    var timeout = 60

    func validate() throws {
        guard maxRows >= 1, timeout >= 1 else { throw ValidationError("--max-rows and --timeout must be 1 or more") }
        var names: Set<String> = []
        for parameter in parameter where !names.insert(parameter.name).inserted {
            throw ValidationError("the parameter \(parameter.name) is given twice")
        }
    }

    func run() throws {
        let text = try query == "-" ? StandardInput.text(limit: 1 << 20) : query
        let store = try GraphStore(path: database, mode: .reading)
        do {
            let prepared = try PreparedQuery(text)
            let result = try prepared.run(
                on: store, parameters: Dictionary(uniqueKeysWithValues: parameter.map { ($0.name, $0.value) }),
                limits: QueryLimits(rows: maxRows, time: .seconds(timeout)))
            if result.rows.isEmpty { StandardError.write("newsgraph: nothing fits the query") }
            try QueryOutput.write(result, as: format)
        } catch let error as QueryError {
            StandardError.write("newsgraph: \(error.rendered(in: text))")
            throw ExitCode.wrongUsage
        }
    }
}
