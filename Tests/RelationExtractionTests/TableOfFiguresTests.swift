import TextAnalysis
import Testing

@testable import RelationExtraction

@Suite("Tables of figures")
struct TableOfFiguresTests {
    @Test(
        "are told from prose and headlines",
        arguments: [
            ("Shr 14 cts vs 22 cts Net 807,000 vs 858,000 Revs 9.6 mln vs 8.1 mln", true),
            ("Oslo 3 1 1 1 4 Bergen 3 2 0 1 7", true),
            ("Net rose to 807,000 from 858,000 in 1986 and to 9.6 mln from 8.1 mln in 1985 .", false),
            ("5 killed , 12 injured in 3 attacks on 2 cities in 2024", false),
            ("Minister to visit Oslo on May 3", false), ("", false),
        ])
    func tables(text: String, isTable: Bool) {
        var sentence = Sentence(tokens: [], span: 0..<text.utf8.count)
        var start = 0
        for word in text.split(separator: " ") {
            sentence.tokens.append(Token(form: String(word), span: start..<start + word.utf8.count))
            start += word.utf8.count + 1
        }
        #expect(sentence.isTableOfFigures == isTable)
    }
}
