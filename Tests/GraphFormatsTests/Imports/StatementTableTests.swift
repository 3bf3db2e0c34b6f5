import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("Tables of statements")
struct StatementTableTests {
    private static let metWith = RelationType(
        name: "met-with", relationClass: .consult, label: "met with", isSymmetric: true)

    @Test("need no more than subject, relation and object, and fill in the rest")
    func defaults() throws {
        let read = try ImportedText("subject,relation,object\nAna Ruiz,met with,Bo Ek\n", name: "a/links.csv", relations: [Self.metWith])
        let statement = try #require(read.statements.first)
        #expect(statement.subject == Participant(actor: Actor(id: "thing/ana-ruiz", name: "Ana Ruiz", type: .thing)))
        #expect(statement.object.actor.id == "thing/bo-ek")
        #expect(statement.relation == "met-with" && statement.relationClass == .consult && statement.isSymmetric)
        #expect(statement.document == "links" && statement.rule == "import/links.csv")
        #expect(statement.status == .actual && statement.date == nil && statement.attribution == nil && statement.confidence == 1)
        #expect(statement.predicate == .init(text: "met with", lemma: "met with", span: 0..<0))
        #expect(statement.evidence == Evidence(sentence: "", index: 0, span: 0..<0))
        #expect(statement.id.utf8.count == 16)
        #expect(read.statements.count == 1 && read.faults.isEmpty)
    }

    @Test("read every column that our own export writes, but for what a table cannot hold")
    func ownExport() throws {
        var text = ""
        try CSV().write(harbourStrike + [StatementSamples.full], to: &text)
        let read = try ImportedText(text)
        #expect(read.faults == [])
        #expect(read.unreadColumns == ["quantities"])
        let expected = (harbourStrike + [StatementSamples.full]).map { statement in
            var statement = statement
            statement.quantities = []
            statement.subject.mention = nil
            statement.object.mention = nil
            statement.predicate = .init(text: statement.predicate.text, lemma: statement.predicate.text, span: 0..<0)
            statement.evidence.index = 0
            statement.date?.text = nil
            statement.attribution = statement.attribution.map { .init(name: $0.name, id: nil, verb: "", span: 0..<0) }
            return statement
        }
        #expect(read.statements == expected)
    }

    @Test("give back hostile text that our own export has written", arguments: hostileTexts.indices)
    func hostileRoundTrip(index: Int) throws {
        for prefix in ["", "'", "''"] {
            let original = prefix + hostileTexts[index]
            let statement = sampleStatement(
                sampleActor("A", .person), "met-with", .consult, sampleActor("B", .person), sentence: original)
            var text = ""
            try CSV().write([statement], to: &text)
            let read = try ImportedText(text)
            #expect(read.faults == [])
            // Control characters have no place in a cell.
            let expected = original.unicodeScalars.map {
                $0.properties.generalCategory == .control && !"\t\n\r".unicodeScalars.contains($0) ? "\u{FFFD}" : $0
            }
            #expect(read.statements.map { Array($0.evidence.sentence.unicodeScalars) } == [expected])
        }
    }

    @Test("may be edge lists, and headings may be written in many ways")
    func headings() throws {
        let edges = try ImportedText("Source\tTarget\tLabel\tWeight\nAna\tBo\tmet\t3\n", name: "edges.tsv")
        #expect(edges.edges == ["Ana met Bo"])
        #expect(edges.unreadColumns == ["Weight"])
        let people = try ImportedText(" From ;To;Relationship;Start Date;End-Date;Subject.Type\nAna;Bo;knows;2024;2025-03;Person\n")
        let statement = try #require(people.statements.first)
        #expect(statement.subject.actor.id == "person/ana")
        #expect(statement.date?.start.description == "2024-01-01" && statement.date?.end.description == "2025-03-31")
        #expect(statement.date?.precision == .range)
    }

