import Testing

@testable import TextAnalysis

@Suite("Link lines")
struct LinkLineTests {
    private func sentences(_ text: String) -> [String] {
        Segmenter().sentences(in: text).map { String(decoding: Array(text.utf8)[$0.span], as: UTF8.self) }
    }

    @Test("are taken apart into source, headline and teaser")
    func parts() {
        #expect(
            sentences("North Wire - Norway to send more tanks to Poland Defence minister says delivery will begin in March. 🔗") == [
                "North Wire -", "Norway to send more tanks to Poland", "Defence minister says delivery will begin in March. 🔗",
            ])
        #expect(
            sentences("Brazil's president visits Berlin He will meet the chancellor on Tuesday for talks on trade. 🔗") == [
                "Brazil's president visits Berlin", "He will meet the chancellor on Tuesday for talks on trade. 🔗",
            ])
    }

    @Test(
        "are only those with the mark of a link behind a stop",
        arguments: [
            "Norway to send more tanks to Poland 🔗", "We met Angela Berg in Oslo on Monday before the talks. 🙂",
            "North Wire - Norway will send more tanks to Poland before the Defence Minister visits in March.", "🔗", "Go. 🔗", "- . 🔗",
        ])
    func others(text: String) {
        #expect(sentences(text).count == 1)
    }

    @Test("have the features that the training script computes")
    func features() {
        let text = "Northland's premier visits Ostby Minister Åse Berg won’t attend U.S. talks on 3 May , officials say ."
        let line = JunctionLine(words: text.split(separator: " ").map { Array($0.utf8) })
        #expect(line.candidates == [3, 4, 5, 6, 9, 13])
        // features() of Training/sentence_junctions.py for the first and last candidate.
        #expect(
            line.features(at: 3).map { $0 & 0x1FFF } == [
                6663, 2553, 18, 4560, 4800, 6386, 127, 5052, 5502, 4115, 5817, 424, 4690, 565, 6328, 5527, 4392,
            ])
        #expect(
            line.features(at: 13).map { $0 & 0x1FFF } == [
                4421, 4806, 5195, 3705, 1248, 2221, 1912, 7410, 3472, 2, 5420, 1250, 4146, 4456, 4505, 723, 7506,
            ])
    }

    @Test("choose by the weights given")
    func model() {
        // 8,192 weights of zero: the first candidate wins.
        let model = JunctionModel(base64: String(repeating: "A", count: 10_923) + "=")
        let words = "ministers meet in Oslo Premier Berg will attend .".split(separator: " ").map { Array($0.utf8) }
        #expect(model.junction(in: words) == 3)
        #expect(model.junction(in: Array(words.prefix(4))) == nil)
    }
}
