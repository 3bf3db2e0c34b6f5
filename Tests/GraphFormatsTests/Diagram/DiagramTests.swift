import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("A diagram")
struct DiagramTests {
    private func diagram(_ table: String, _ options: DiagramOptions = DiagramOptions()) throws -> Diagram {
        try Diagram(sampleStatements(table), options: options)
    }

    /// "Ida Holm -> Ostmark: visited" for every line, in order.
    private func lines(_ diagram: Diagram) -> [String] {
        diagram.edges.map { edge in
            let labels = edge.rows.map { row in
                [row.isDenied ? "✗" : nil, row.label, row.count > 1 ? "×\(row.count)" : nil, row.note].compactMap(\.self).joined(
                    separator: " ")
            }
            let arrow = edge.isSymmetric ? "<->" : "->"
            return
                "\(diagram.nodes[edge.subject].actor.name) \(arrow) \(diagram.nodes[edge.object].actor.name): \(labels.joined(separator: "; "))"
        }
    }

    @Test("bundles what is said of one pair in one direction, the most striking first")
    func bundles() throws {
        let figure = try diagram(
            """
            Kestria:country | visited CONSULT | Ostmark:country
            Kestria:country | attacked ASSAULT | Ostmark:country | | 2031-05-01
            Kestria:country | attacked ASSAULT | Ostmark:country | | 2031-05-02
            Ostmark:country | accused ACCUSE | Kestria:country
            """)
        #expect(lines(figure) == ["Kestria -> Ostmark: attacked ×2 1–2 May; visited", "Ostmark -> Kestria: accused"])
        #expect(figure.edges[0].tone == .attack)
        #expect(Theme.light.style(of: .attack).width(of: figure.edges[0]) > Theme.light.style(of: .criticism).width(of: figure.edges[1]))
    }

    @Test("never bundles a denied relation with an affirmed one")
    func denied() throws {
        let figure = try diagram(
            """
            Kestria:country | informed CONSULT | Ostmark:country | denied
            Kestria:country | informed CONSULT | Ostmark:country
            """)
        #expect(lines(figure) == ["Kestria -> Ostmark: ✗ informed", "Kestria -> Ostmark: informed"])
        #expect(figure.edges.map(\.stroke) == [.dashed, .solid])
    }

    @Test("says what is only planned, requested or possible", arguments: [Status.planned, .requested, .possible])
    func tentative(status: Status) throws {
        let figure = try diagram("Kestria:country | met-with CONSULT sym | Ostmark:country | \(status.rawValue) | 2031-05-04")
        #expect(lines(figure) == ["Kestria <-> Ostmark: met with \(status.rawValue), 4 May"])
        #expect(figure.edges[0].stroke == .dotted)
    }

    @Test("does not draw planned talks as held beside talks that were")
    func mixedStatus() throws {
        let figure = try diagram(
            """
            Kestria:country | met-with CONSULT sym | Ostmark:country | | 2031-05-01
            Ostmark:country | met-with CONSULT sym | Kestria:country | planned | 2031-05-04
            """)
        #expect(lines(figure) == ["Kestria <-> Ostmark: met with 1 May; met with planned, 4 May"])
    }

    @Test("draws no speech, no actor towards itself, and no date that only the document has")
    func leftOut() throws {
        var statements = sampleStatements(
            """
            Ida Holm:person | said SPEECH | Ostmark:country
            Ida Holm:person | praised SUPPORT | Ida Holm:person
            Ida Holm:person | visited CONSULT | Ostmark:country | | 2031-05-04
            """)
        statements[2].date?.source = .document
        #expect(lines(try Diagram(statements)) == ["Ida Holm -> Ostmark: visited"])
    }