    @Test("say of which document they are, by its id or by what is known of it")
    func documents() throws {
        let read = try ImportedText(
            """
            subject,relation,object,document,url,title,source,document_date
            A,b,C,story-1,https://example.org/1,One,Agency,2025-06-01
            A,b,C,,https://example.org/2,Two,,
            A,b,C,,,Three,Agency,
            A,b,C,,,,Agency,
            A,b,C,,,,,
            """)
        #expect(read.statements.map(\.document) == ["story-1", "https://example.org/2", "Three", "Agency", "links"])
        #expect(
            read.documents[0]
                == DocumentDetails(
                    id: "story-1", date: CalendarDate(year: 2025, month: 6, day: 1), title: "One", source: "Agency",
                    url: "https://example.org/1"))
        #expect(Set(read.statements.map(\.id)).count == 5)
    }

    @Test(
        "take dates as people write them",
        arguments: [
            ("2025", "2025-01-01 2025-12-31 year"), ("2025-06", "2025-06-01 2025-06-30 month"), ("2024-02-29", "2024-02-29 2024-02-29 day"),
            ("2025-06-01T12:30:00Z", "2025-06-01 2025-06-01 day"), ("2025-06-01 12:30", "2025-06-01 2025-06-01 day"),
            ("2025-06-01/2025-06-03", "2025-06-01 2025-06-03 range"), ("2025-01/2025-03", "2025-01-01 2025-03-31 quarter"),
        ])
    func dates(text: String, expected: String) throws {
        let date = try #require(try ImportedText("subject,relation,object,date\nA,b,C,\(text)\n").statements.first?.date)
        #expect("\(date.start) \(date.end) \(date.precision.rawValue)" == expected)
        #expect(date.source == .text)
    }

    @Test("report every bad line with its number, column, cause and remedy, and keep the good ones")
    func faults() throws {
        let read = try ImportedText(
            """
            subject,relation,object,date,status,confidence,date_end,subject_type
            A,b,C,,,,,
            A,b,C,2025-13-01,,,,
            A,b,C,last week,,,,
            ,b,C,,,,,
            A,b,C,,maybe,,,
            A,b,C,,,high,,
            A,b,C,,,1.5,,
            A,b,C,2025-06-02,,,2025-06-01,
            A,b,C,,,,2025,
            A,b,C,,,,,robot
            A,b,C,,,,,,surplus
            "A"x,b,C,,,,,
            D,b,C,,,,,
            """)
        #expect(
            read.faults == [
                "links.csv:3: date \"2025-13-01\": no such day; write YYYY-MM-DD, YYYY-MM or YYYY",
                "links.csv:4: date \"last week\": not a date; write YYYY-MM-DD, YYYY-MM or YYYY",
                "links.csv:5: subject: is missing; a statement needs subject, relation and object",
                "links.csv:6: status \"maybe\": is none of actual, denied, planned, requested, possible; write one of these",
                "links.csv:7: confidence \"high\": is no number; write one from 0 to 1, such as 0.9",
                "links.csv:8: confidence \"1.5\": is out of bounds; write a number from 0 to 1",
                "links.csv:9: date_end \"2025-06-01\": ends before it starts; write the first day first",
                "links.csv:10: date_end \"2025\": has no first day; write one",
                "links.csv:11: subject_type \"robot\": is none of person, country, organization, group, place, facility, event, thing; "
                    + "write one of these",
                "links.csv:12: \"surplus\": stands behind the last of 8 columns; put fields with a separator in them in quotes",
                "links.csv:13: text stands behind a closing quote; double the quotes (\"\") inside a field",
            ])
        #expect(read.edges == ["A b C", "D b C"])
    }

    @Test(
        "are refused as a whole when the first line is no header",
        arguments: [
            ("", "links.csv:1: is empty"), ("a,b,c\n1,2,3\n", "links.csv:1: no column \"subject\", \"relation\", \"object\""),
            ("subject,object\n", "links.csv:1: no column \"relation\""), ("subject,from,relation,object\n", "both say the subject"),
            ("\"subject,relation", "links.csv:1: a quote is never closed"), ("\u{FFFE}", "links.csv:1: no column"),
        ])
    func header(text: String, expected: String) {
        let error = #expect(throws: GraphFormatError.self) { try ImportedText(text) }
        #expect(error.map { "\($0)".contains(expected) } == true, "\(String(describing: error))")
    }

    @Test("are refused when they are UTF-16", arguments: [[0xFF, 0xFE, 0x41, 0x00], [0xFE, 0xFF, 0x00, 0x41]] as [[UInt8]])
    func utf16(bytes: [UInt8]) {
        let error = #expect(throws: GraphFormatError.self) { try ImportedText(bytes) }
        #expect(error == .unreadable(file: "links.csv", line: nil, detail: "is UTF-16; save it as UTF-8"))
    }

    @Test("have equal ids for equal statements, on every run")
    func ids() throws {
        let read = try ImportedText(
            """
            subject,relation,object,sentence,confidence
            Ana,met,Bo,They met.,
            Ana,met,Bo,They met.,
            Ana,met,Bo,They met again.,
            Ana,met,Bo,They met.,0.5
            """)
        #expect(read.faults == [])
        #expect(read.statements[0].id == "02ec340b0a6bf127")
        #expect(read.statements[0] == read.statements[1])
        #expect(Set(read.statements.map(\.id)).count == 3)
    }

    @Test("may not give one id to two statements")
    func sameID() throws {
        let read = try ImportedText("id,subject,relation,object\n1,A,b,C\n1,A,b,C\n1,A,b,D\n2,A,b,D\n")
        #expect(read.faults == ["links.csv:4: id \"1\": was given to another statement on line 2; leave ids out, and they are made"])
        #expect(read.edges == ["A b C", "A b C", "A b D"])
    }
}
