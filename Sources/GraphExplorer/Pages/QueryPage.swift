import Foundation
import GraphFormats
import GraphQuery
import GraphStore
import KnowledgeGraph

/// A box for Cypher, and what the query gave: a table, or a figure of the statements in it.
struct QueryPage: Page {
    static let template = "query"

    let frame: PageFrame
    let query: String
    let hasQuery: Bool
    let examples: [Example]
    let labelWords: String
    let queryTrouble: Trouble?
    let result: ResultTable?
    let mostRows = PageWords.number(Self.shownRows)
    let querySeconds: Int
    /// Ids of the statements in the result.
    let statementIDs: [String]
    var figure: FigurePart?

    struct Example: Sendable {
        let exampleWords: String
        let exampleAddress: String
    }

    /// Why there is no result.
    struct Trouble: Sendable {
        let troubleTitle: String
        let troubleDetail: String
        let troubleExcerpt: String?
    }

    struct ResultTable: Sendable {
        let columns: [String]
        let rows: [Row]
        let hasRows: Bool
        let rowWords: String
        let csvAddress: String
        let jsonAddress: String
    }

    struct Row: Sendable {
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let cellText: String
        let cellAddress: String?
        let isNumber: Bool
    }

    static let shownRows = 200
    private static let drawnStatements = 400

    /// - Parameter outcome: of running the query; nil without one.
    init(_ query: String, _ outcome: Result<QueryResult, QueryError>?, services: ExplorerServices) {
        self.query = query
        hasQuery = !query.isEmpty
        frame = PageFrame("Query", site: services.options.title, section: .query, hasFigure: true)
        examples = Self.examples.map { Example(exampleWords: $0.0, exampleAddress: PageAddress.query($0.1)) }
        labelWords = ActorType.allCases.map { ":\($0.rawValue.prefix(1).uppercased() + $0.rawValue.dropFirst())" }.joined(separator: " ")
        querySeconds = services.options.limits.querySeconds
        switch outcome {
        case nil:
            (queryTrouble, result, statementIDs) = (nil, nil, [])
        case .failure(let error):
            let problem = Problem(error, in: query)
            queryTrouble = Trouble(
                troubleTitle: problem.title, troubleDetail: problem.detail.asSentence,
                troubleExcerpt: error.location == nil ? nil : problem.excerpt)
            (result, statementIDs) = (nil, [])
        case .success(let found):
            queryTrouble = nil
            var csv = QueryString()
            csv.append("q", query)
            let count = found.rows.count
            result = ResultTable(
                columns: found.columns,
                rows: found.rows.prefix(Self.shownRows).map { row in Row(cells: row.map { QueryCell(of: found).cell($0) }) },
                hasRows: count > 0,
                rowWords: count > Self.shownRows
                    ? "The first \(Self.shownRows) of \(PageWords.counted(count, "row")): CSV and JSON have them all."
                    : PageWords.counted(count, "row") + ".",
                csvAddress: csv.after("/query/rows.csv"), jsonAddress: csv.after("/api/v1/query"))
            statementIDs = QueryCell(of: found).statements(limit: Self.drawnStatements)
        }
    }

    private static let examples = [
        (
            "Who met or spoke with whom, newest first",
            "MATCH (a)-[r]->(b)\nWHERE r.class = 'CONSULT' AND r.status = 'actual'\nRETURN a, r, b\nORDER BY r.since DESC LIMIT 25"
        ),
        (
            "Who was most often criticised",
            "MATCH (a)-[r]->(b)\nWHERE r.class IN ['ACCUSE', 'REJECT', 'PROTEST']\nRETURN b.name AS whom, count(*) AS times, collect(DISTINCT a.name) AS critics\nORDER BY times DESC LIMIT 10"
        ),
        (
            "What is planned, and which sentence says so",
            "MATCH (a)-[r]->(b) WHERE r.status = 'planned'\nRETURN a.name AS who, r.relation AS does, b.name AS whom, r.since AS day, r.sentence AS sentence\nORDER BY day DESC LIMIT 25"
        ),
        (
            "Who holds which office",
            "MATCH (p:Person)-[r:HOLDS_OFFICE]->(o)\nRETURN p.name AS who, r.detail AS office, o.name AS place, r.document AS source\nORDER BY who LIMIT 50"
        ),
        (
            "Deeds between countries, as a figure",
            "MATCH (a:Country)-[r]->(b:Country)\nWHERE r.class <> 'STATE'\nRETURN r LIMIT 60"
        ),
    ]
}

/// Values of a result as pages show them: nodes and relationships as links.
struct QueryCell {
    private let result: QueryResult

    private static let longest = 600

    init(of result: QueryResult) {
        self.result = result
    }

    func cell(_ value: Value) -> QueryPage.Cell {
        switch value {
        case .null: return cell("–")
        case .integer, .float: return cell(result.text(of: value), isNumber: true)
        case .node(let id):
            let node = result.nodes[id]
            let name = text(node?.properties["name"]) ?? "node"
            return cell(PageWords.name(name), address: text(node?.properties["id"]).map { PageAddress.actor($0) })
        case .relationship(let id):
            let relationship = result.relationships[id]
            let relation = text(relationship?.properties["relation"]) ?? relationship?.type ?? "relationship"
            let ends = [relationship?.start, relationship?.end].map { end in
                end.flatMap { result.nodes[$0] }.flatMap { text($0.properties["name"]) }.map(PageWords.name) ?? "?"
            }
            return cell(
                "\(ends[0]) \(relation.replacing("-", with: " ")) \(ends[1])",
                address: text(relationship?.properties["id"]).map(PageAddress.statement))
        case .path(let path):
            let names = path.nodes.map { node in
                result.nodes[node].flatMap { text($0.properties["name"]) }.map(PageWords.name) ?? "?"
            }
            return cell(names.joined(separator: " – "))
        default: return cell(result.text(of: value, showing: ["name", "relation", "since"]))
        }
    }

    /// Ids of the relationships in the rows, in their order.
    func statements(limit: Int) -> [String] {
        var (ids, seen) = ([String](), Set<String>())
        func take(_ value: Value) {
            guard ids.count < limit else { return }
            switch value {
            case .relationship(let id):
                if let id = text(result.relationships[id]?.properties["id"]), seen.insert(id).inserted { ids.append(id) }
            case .path(let path): path.relationships.forEach { take(.relationship($0)) }
            case .list(let list): list.forEach(take)
            case .map(let map): map.sorted { $0.key < $1.key }.forEach { take($0.value) }
            default: break
            }
        }
        for row in result.rows {
            for value in row { take(value) }
            if ids.count >= limit { break }
        }
        return ids
    }

    private func text(_ value: Value?) -> String? {
        if case .string(let text)? = value { text } else { nil }
    }

    private func cell(_ text: String, address: String? = nil, isNumber: Bool = false) -> QueryPage.Cell {
        let isLong = text.utf8.count > Self.longest && text.unicodeScalars.count > Self.longest
        let shown = isLong ? String(text.unicodeScalars.prefix(Self.longest)) + "…" : text
        return QueryPage.Cell(cellText: shown, cellAddress: address, isNumber: isNumber)
    }
}
