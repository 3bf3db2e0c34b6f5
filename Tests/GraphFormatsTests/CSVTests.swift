import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("CSV")
struct CSVTests {
    private func rows(of statements: [Statement]) -> [[String]] {
        var text = ""
        CSV().write(StatementList(statements), to: &text)
        return CSVCells.texts(text)
    }

    @Test("has a header and one row a statement, all as wide")
    func shape() {
        let rows = rows(of: harbourStrike)
        #expect(rows.count == harbourStrike.count + 1)
        #expect(rows[0].first == "id")
        #expect(rows.allSatisfy { $0.count == rows[0].count })
    }

    @Test(
        "gives back any text",
        arguments: ["a,b", "say \"so\"", "two\r\nlines", "\u{202E}abc", "東京, 大阪", "", "1 = 2", "an \"\u{301} accent"])
    func roundTrip(text: String) {
        let rows = rows(of: [sampleStatement(sampleActor("A", .person), "met-with", .consult, sampleActor("B", .person), sentence: text)])
        #expect(rows.count == 2)
        #expect(rows[1][rows[0].firstIndex(of: "sentence") ?? 0] == text)
    }

    @Test(
        "neutralises what a spreadsheet would run", arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"x\",\"y\")"])
    func formulas(text: String) {
        let rows = rows(of: [sampleStatement(sampleActor(text, .person), "met-with", .consult, sampleActor("B", .person), sentence: text)])
        for column in ["subject", "sentence"] {
            #expect(rows[1][rows[0].firstIndex(of: column) ?? 0] == "'" + text)
        }
    }

    @Test("has one row an actor in the other table, joined by ids that a spreadsheet runs no more than the names")
    func nodes() throws {
        let statements =
            harbourStrike + [sampleStatement(Actor(id: "=1", name: "@x", type: .thing), "aided", .aid, sampleActor("B", .thing))]
        let nodes = CSVCells.texts(try CSV().text("nodes.csv", of: StatementList(statements)))
        let edges = rows(of: statements)
        #expect(nodes[0] == ["id", "label", "type", "subject_of", "object_of", "documents", "first_date", "last_date"])
        #expect(nodes.suffix(2) == [["'=1", "'@x", "thing", "1", "0", "1", "", ""], ["thing/b", "B", "thing", "0", "1", "1", "", ""]])
        let ids = Set(nodes.dropFirst().map { $0[0] })
        #expect(ids.count == nodes.count - 1)
        for end in ["source", "target"] {
            let column = try #require(edges[0].firstIndex(of: end))
            #expect(ids.isSuperset(of: edges.dropFirst().map { $0[column] }))
        }
    }

    @Test("says what is known of the document, and which edges have no direction")
    func documents() throws {
        let rows = CSVCells.texts(try CSV().text("edges.csv", of: ElementSamples.full))
        let row = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
        #expect(row["document_title"] == "Health & trade" && row["document_date"] == "2025-06-02")
        #expect(row["document_url"] == "https://example.org/briefing?a=1&b=2")
        #expect(row["type"] == "Undirected" && row["label"] == "spoke with")
    }

    @Test("survives hostile text in every field", arguments: hostileTexts.indices)
    func hostileFields(index: Int) throws {
        for file in CSV().files {
            let rows = CSVCells.texts(try CSV().text(file, of: ElementSamples.hostile(hostileTexts[index])))
            #expect(rows.allSatisfy { $0.count == rows[0].count })
            #expect(rows.count == (file == "edges.csv" ? 2 : 3))
        }
    }

    @Test("survives hostile text", arguments: hostileTexts.indices)
    func hostile(index: Int) {
        let actor = sampleActor(hostileTexts[index], .thing)
        let rows = rows(of: [sampleStatement(actor, "attacked", .assault, actor, detail: hostileTexts[index])])
        #expect(rows.count == 2 && rows[1].count == rows[0].count)
    }
}
