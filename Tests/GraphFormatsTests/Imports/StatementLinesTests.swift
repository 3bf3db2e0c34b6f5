import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("Lines of statements")
struct StatementLinesTests {
    private func read(_ text: String, relations: [RelationType] = []) throws -> ImportedText {
        try ImportedText(text, name: "links.jsonl", format: .statements, relations: relations)
    }

    @Test("that we have written are read as they were")
    func ownLines() throws {
        let statements = harbourStrike + [StatementSamples.full, StatementSamples.sparse]
        var text = ""
        try JSONLines().write(statements, to: &text)
        for size in [7, 100, 1 << 16] {
            let read = try ImportedText(text.utf8, name: "links.jsonl", format: .statements, pieceSize: size)
            #expect(read.faults == [])
            #expect(read.statements == statements)
        }
    }

    @Test("with hostile text are read as they were", arguments: hostileTexts.indices)
    func hostile(index: Int) throws {
        let text = hostileTexts[index]
        var statement = StatementSamples.statement(id: text, place: text, topic: text, sentence: text, name: text, detail: text)
        statement.document = text
        statement.rule = text
        let line = JSONLines.line(of: statement)
        let read = try read(line)
        #expect(read.faults == [])
        #expect(read.statements.map(JSONLines.line) == [line])
    }

    @Test("need no more than subject, relation and object, as texts or as objects")
    func least() throws {
        let read = try read(
            """
            {"subject":"Ana Ruiz","relation":"met-with","object":{"name":"Mali","type":"country"},"date":"2025-06","note":1}

            {"subject":{"name":"Ana Ruiz","id":"person/ana-ruiz"},"relation":"knows","object":"Bo Ek","subject_type":null,"date":{"start":"2025"},\
            "document":{"id":"d","title":"T","date":"2025-06-01"},"evidence":"They met.","attribution":"Agency","predicate":"knew"}
            """,
            relations: [RelationType(name: "met-with", relationClass: .consult, label: "met with", isSymmetric: true)])
        #expect(read.faults == [])
        #expect(read.edges == ["Ana Ruiz met-with Mali", "Ana Ruiz knows Bo Ek"])
        #expect(read.statements[0].object.actor.id == "country/mali")
        #expect(read.statements[0].date?.precision == .month)
        #expect(read.statements[1].subject.actor == Actor(id: "person/ana-ruiz", name: "Ana Ruiz", type: .person))
        #expect(read.statements[1].relationClass == .other && !read.statements[1].isSymmetric)
        #expect(read.statements[1].evidence.sentence == "They met." && read.statements[1].evidence.span == 0..<9)
        #expect(read.statements[1].attribution?.name == "Agency" && read.statements[1].predicate.text == "knew")
        #expect(read.documents[1] == DocumentDetails(id: "d", date: CalendarDate(year: 2025, month: 6, day: 1), title: "T"))
    }

    @Test(
        "that are none are reported with what is wrong, and the others kept",
        arguments: [
            (#"{"relation":"b","object":"C"}"#, "subject: is missing; a statement needs subject, relation and object"),
            (#"{"subject":"","relation":"b","object":"C"}"#, "subject: is missing"),
            (#"{"subject":{"id":"person/a"},"relation":"b","object":"C"}"#, "subject: is missing"),
            (#"{"subject":5,"relation":"b","object":"C"}"#, "\"subject\": must be a text or an object"),
            (#"{"subject":{"name":5},"relation":"b","object":"C"}"#, "\"subject.name\" must be a string"),
            (#"{"subject":"A","relation":"b","object":"C","date":"2025-02-30"}"#, "date \"2025-02-30\": no such day; write YYYY-MM-DD"),
            (
                #"{"subject":"A","relation":"b","object":"C","date":{"start":"2025","end":"2024"}}"#,
                "date.end \"2024\": ends before it starts"
            ),
            (#"{"subject":"A","relation":"b","object":"C","status":"maybe"}"#, "\"status\": "),
            (#"{"subject":"A","relation":"b","object":"C","evidence":{"span":[5,1]}}"#, "\"evidence.span\": a span is"),
            (#"{"subject":"A","relation":"b","object":"C","confidence":2}"#, "confidence \"2.0\": is out of bounds"),
            (#"{"subject":"A","relation":"b","object":"C""#, "not a statement: the line is not valid JSON"),
            ("[1,2]", "not a statement: a JSON object is expected"), ("nonsense", "the line is not valid JSON"),
        ])
    func faults(line: String, expected: String) throws {
        let read = try read(
            "{\"subject\":\"A\",\"relation\":\"b\",\"object\":\"C\"}\n\(line)\n{\"subject\":\"D\",\"relation\":\"b\",\"object\":\"C\"}")
        #expect(read.edges == ["A b C", "D b C"])
        #expect(read.faults.count == 1)
        #expect(read.faults[0].hasPrefix("links.jsonl:2: ") && read.faults[0].contains(expected), "\(read.faults)")
    }

    @Test("of very many bytes are faults, and what follows is read")
    func longLine() throws {
        let good = Array(#"{"subject":"A","relation":"b","object":"C"}"#.utf8)
        let bytes = good + [10] + [UInt8](repeating: 0x78, count: StatementLines.longestLine + 1) + [10] + good
        let read = try ImportedText(bytes, name: "links.jsonl", format: .statements)
        #expect(read.edges == ["A b C", "A b C"])
        #expect(read.faults == ["links.jsonl:2: more than 16 MB on one line; put each statement on a line of its own"])
    }

    @Test(
        "are told from documents by the first object's keys",
        arguments: [
            ("a.jsonl", #"{"id":"1","document":"d","subject":{"text":"#, .statements),
            ("a.jsonl", #"{"id":"1","text":"a subject: "}"#, nil),
            ("-", #" {"relation":"#, .statements), ("a.jsonl", #"{"title":"\"subject\":","text":""#, nil),
            ("a.jsonl", "", nil), ("-", #"Notes {"subject":"a"}"#, nil),
            ("a.jsonl", #"{"a":{"subject":1},"text":""}"#, nil), ("a.txt", #"{"subject":"a"}"#, nil), ("a.csv", "", .csv),
            ("a.TSV", "", .csv),
            ("a.b/c", #"{"subject" : "a"}"#, .statements), ("a.ndjson", "{}{\"subject\":1}", nil),
        ] as [(String, String, StatementFile.Format?)])
    func detection(name: String, beginning: String, expected: StatementFile.Format?) {
        #expect(StatementFile.format(name: name, beginning: ArraySlice(Array(beginning.utf8))) == expected)
    }

    @Test("pass on what stops the reading")
    func brokenInput() throws {
        struct Broken: Error {}
        var reader = StatementFile(name: "a", format: .statements).statements { throw Broken() }
        #expect(throws: Broken.self) { try reader.next() }
    }
}
