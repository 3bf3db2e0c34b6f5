import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("GEXF")
struct GEXFTests {
    private func graph(_ contents: some GraphContents) throws -> XMLTree { try XMLTree(parsing: GEXF().text(contents)) }

    private func spells(_ element: XMLTree) -> [String] {
        element.all("spell").map { "\($0.attributes["start"] ?? "")…\($0.attributes["end"] ?? "")" }
    }

    @Test("follows the elements and attributes of the schema", arguments: [harbourStrike, longNames, [], ElementSamples.full.statements])
    func structure(statements: [Statement]) throws {
        let root = try graph(StatementList(statements))
        #expect(root.attributes["version"] == "1.3" && root.attributes["xmlns"] == "http://gexf.net/1.3")
        #expect(GEXFSchema.faults(in: root).isEmpty)
        #expect(root.all("edge").count == statements.count)
    }

    @Test("has the days of a statement as the spell of its edge, and none for one without a date")
    func edgeSpells() throws {
        let edges = try graph(StatementList(harbourStrike)).all("edge")
        for (statement, edge) in zip(harbourStrike, edges) {
            #expect(spells(edge) == (statement.date.map { ["\($0.start)…\($0.end)"] } ?? []))
        }
    }

    @Test("joins the days of an actor where they follow one another")
    func nodeSpells() throws {
        let days = ["2031-05-07", "2031-05-01", "2031-05-02", "2031-05-09", "2031-05-02"]
        let (a, b) = (sampleActor("A", .person), sampleActor("B", .person))
        var statements = days.enumerated().map { index, day in
            sampleStatement(a, "met-with", .consult, b, date: sampleDate(day), index: index)
        }
        statements.append(sampleStatement(b, "met-with", .consult, sampleActor("C", .person), index: 9))
        let root = try graph(StatementList(statements))
        #expect(
            root.all("node").map(spells) == [
                ["2031-05-01…2031-05-02", "2031-05-07…2031-05-07", "2031-05-09…2031-05-09"],
                ["2031-05-01…2031-05-02", "2031-05-07…2031-05-07", "2031-05-09…2031-05-09"], [],
            ])
        #expect(root["graph"].map { $0.attributes["start"] } == ["2031-05-01"])
        #expect(root["graph"].map { $0.attributes["end"] } == ["2031-05-09"])
    }

    @Test(
        "keeps stretches of days apart and in order",
        arguments: [
            ([1...3, 5...6], [1...3, 5...6]), ([5...6, 1...3], [1...3, 5...6]), ([1...3, 4...6], [1...6]), ([4...6, 1...3], [1...6]),
            ([1...1, 3...3, 5...5, 2...4], [1...5]), ([1...9, 2...3], [1...9]), ([2...3, 1...9], [1...9]), ([1...1, 1...1], [1...1]),
            ([9...9, 1...1, 5...5], [1...1, 5...5, 9...9]), ([1...2, 8...9, 4...5, 3...3], [1...5, 8...9]),
        ] as [([ClosedRange<Int>], [ClosedRange<Int>])])
    func stretches(added: [ClosedRange<Int>], expected: [ClosedRange<Int>]) {
        var spells = Spells()
        for days in added { spells.insert(days) }
        #expect(spells.days == expected)
    }

    @Test("tells a denied attack from one that happened by its kind, so that no tool adds them up")
    func kinds() throws {
        let (a, b) = (sampleActor("A", .country), sampleActor("B", .country))
        let statements = [Status.actual, .denied, .actual].enumerated().map { index, status in
            sampleStatement(a, "attacked", .assault, b, status: status, index: index)
        }
        let kinds = try graph(StatementList(statements)).all("edge").map { $0.attributes["kind"] }
        #expect(kinds == ["attacked", "attacked (denied)", "attacked"])
    }

    @Test("gives every type and class of the palette a colour that shows on white")
    func colours() {
        let colours = ActorType.allCases.map(GEXFColour.of) + RelationClass.allCases.map(GEXFColour.of)
        #expect(colours.allSatisfy { min($0.red, $0.green, $0.blue) < 200 && $0.red + $0.green + $0.blue > 0 })
    }

    @Test("survives hostile text in every field", arguments: hostileTexts.indices)
    func hostile(index: Int) throws {
        let root = try graph(ElementSamples.hostile(hostileTexts[index]))
        #expect(GEXFSchema.faults(in: root).isEmpty)
        #expect(root.all("node").count == 2 && root.all("edge").count == 1)
    }
}
