import KnowledgeGraph
import Testing

@testable import GraphFormats

@Suite("A Markdown report")
struct MarkdownReportTests {
    @Test("says so when there is nothing")
    func empty() {
        #expect(report([]) == "# News\n\nNo statements were found.\n")
    }

    @Test("names who did what to whom, with status, speaker and sentence")
    func entry() {
        let text = report([statement(sentence: "Mali may visit Chad, TAP said.", status: .possible)])
        #expect(text.contains("1 statement from 1 document, 2024-05-02."))
        #expect(text.contains("**Mali** visited **Chad** _(possible)_ — 2024-05-02; says TAP"))
        #expect(text.contains("> Mali may visit Chad, TAP said. \\[note, sentence 3\\]"))
    }

    @Test(
        "shows hostile text as text",
        arguments: ["<script>alert(1)</script>", "[x](javascript:1)", "a | b", "`rm`", "two\nlines", "\u{202E}x"])
    func hostile(text: String) {
        let written = report([statement(sentence: text)])
        #expect(!written.contains("<script>"))
        #expect(!written.contains("[x]("))
        #expect(!written.contains("`rm`"))
        #expect(!written.contains("a | b"))
        #expect(!written.contains("two\nlines"))
        #expect(!written.unicodeScalars.contains("\u{202E}"))
    }

    private func report(_ statements: [Statement]) -> String {
        var text = ""
        MarkdownReport(title: "News", labels: ["visited": "visited"]).write(statements, to: &text)
        return text
    }

    private func statement(sentence: String, status: Status = .actual) -> Statement {
        let day = CalendarDate(daysSince1970: 19_845)
        return Statement(
            id: "1", document: "note", subject: Participant(actor: Actor(id: "country/mali", name: "Mali", type: .country)),
            relation: "visited", relationClass: .consult,
            object: Participant(actor: Actor(id: "country/chad", name: "Chad", type: .country)),
            isSymmetric: false, status: status, predicate: .init(text: "visit", lemma: "visit", span: 9..<14),
            attribution: .init(name: "TAP", id: nil, verb: "said", span: 0..<3),
            date: StatementDate(start: day, end: day, precision: .day, text: nil, source: .document),
            evidence: Evidence(sentence: sentence, index: 2, span: 0..<sentence.utf8.count), confidence: 1, rule: "CONSULT/visited#visit")
    }
}
