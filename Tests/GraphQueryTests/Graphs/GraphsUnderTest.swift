import GraphStore
import KnowledgeGraph

@testable import GraphQuery

/// The same statements in every kind of graph that queries run on.
struct GraphsUnderTest: Sendable {
    /// What is right: statements written down plainly, and conditions that no index may answer.
    let reference: TestGraph
    let inMemory: StatementGraph
    let store: GraphStore

    init(_ news: InventedNews) throws {
        reference = try TestGraph(plainly: news.statements)
        inMemory = StatementGraph(Graph(news.statements))
        store = try GraphStore.inMemory()
        try store.add(news.documents)
    }

    /// The ways to ask, by name. A question about a changed store goes by the file's indexes until it has read much; the next by what was read.
    static let ways: [String] = ["plainly", "in memory", "by the store's indexes", "by the store's network"]

    /// The rows that each way of asking gives, as text.
    ///
    /// - Parameter query: conditions in ⟨ ⟩ are those that a graph may look at itself; the reference is asked in a form that it may not.
    func answers(_ query: String, parameters: [String: Value] = [:]) throws -> [(way: String, rows: [String])] {
        let plain = try PreparedQuery(query.replacing("⟨", with: "").replacing("⟩", with: ""))
        let wrapped = try PreparedQuery(query.replacing("⟨", with: "((").replacing("⟩", with: ") = true)"))
        func text(_ graph: any PropertyGraph, _ query: PreparedQuery) -> [String] {
            do {
                let rows = try query.run(on: graph, parameters: parameters).rows.map { row in
                    try row.map { try ComparableValue($0, in: graph).description }.joined(separator: " | ")
                }
                return query.text.contains("ORDER BY") ? rows : rows.sorted()
            } catch let error as QueryError {
                return ["\(error.kind) \(error.detail)"]
            } catch {
                return ["\(error)"]
            }
        }
        var answers = [("expected", text(reference, wrapped)), ("plainly", text(reference, plain)), ("in memory", text(inMemory, plain))]
        // Another document without a statement: what was read of the store's last state no longer holds.
        let count = try store.documents().count
        try store.add(GraphDocument(id: "blank-\(count)", text: ""), statements: [])
        answers.append(("by the store's indexes", try store.snapshot { text(StoreGraph($0), plain) }))
        answers.append(
            (
                "by the store's network",
                try store.snapshot { snapshot in
                    _ = try snapshot.network()
                    return text(StoreGraph(snapshot), plain)
                }
            ))
        return answers
    }
}
