import NewsGraph

let notes = [
    Article(
        id: "jerusalem",
        plainText: """
            date 1977-11-20

            Egyptian President Anwar Sadat met Israeli Prime Minister Menachem Begin in Jerusalem on Sunday. The two leaders discussed a ceasefire.
            """),
    Article(
        id: "cairo",
        plainText: """
            date 1977-11-21

            Israeli Prime Minister Menachem Begin met Anwar Sadat in Jerusalem on Sunday, the Egyptian government said.
            """),
    Article(
        id: "washington",
        plainText: """
            date 1977-12-17

            US President Jimmy Carter met Israeli Prime Minister Menachem Begin in Washington on Friday. Carter praised Anwar Sadat.
            """),
    Article(
        id: "tehran",
        plainText: """
            date 1978-01-02

            Jordan's King Hussein met US President Jimmy Carter in Tehran on Sunday. King Hussein accused Israel of breaking a ceasefire.
            """),
]

// A store in memory; GraphStore(path: "news.sqlite", mode: .writing) keeps it in a file.
let extractor = try Extractor(analyzer: TextAnalyzer())
let store = try GraphStore.inMemory()
for note in notes {
    try store.add(GraphDocument(id: note.id, text: note.text), statements: extractor.statements(in: note))
}

print("# Who met Begin?")
let begin = try store.actor(named: "begin").actor
for statement in try store.statements(of: begin.id, where: StatementFilter(relations: ["met-with"], statuses: [.actual])) {
    print(statement.date?.start.description ?? "–", statement.subject.actor.name, "–", statement.object.actor.name)
    print("    \(statement.evidence.sentence) [\(statement.document)]")
}

print("# What happened between Sadat and Begin?")
let graph = try store.graph()
let sadat = try store.actor(named: "sadat").actor
for statement in graph.statements(between: sadat.id, and: begin.id) {
    print(statement.relation, statement.status, "according to \(statement.attribution?.name ?? "the text")")
}

print("# How many meetings was that?")
for event in try store.events(where: StatementFilter(relations: ["met-with"])) {
    print(event.day?.description ?? "–", event.subject.name, event.object.name, "reports: \(event.reports.count)")
}

print("# How are Sadat and King Hussein linked?")
let hussein = try store.actor(named: "Hussein").actor
for path in graph.paths(
    from: sadat.id, to: hussein.id, where: StatementFilter(classes: [.consult], until: CalendarDate(iso8601: "1978-12-31")))
{
    print(path.actors.map(\.name).joined(separator: " – "))
}

print("# Where is a ceasefire mentioned?")
for hit in try store.search("ceasefire") {
    print("\(hit.document): \(hit.evidence.sentence)")
}

print("# Whom has each president met, in openCypher?")
let query = try PreparedQuery(
    """
    MATCH (president:Person)-[office:HOLDS_OFFICE]->(country:Country), (president)-[meeting:MET_WITH]-(other)
    WHERE office.detail CONTAINS $office
    RETURN president.name AS president, country.name AS country, collect(DISTINCT other.name) AS met ORDER BY president
    """)
let result = try query.run(on: store, parameters: ["office": .string("President")])
for row in result.rows {
    print(row.map { result.text(of: $0) }.joined(separator: ", "))
}

print("# What does a mistake look like?")
let mistake = "MATCH (a) RETRUN a"
do {
    _ = try PreparedQuery(mistake)
} catch let error as QueryError {
    print(error.rendered(in: mistake))
}
