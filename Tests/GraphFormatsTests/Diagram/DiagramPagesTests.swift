import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("Pages of a diagram")
struct DiagramPagesTests {
    private let year = sampleStatements(
        """
        Ida Holm:person | holds-office STATE | Ostmark:country | | | | Foreign Minister
        Ida Holm:person | spoke-with CONSULT sym | Bruno Salvi:person | | 2031-03-30
        Ida Holm:person | criticised ACCUSE | Marta Quell:person | | 2031-05-02
        Marta Quell:person | spoke-with CONSULT sym | Bruno Salvi:person | | 2031-05-09
        Kestria:country | attacked ASSAULT | Ostmark:country | | 2031-12-31
        Ida Holm:person | praised SUPPORT | Aron Vey:person
        """)

    @Test("by month are an overview and the months in which something happened")
    func months() throws {
        let pages = try Diagram.pages(.month, of: year.reversed(), options: DiagramOptions(title: "The year"))
        #expect(pages.map(\.title) == ["The year", "The year: Mar 2031", "The year: May 2031", "The year: Dec 2031"])
        #expect(pages.map(\.edges.count) == [5, 1, 2, 1])
        #expect(pages[1].nodes.first?.secondLine == "Foreign Minister · Ostmark")
    }

    @Test("by month have what reaches into a month in both, and leave what is dated to a year or not at all to the overview")
    func spans() throws {
        var span = year[1]
        span.date = dates("2031-03-30", "2031-04-02", .range)
        var vague = year[2]
        vague.date = dates("2031-01-01", "2031-12-31", .year)
        let pages = try Diagram.pages(.month, of: [span, vague, year[5]])
        #expect(pages.dropFirst().map { $0.edges.map(\.rows.first?.label) } == [["spoke with"], ["spoke with"]])
        #expect(pages[0].edges.count == 3)
    }

    @Test("by actor are those of more than one event, the busiest first")
    func actors() throws {
        let pages = try Diagram.pages(.actor, of: year)
        #expect(pages.map(\.title) == ["Who did what to whom", "Around Ida Holm", "Around Bruno Salvi", "Around Marta Quell"])
        // The fourth is between two whom she dealt with.
        #expect(pages[1].edges.count == 4)
    }

    @Test("are no more than the limit; the overview says what is left out", arguments: DiagramPages.allCases)
    func limit(kind: DiagramPages) throws {
        let pages = try Diagram.pages(kind, of: year, options: DiagramOptions(title: "The year"), atMost: 3)
        let titles = kind == .month ? ["May 2031", "Dec 2031"] : ["Ida Holm", "Bruno Salvi"]
        #expect(pages.map(\.title) == ["The year"] + titles.map { "The year: \($0)" })
        #expect(pages[0].notes.contains { $0.hasPrefix("1 ") && $0.contains("3 pages") })
        #expect(try Diagram.pages(kind, of: year, atMost: 1).count == 1)
    }

    @Test("keep to the options: bounds of time, and the actor in the middle")
    func options() throws {
        let bounded = DiagramOptions(since: CalendarDate(iso8601: "2031-05-05"), until: CalendarDate(iso8601: "2031-11-30"))
        #expect(try Diagram.pages(.month, of: year, options: bounded).map(\.edges.count) == [1, 1])
        let around = try Diagram.pages(.month, of: year, options: DiagramOptions(title: "Q", around: "Marta Quell"))
        #expect(around.map(\.title) == ["Q", "Q: May 2031"])
        #expect(throws: DiagramError.self) { try Diagram.pages(.month, of: year, options: DiagramOptions(around: "Nobody")) }
    }

    @Test("of nothing are an overview that says so", arguments: DiagramPages.allCases)
    func empty(kind: DiagramPages) throws {
        let pages = try Diagram.pages(kind, of: [])
        #expect(pages.count == 1 && pages[0].omission == "No relations to show")
    }

    private func dates(_ start: String, _ end: String, _ precision: StatementDate.Precision) -> StatementDate? {
        guard let start = CalendarDate(iso8601: start), let end = CalendarDate(iso8601: end) else { return nil }
        return StatementDate(start: start, end: end, precision: precision, text: "", source: .text)
    }
}
