import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("A report")
struct ReportTests {
    @Test("says what it is made of in plain sentences")
    func summary() {
        let report = Report(of: harbourStrikeContents)
        #expect(
            report.summary == [
                "This report has 20 statements from “Harbour strike: ministers talk as yards burn” (Harbour Gazette, 3 May 2031).",
                "It names 12 actors: 6 people, 3 countries, 1 organization, 1 facility and 1 event. Named most: Kestria, Ostmark and Valdoria.",
                "What they are about: office and membership (8), talks (5), attack (3), business (1), request (1) and 2 other kinds.",
                "17 are given as fact, 1 denied and 2 planned; 5 name who says so.",
                "Dates run from 1 May 2031 to 4 May 2031; 11 have none.",
            ])
        #expect(report.omissions.isEmpty)
    }

    @Test("of nothing says so")
    func empty() {
        let report = Report(of: StatementList([]))
        #expect(report.summary == ["No statements were found."])
        #expect(report.entries.isEmpty && report.meetings.isEmpty && report.timeline.isEmpty && report.actors.isEmpty)
    }

    @Test("counts a meeting once however many documents report it, whichever actor comes first")
    func meetings() throws {
        let report = Report(
            of: StatementList(
                sampleStatements("Ida Holm:person | met-with CONSULT sym | Bruno Salvi:person | | 2031-05-03", document: "a")
                    + sampleStatements(
                        """
                        Bruno Salvi:person | met-with CONSULT sym | Ida Holm:person | | 2031-05-03
                        Bruno Salvi:person | met-with CONSULT sym | Ida Holm:person | planned | 2031-05-09
                        Ida Holm:person | called CONSULT | Bruno Salvi:person
                        Ida Holm:person | praised SUPPORT | Bruno Salvi:person
                        """, document: "b")))
        let meeting = try #require(report.meetings.first)
        #expect(report.meetings.count == 1)
        #expect((meeting.first.name, meeting.second.name) == ("Bruno Salvi", "Ida Holm"))
        #expect((meeting.times, meeting.reports) == (3, 4))
        #expect("\(meeting.firstDay!) \(meeting.lastDay!)" == "2031-05-03 2031-05-09")
        #expect(meeting.statuses == [.init(status: .actual, count: 3), .init(status: .planned, count: 1)])
        #expect(meeting.labels == ["met with", "called"])
        #expect(meeting.entries == [1, 2, 3, 4])
    }

    @Test("tells who visited whom apart from the visit in return")
    func directions() {
        let visits = sampleStatements(
            """
            Ida Holm:person | visited CONSULT | Ostmark:country | | 2031-05-03
            Ostmark:country | visited CONSULT | Ida Holm:person | | 2031-05-03
            """)
        #expect(Report(of: StatementList(visits)).meetings.map(\.times) == [2])
    }

    @Test("has each event once in the timeline, years before their months, and no office that merely was held on the document's day")
    func timeline() {
        func dated(
            _ statement: Statement, _ start: String, _ end: String, _ precision: StatementDate.Precision, _ source: StatementDate.Source
        )
            -> Statement
        {
            var statement = statement
            statement.date = StatementDate(
                start: CalendarDate(iso8601: start)!, end: CalendarDate(iso8601: end)!, precision: precision, text: nil, source: source)
            return statement
        }
        let (ida, ostmark) = (sampleActor("Ida Holm", .person), sampleActor("Ostmark", .country))
        let statements = [
            sampleStatement(ida, "holds-office", .state, ostmark, document: "a"),
            sampleStatement(ida, "visited", .consult, ostmark, index: 1),
            sampleStatement(ida, "visited", .consult, ostmark, index: 2), sampleStatement(ida, "aided", .aid, ostmark, index: 3),
            sampleStatement(ida, "left", .state, ostmark, index: 4),
            sampleStatement(ida, "visited", .consult, ostmark, status: .denied, index: 5),
            sampleStatement(ida, "accused", .accuse, ostmark, index: 6),
        ]
        let report = Report(
            of: StatementList([
                dated(statements[0], "2031-01-20", "2031-01-20", .day, .document),
                dated(statements[1], "2031-01-20", "2031-01-20", .day, .text),
                dated(statements[2], "2031-01-20", "2031-01-20", .day, .context),
                dated(statements[3], "2031-01-01", "2031-12-31", .year, .text),
                dated(statements[4], "2031-01-21", "2031-01-21", .day, .text),
                dated(statements[5], "2031-01-20", "2031-01-20", .day, .text),
                statements[6],
            ]))
        #expect(
            report.timeline.map { "\($0.days.lowerBound) \($0.days.upperBound)" } == ["2031-01-01 2031-12-31", "2031-01-01 2031-01-31"])
        #expect(report.timeline.map { $0.events.map(\.entries) } == [[[4]], [[2, 3], [6], [5]]])
    }

    @Test("has a page for every actor: busiest first, with names, offices and relations by class")
    func actors() throws {
        let report = Report(of: harbourStrikeContents)
        #expect(report.actors.prefix(3).map(\.actor.name) == ["Kestria", "Ostmark", "Valdoria"])
        #expect(report.actors.map(\.statements) == report.actors.map(\.statements).sorted(by: >))
        let named = Set(harbourStrike.flatMap { [$0.subject.actor.id, $0.object.actor.id] })
        #expect(Set(report.actors.map(\.actor.id)) == named)
        let kestria = report.actors[0]
        #expect(kestria.names == [.init(name: "Kestria", count: 7)])
        #expect(kestria.offices.map { report.entries[$0 - 1].statement.detail } == ["Defence Minister", "President", nil])
        #expect(kestria.relations.map(\.relationClass) == [.consult, .assault])
        // Nothing is on a page of somebody who has no part in it.
        for page in report.actors {
            for number in page.offices + page.relations.flatMap(\.entries) {
                let statement = report.entries[number - 1].statement
                #expect([statement.subject.actor.id, statement.object.actor.id].contains(page.actor.id))
            }
        }
        #expect(report.links[kestria.actor.id] == "#a-1")
        #expect(report.statementLinks[report.entries[4].statement.id] == "#s-5")
    }

    @Test("orders documents by date, those without one last, and keeps their order within")
    func sources() {
        func statements(_ document: String) -> [Statement] {
            sampleStatements("A:person | visited CONSULT | B:country\nC:person | visited CONSULT | B:country", document: document)
        }
        let report = Report(
            of: StatementList(
                statements("a") + statements("b") + statements("c"),
                documents: [
                    DocumentDetails(id: "b", date: CalendarDate(iso8601: "2031-05-01")),
                    DocumentDetails(id: "c", date: CalendarDate(iso8601: "2030-05-01")), DocumentDetails(id: "unused"),
                ]))
        #expect(report.sources.map(\.id) == ["c", "b", "a"])
        #expect(report.entries.map(\.source) == [1, 1, 2, 2, 3, 3])
        #expect(report.entries.map(\.statement.id) == ["c-0", "c-1", "b-0", "b-1", "a-0", "a-1"])
    }

    @Test("prints no more than its limit, of those named most and of those required, says so, and counts everything")
    func limit() {
        let network = sampleNetwork(statements: 400)
        let required = network.suffix(3).map(\.id)
        let report = Report(
            of: StatementList(network), options: ReportOptions(mostStatements: 25, requiredStatements: Set(required)))
        #expect(report.entries.count == 25)
        #expect(Set(required).isSubset(of: report.entries.map(\.statement.id)))
        #expect(report.summary[0].contains("400 statements"))
        #expect(report.omissions.first?.hasPrefix("25 statements of 400 are printed") == true)
        #expect(report.omissions.last?.contains("have no page") == true)
        let whole = Report(of: StatementList(network))
        #expect(report.meetings.map(\.times) == whole.meetings.map(\.times))
        let mentions = Dictionary(uniqueKeysWithValues: whole.actors.map { ($0.actor.id, $0.statements) })
        func weight(_ statement: Statement) -> Int { min(mentions[statement.subject.actor.id]!, mentions[statement.object.actor.id]!) }
        let chosen = report.entries.map(\.statement).filter { !required.contains($0.id) }
        let left = network.filter { statement in !report.entries.contains { $0.statement.id == statement.id } }
        #expect(chosen.map(weight).min()! >= left.map(weight).max()!)
    }

    @Test("does not depend on what other documents call an actor, nor on the order of a dictionary")
    func naming() {
        let statements =
            sampleStatements("A:person | visited CONSULT | B:country", document: "a")
            + sampleStatements("A:person | visited CONSULT | B:country", document: "b")
        var renamed = statements
        renamed[1].subject.actor.name = "Anna"
        #expect(Report(of: StatementList(renamed)).actors.map(\.actor.name) == ["B", "Anna"])
        let network = StatementList(sampleNetwork(statements: 120))
        #expect(Report(of: network) == Report(of: network))
    }
}

