import NewsGraph

let article = Article(
    id: "note",
    plainText: """
        date 1977-11-20

        Egyptian President Anwar Sadat met Israeli Prime Minister Menachem Begin in Jerusalem on Sunday.
        """)
let extractor = try Extractor(analyzer: TextAnalyzer())
for statement in try extractor.statements(in: article) {
    print(statement.subject.actor.name, statement.relation, statement.object.actor.name, statement.detail ?? "")
}
