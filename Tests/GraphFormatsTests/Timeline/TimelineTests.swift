import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("A timeline")
struct TimelineTests {
    private func figure(_ table: String, _ timeline: FigureTimeline = .day, top: Int? = nil) throws -> Diagram {
        try Diagram(sampleStatements(table), options: DiagramOptions(timeline: timeline, top: top))
    }

    /// "3 May 2031 (Saturday): A -> B visited", row by row.
    private func rows(_ figure: Diagram) -> [String] {
        (figure.timeline?.rows ?? []).map { row in
            let lines = row.edges.map { index in
                let edge = figure.edges[index]
                let labels = edge.rows.map {
                    [DOTWriter.words($0, figure.theme.style(of: RelationTone($0.relationClass))), $0.note].compactMap(\.self).joined(
                        separator: " ")
                }
                return
                    "\(figure.nodes[edge.subject].actor.name) \(edge.isSymmetric ? "<->" : "->") \(figure.nodes[edge.object].actor.name) \(labels.joined(separator: "; "))"
            }
            return [row.gap.map { "… \($0) … " }, row.title, row.note.map { " (\($0))" }, ": ", lines.joined(separator: ", ")]
                .compactMap(\.self).joined()
        }
    }

    @Test("has a row a day, gaps said, the year where it is new")
    func days() throws {
        let figure = try figure(
            """
            A:person | visited CONSULT | B:person | | 2031-12-30
            A:person | visited CONSULT | B:person | | 2031-12-30
            A:person | praised SUPPORT | B:person | | 2031-12-30
            B:person | met-with CONSULT sym | A:person | planned | 2031-12-31
            A:person | visited CONSULT | B:person | denied | 2032-01-14
            A:person | visited CONSULT | B:person | | 2032-05-01
            """)
        #expect(
            rows(figure) == [
                "30 Dec 2031 (Tuesday): A -> B visited ×2; praised",
                "31 Dec (Wednesday): B <-> A met with planned",
                "… 14 days later … 14 Jan 2032 (Wednesday): A -> B ✗ visited",
                "… 4 months later … 1 May (Saturday): A -> B visited",
            ])
    }

    @Test("has a row a month, with the day behind the label")
    func months() throws {
        let figure = try figure(
            """
            A:person | visited CONSULT | B:person | | 2031-05-30
            A:person | visited CONSULT | B:person | | 2031-05-02
            A:person | visited CONSULT | B:person | | 2031-06-01
            A:person | visited CONSULT | B:person | | 2031-09-01
            """, .month)
        #expect(
            rows(figure) == [
                "May 2031: A -> B visited ×2 2–30 May", "Jun 2031: A -> B visited 1 Jun",
                "… 3 months later … Sep 2031: A -> B visited 1 Sep",
            ])
    }

    @Test("keeps apart what the sentence dates and what only the report does, and puts a month before its days")
    func precision() throws {
        var statements = sampleStatements(
            """
            A:person | visited CONSULT | B:person | | 2031-05-01
            A:person | praised SUPPORT | B:person | | 2031-05-01
            A:person | aided AID | B:person | | 2031-05-01
            A:person | accused ACCUSE | B:person | | 2031-05-01
            """)
        statements[1].date?.source = .document
        statements[2].date?.end = try #require(CalendarDate(iso8601: "2031-05-31"))
        statements[2].date?.precision = .month
        statements[3].date?.end = try #require(CalendarDate(iso8601: "2031-05-03"))
        statements[3].date?.precision = .range
        let figure = try Diagram(statements, options: DiagramOptions(timeline: .day))
        #expect(
            rows(figure) == [
                "May 2031: A -> B aided", "1–3 May: A -> B accused", "1 May (Thursday): A -> B visited", "1 May (reported): A -> B praised",
            ])
    }

    @Test("says what has no date, and draws neither speech nor affiliations")
    func undated() throws {
        let figure = try figure(
            """
            A:person | visited CONSULT | B:person | | 2031-05-01
            A:person | praised SUPPORT | B:person
            B:person | praised SUPPORT | A:person
            A:person | said SPEECH | B:person | | 2031-05-01
            A:person | holds-office STATE | Ostmark:country | | 2031-05-01 | | President
            """)
        #expect(rows(figure) == ["1 May 2031 (Thursday): A -> B visited"])
        #expect(figure.omission == "Not shown: 2 without a date")
        #expect(figure.notes.contains { $0.contains("without a date") && $0.contains("(2)") })
        #expect(figure.nodes.first?.secondLine == "President · Ostmark")
    }

    @Test("of nothing dated says so")
    func nothing() throws {
        let figure = try figure("A:person | visited CONSULT | B:person")
        #expect(figure.edges.isEmpty && figure.omission == "No relations to show")
        #expect(figure.notes.contains { $0.contains("without a date") })
    }

    @Test("gives lanes to those who show the most, lets the rest share one, and says what is between them")
    func lanes() throws {
        let hub = (0..<20).map { "Hub:country | visited CONSULT | P\($0):person | | 2031-05-01" }
        let pairs = (0..<12).map { "L\($0):person | praised SUPPORT | R\($0):person | | 2031-05-02" }
        let figure = try figure((hub + pairs).joined(separator: "\n"))
        let lanes = try #require(figure.timeline?.lanes)
        #expect(lanes.count == TimelineLanes.limit)
        #expect(lanes.contains { figure.nodes[$0].actor.name == "Hub" })
        #expect(figure.edges.count == 20 + 9)
        #expect(figure.omission == "Not shown: 3 between others")
        #expect(figure.notes.count == 1 && figure.notes[0].contains("--around"))
    }

    @Test("orders lanes so that arrows are short")
    func laneOrder() throws {
        let chain = zip(["A", "C", "B", "D"], ["B", "D", "C", "E"]).map { "\($0):person | visited CONSULT | \($1):person | | 2031-05-01" }
        let figure = try figure(chain.joined(separator: "\n"))
        let order = try #require(figure.timeline?.lanes).map { figure.nodes[$0].actor.name }.joined()
        #expect(["ABCDE", "EDCBA"].contains(order))
    }

    @Test("shows the most important lines when there are too many")
    func cut() throws {
        let figure = try Diagram(sampleNetwork(statements: 400), options: DiagramOptions(timeline: .day))
        #expect(figure.edges.count <= Timeline.overviewSize)
        #expect(figure.omission?.contains("most important of") == true)
        let most = try Diagram(sampleNetwork(statements: 400), options: DiagramOptions(timeline: .day, top: 10_000))
        #expect(most.edges.count <= Timeline.limit && most.edges.count > Timeline.overviewSize)
    }

    @Test("does not depend on the order of the statements", arguments: FigureTimeline.allCases)
    func order(timeline: FigureTimeline) throws {
        let statements = sampleNetwork(statements: 90)
        let options = DiagramOptions(timeline: timeline)
        #expect(try Diagram(statements, options: options).dot() == Diagram(statements.reversed(), options: options).dot())
    }

    @Test("never estimates text of the Latin alphabet narrower than it is")
    func textWidth() {
        // Advances of Arial: A 667, i 222, W 944, ö as o 556.
        #expect(TextWidth.points("Ai", size: 10) == 8.89)
        #expect(TextWidth.points("W", size: 10, bold: true) == 9.44)
        #expect(TextWidth.points("ö", size: 10) >= 5.56)
        #expect(TextWidth.points("東京", size: 10) == 20)
        #expect(TextWidth.points("e\u{301}\u{301}", size: 10) == 5.56)
    }
}