    @Test("writes an office into its holder's box instead of drawing a line")
    func offices() throws {
        let figure = try Diagram(harbourStrike)
        let seconds = Dictionary(uniqueKeysWithValues: figure.nodes.map { ($0.actor.name, $0.secondLine) })
        #expect(seconds["Ida Holm"] == "Foreign Minister · Ostmark")
        #expect(seconds["Coastal Security Bureau"] == "Kestria")
        #expect(seconds["Lindhaven talks"] == "4 May 2031 · planned")
        #expect(seconds["Ostmark"] == .some(nil))
        #expect(!figure.edges.contains { $0.rows.contains { $0.relationClass == .state } })
        let stripes = Dictionary(uniqueKeysWithValues: figure.nodes.map { ($0.actor.name, $0.stripe) })
        #expect(stripes["Ida Holm"] == stripes["Ostmark"] && stripes["Ostmark"] != .some(nil))
        #expect(stripes["Ostmark"] != stripes["Kestria"])
    }

    @Test("keeps an office that is denied or planned as a line")
    func plannedOffice() throws {
        let figure = try diagram("Ida Holm:person | holds-office STATE | Ostmark:country | planned | | | Foreign Minister")
        #expect(lines(figure) == ["Ida Holm -> Ostmark: Foreign Minister planned"])
    }

    @Test("draws offices as lines when nothing else is known")
    func onlyOffices() throws {
        let figure = try diagram("Ida Holm:person | holds-office STATE | Ostmark:country | | | | Foreign Minister")
        #expect(lines(figure) == ["Ida Holm -> Ostmark: Foreign Minister"])
    }

    @Test("shows an office holder without a line, and no other lone actor")
    func loneActors() throws {
        let figure = try diagram(
            """
            Kestria:country | visited CONSULT | Ostmark:country
            Ida Holm:person | holds-office STATE | Ostmark:country | | | | Foreign Minister
            Lake Bank:organization | part-of STATE | Tarsis:country
            """)
        #expect(figure.nodes.map(\.actor.name) == ["Kestria", "Ostmark", "Ida Holm"])
    }

    @Test("leaves untyped relations out when there are enough typed ones, and says so")
    func untyped() throws {
        let typed = (0..<6).map { "A\($0):person | met-with CONSULT sym | B:person" }.joined(separator: "\n")
        let other = "C:person | other OTHER | D:person | | | | hummed at"
        let crowded = try diagram(typed + "\n" + other)
        #expect(crowded.edges.count == 6)
        #expect(crowded.notes.count == 1 && crowded.notes[0].contains("1 untyped"))
        #expect(lines(try diagram(other)) == ["C -> D: hummed at"])
        #expect(try diagram(typed + "\n" + other, DiagramOptions(classes: [.other])).edges.count == 1)
    }

    @Test("does not depend on the order of the statements")
    func order() throws {
        let statements = sampleNetwork(statements: 90)
        #expect(try Diagram(statements).dot() == Diagram(statements.reversed()).dot())
        #expect(try Diagram(statements).dot() == Diagram(statements + statements).dot())
    }

    @Test("is never larger than a figure can be", arguments: [200, 400, 1500])
    func cut(count: Int) throws {
        let figure = try Diagram(sampleNetwork(statements: count))
        #expect(figure.edges.count <= Diagram.limit)
        let everything = try Diagram(sampleNetwork(statements: count), options: DiagramOptions(top: 10_000))
        #expect(everything.edges.count == min(Diagram.limit, everything.edges.count))
        if count >= 400 {
            #expect(figure.edges.count == Diagram.overviewSize)
            #expect(figure.omission?.contains("most important of") == true)
            #expect(figure.notes.contains { $0.contains("--around") && $0.contains("--top") })
        }
    }

    @Test("shows the most reported lines under `top`")
    func top() throws {
        let figure = try diagram(
            """
            A:person | praised SUPPORT | B:person
            Kestria:country | attacked ASSAULT | Ostmark:country
            Kestria:country | attacked ASSAULT | Ostmark:country
            C:person | praised SUPPORT | D:person
            """, DiagramOptions(top: 1))
        #expect(lines(figure) == ["Kestria -> Ostmark: attacked ×2"])
        #expect(figure.omission == "The 1 most important of 3 relations")
    }

