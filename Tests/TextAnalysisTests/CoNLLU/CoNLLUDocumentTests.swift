import Testing

@testable import TextAnalysis

@Suite("CoNLL-U")
struct CoNLLUDocumentTests {
    private static let sample = """
        # sent_id = harbour-1
        # text = They don't trust Kim.
        1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
        2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
        2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
        3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
        4\ttrust\ttrust\tVERB\tVB\t_\t0\troot\t_\t_
        5\tKim\tKim\tPROPN\tNNP\tNumber=Sing\t4\tobj\t_\tEntity=B-PER|SpaceAfter=No
        6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_


        """

    @Test("is written as it was read")
    func roundTrip() throws {
        let document = try CoNLLUDocument(reading: Self.sample, path: "sample")
        #expect(document.description == Self.sample)
        #expect(String(decoding: document.text, as: UTF8.self) == "They don't trust Kim. ")
    }

    @Test("gives words, spans, heads and names")
    func content() throws {
        let sentence = try #require(try CoNLLUDocument(reading: Self.sample, path: "sample").sentences.first)
        #expect(sentence.tokens.map(\.form) == ["They", "do", "n't", "trust", "Kim", "."])
        #expect(sentence.tokens.map(\.span) == [0..<4, 5..<7, 7..<10, 11..<16, 17..<20, 20..<21])
        #expect(sentence.tokens.map(\.surface) == [0, 1, 1, 2, 3, 4])
        #expect(sentence.tokens.map(\.head) == [3, 3, 3, nil, 3, 3])
        #expect(sentence.tokens.map(\.isFollowedBySpace) == [true, false, true, true, false, true])
        #expect(sentence.entities == [NamedEntity(kind: .person, tokens: 4..<5)])
    }

    @Test("leaves out empty nodes, and gives contracted words the span of their token")
    func specialLines() throws {
        let text =
            "1-2\tim\t_\t_\t_\t_\t_\t_\t_\t_\n1\tin\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdem\t_\t_\t_\t_\t_\t_\t_\t_\n2.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n"
        let document = try CoNLLUDocument(reading: text.replacing("\n", with: "\r\n"), path: "sample")
        #expect(document.sentences.map { $0.tokens.map(\.span) } == [[0..<2, 0..<2]])
    }

    @Test("of text without line ends or tabs in its fields stays ten columns")
    func hostileForms() throws {
        let token = Token(form: "a\tb\nc", lemma: "", span: 0..<5)
        let document = CoNLLUDocument(sentences: [Sentence(tokens: [token], span: 0..<5)], text: "a\tb\nc")
        let again = try CoNLLUDocument(reading: document.description, path: "again")
        #expect(again.sentences.first?.tokens.first?.form == "a b c")
        #expect(again.comments == [["# sent_id = 1", "# text = a b c"]])
    }

    @Test("of nothing is nothing", arguments: ["", "\n\n\n", "# only a comment\n\n"])
    func empty(text: String) throws {
        #expect(try CoNLLUDocument(reading: text, path: "empty").sentences.isEmpty)
    }

    @Test(
        "that is malformed says where",
        arguments: [
            ("plain text\n", 1), ("\n1\ta\t_\t_\t_\t_\t0\troot\t_\n", 2), ("2\ta\t_\t_\t_\t_\t0\troot\t_\t_\n", 1),
            ("1\ta\t_\t_\t_\t_\tx\troot\t_\t_\n", 1), ("1\ta\t_\t_\t_\t_\t-1\troot\t_\t_\n", 1), ("1\ta\t_\t_\t_\t_\t9\tdep\t_\t_\n\n", 2),
            ("1\ta\t_\t_\t_\t_\t1\tdep\t_\t_\n\n", 2), ("1-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\t_\t_\t_\t0\troot\t_\t_\n\n", 3),
            ("2-1\tab\t_\t_\t_\t_\t_\t_\t_\t_\n", 1), ("1-\tab\t_\t_\t_\t_\t_\t_\t_\t_\n", 1),
        ])
    func malformed(text: String, line: Int) {
        let error = #expect(throws: TextAnalysisError.self) { try CoNLLUDocument(reading: text, path: "bad.conllu") }
        #expect(error?.description.hasPrefix("bad.conllu:\(line): ") == true)
    }
}