@Suite("The sentence behind a statement")
struct MarkedSentenceTests {
    @Test("is marked where its words stand")
    func marks() {
        let sentence = MarkedSentence(withMentions(harbourStrike)[1])
        #expect(sentence.parts.map(\.text) == ["Ida Holm", " ", "spoke-with", " ", "Bruno Salvi", "."])
        #expect(sentence.parts.map(\.role) == [.subject, nil, .predicate, nil, .object, nil])
    }

    @Test("is never marked where other words stand, outside it, or twice", arguments: [0, 1, 2, 3])
    func wrongSpans(number: Int) {
        var statement = withMentions(harbourStrike)[1]
        let start = statement.evidence.span.lowerBound
        switch number {
        case 0: statement.subject.mention?.span = start + 1..<start + 9
        case 1: statement.subject.mention?.span = start + 900..<start + 908
        case 2: statement.subject.mention?.span = 0..<8
        default: statement.subject.mention = TextSpan(text: "", span: start..<start)
        }
        let sentence = MarkedSentence(statement)
        #expect(sentence.parts.map(\.text).joined() == statement.evidence.sentence)
        #expect(!sentence.parts.contains { $0.role == .subject })
        statement.subject.mention = statement.object.mention
        #expect(MarkedSentence(statement).parts.filter { $0.role != nil }.map(\.text) == ["spoke-with", "Bruno Salvi"])
    }

    @Test("keeps every byte", arguments: hostileTexts.indices)
    func hostile(index: Int) {
        for statement in hostileContents(hostileTexts[index]).statements {
            #expect(MarkedSentence(statement).parts.map(\.text).joined() == statement.evidence.sentence)
        }
    }
}