    @Test(
        "chooses the layout by size",
        arguments: zip(
            [1, 25, 26, 100, 101, 150], [Diagram.Layout.layered, .layered, .stress, .stress, .straightStress, .straightStress]))
    func layout(count: Int, layout: Diagram.Layout) {
        #expect(Diagram.layout(edgeCount: count, keepsPositions: false) == layout)
    }

    @Test("shows an actor's surroundings", arguments: zip([1, 2, 3], [2, 3, 4]))
    func around(hops: Int, actors: Int) throws {
        let table =
            "A:person | met-with CONSULT sym | B:person\nB:person | praised SUPPORT | C:person\nC:person | praised SUPPORT | D:person"
        let figure = try diagram(table, DiagramOptions(around: "a", hops: hops))
        #expect(figure.nodes.count == actors)
        #expect(figure.title == "Around A")
    }

    @Test("names similar actors when the one asked for is not there")
    func unknownActor() {
        let error = #expect(throws: DiagramError.self) { try Diagram(harbourStrike, options: DiagramOptions(around: "Ostma")) }
        #expect(error?.description.contains("Ostmark") == true)
        #expect(throws: DiagramError.unknownActor("Nobody", similar: [])) {
            try Diagram(harbourStrike, options: DiagramOptions(around: "Nobody"))
        }
        #expect(throws: DiagramError.unknownActor("", similar: [])) { try Diagram(harbourStrike, options: DiagramOptions(around: "")) }
    }

    @Test("keeps to the days and classes asked for")
    func scope() throws {
        let since = CalendarDate(iso8601: "2031-05-03")
        #expect(try Diagram(harbourStrike, options: DiagramOptions(since: since)).edges.count == 4)
        #expect(try Diagram(harbourStrike, options: DiagramOptions(until: CalendarDate(iso8601: "2031-05-01"))).edges.count == 1)
        let attacks = try Diagram(harbourStrike, options: DiagramOptions(classes: [.assault]))
        #expect(attacks.edges.allSatisfy { $0.tone == .attack } && attacks.edges.count == 2)
    }

    @Test("takes labels from the catalogue")
    func labels() throws {
        let figure = try diagram(
            "A:person | condoled-with SUPPORT | B:person", DiagramOptions(relationLabels: ["condoled-with": "expressed condolences to"]))
        #expect(lines(figure) == ["A -> B: expressed condolences to"])
    }

    @Test("lists only the classes that are present in the legend")
    func legend() throws {
        #expect(try Diagram(harbourStrike).classes == [.consult, .support, .request, .business, .assault])
        let dot = try diagram("A:person | met-with CONSULT sym | B:person").dot()
        #expect(dot.contains("talks") && !dot.contains("attack") && !dot.contains("did not happen") && !dot.contains("planned"))
    }

    @Test("does not repeat the document's day as the day of what happened")
    func subtitle() throws {
        var statements = sampleStatements("A:person | met-with CONSULT sym | B:person | | 2031-05-04")
        let options = DiagramOptions(source: DiagramOptions.source(name: "Harbour Gazette", date: CalendarDate(iso8601: "2031-05-05")))
        let told = "1 relation between 2 actors · events of 4 May 2031"
        #expect(try Diagram(statements, options: options).subtitle == "Harbour Gazette, 5 May 2031 · \(told)")
        statements[0].date?.source = .document
        #expect(try Diagram(statements, options: options).subtitle == "Harbour Gazette, 5 May 2031 · 1 relation between 2 actors")
        #expect(try Diagram(statements).subtitle == told)
    }

    @Test("of nothing says so")
    func empty() throws {
        let figure = try Diagram([])
        #expect(figure.edges.isEmpty && figure.nodes.isEmpty && figure.omission == "No relations to show")
    }
}
