import Testing

@testable import TextAnalysis

/// Words separated by spaces, clitics glued by `|`.
private func words(_ text: String) -> String {
    Segmenter(mode: .oneSentencePerBlock).sentences(in: text).map(written).joined(separator: " ‖ ")
}

private func written(_ sentence: Sentence) -> String {
    var line = ""
    for (index, token) in sentence.tokens.enumerated() {
        if index > 0 { line += sentence.tokens[index - 1].surface == token.surface ? "|" : " " }
        line += token.form
    }
    return line
}

private func sentences(_ text: String) -> [String] {
    Segmenter().sentences(in: text).map { sentence in
        String(decoding: Array(text.utf8)[sentence.span], as: UTF8.self)
    }
}

@Suite("Segmenter")
struct SegmenterTests {
    @Test(
        "splits words as EWT and GUM do",
        arguments: [
            ("She didn't go, but I'll.", "She did|n't go , but I|'ll ."),
            ("Norway’s navy can’t; it won’t.", "Norway|’s navy ca|n’t ; it wo|n’t ."),
            ("They cannot and gonna", "They can|not and gon|na"),
            ("the workers' rights", "the workers|' rights"),
            ("'the workers' said", "' the workers ' said"),
            ("O'Brien left at six o'clock", "O'Brien left at six o'clock"),
            ("a large-scale anti-ship re-election bid", "a large - scale anti-ship re-election bid"),
            ("the 1998-2001 talks of 2025-06-01, call 555-0199", "the 1998 - 2001 talks of 2025-06-01 , call 555-0199"),
            ("It cost $4.5m (€1,000.50), up 3.2%.", "It cost $ 4.5 m ( € 1,000.50 ) , up 3.2 % ."),
            ("US$5bn by 10:30am on 9/11", "US$ 5 bn by 10:30 am on 9/11"),
            ("S.V. Petrov met J. Smith and A.B.Jones", "S.V. Petrov met J. Smith and A.B. Jones"),
            ("Mr. Lee of Acme Inc., the U.S. firm", "Mr. Lee of Acme Inc. , the U.S. firm"),
            (
                "See https://example.org/a_(b)?c=1, or mail a.b@example.co.uk.",
                "See https://example.org/a_(b)?c=1 , or mail a.b@example.co.uk ."
            ),
            ("@desk likes #news and number #1", "@desk likes #news and number # 1"),
            ("Done 🙂👍🏽🇳🇴 :-)", "Done 🙂 👍🏽 🇳🇴 :-)"),
            ("“Yes,” he said… ‘No’ -- ok", "“ Yes , ” he said … ‘ No ’ -- ok"),
            ("He ca n't `` go '' -LRB- now -RRB- .", "He ca n't `` go '' -LRB- now -RRB- ."),
            ("20th-century 1960s-style 3rd", "20th - century 1960s - style 3rd"),
            ("AT&T and R&D; Q&A", "AT&T and R&D ; Q&A"),
            ("It ended.Then more", "It ended . Then more"),
            ("He said.it was in comp.lang.misc, at b/c example.com", "He said . it was in comp.lang.misc , at b/c example.com"),
            ("of Acme Inc.. Wait...", "of Acme Inc. . Wait ..."),
            ("Acme <ACME.L> rose", "Acme < ACME.L > rose"),
            ("and/or", "and / or"),
        ])
    func wordForms(text: String, expected: String) {
        #expect(words(text) == expected)
    }

    @Test(
        "ends sentences where they end",
        arguments: [
            ("He met Gen. Hale on Jan. 5 in St. Paul. Then he left.", 2),
            ("He works for Acme Corp. The firm is small.", 2),
            ("She lives in the U.S. and in the U.K. with J. R. Brown.", 1),
            ("It opened at 9 a.m. on Monday.", 1),
            ("\"Why now?\" he asked. \"Go!\" she said.", 2),
            ("“It is over.” The crowd left.", 2),
            ("(He had left.) Nobody knew.", 2),
            ("No. 10 said no. It meant it.", 2),
            ("Prices rose 3.5 percent. Wages fell 1.2.", 2),
            ("THE END IS NEAR. ALL MUST GO.", 2),
            ("The deal is\nwrapped over\nlines. It holds.", 2),
            ("He waited... and waited.", 1),
            ("1. Open the box. 2. Close it.", 2),
            ("Yahoo! said profits rose.", 1),
            ("It was wonderful! then it ended? he did not know.", 3),
            ("\"Will it hold?\" Mary Olsen asked. Nobody knew.", 2),
            ("He fled in 1805. [6] He came back.[12] He stayed.", 3),
            ("There are two ways: 1. Walk there.", 1),
            ("Some birds, e.g. The Owl, sing.", 1),
            ("Some U.S. Officials said so.", 1),
        ])
    func sentenceCount(text: String, expected: Int) {
        #expect(sentences(text).count == expected, "\(sentences(text))")
    }

    @Test("takes empty lines for the borders of blocks when there are no others")
    func emptyLines() {
        #expect(sentences("A headline\n\nThe text\ngoes on.\n\n\nThe end") == ["A headline", "The text\ngoes on.", "The end"])
    }

    @Test("never joins blocks, and counts bytes of the whole text")
    func blocks() {
        let text = "Héadline here\n\nBody text é. End"
        let utf8 = Array(text.utf8)
        let body = utf8.count - "Body text é. End".utf8.count
        let found = Segmenter().sentences(in: text, blocks: [0..<14, body..<utf8.count])
        #expect(found.map(written) == ["Héadline here", "Body text é .", "End"])
        for token in found.flatMap(\.tokens) {
            #expect(String(decoding: utf8[token.span], as: UTF8.self) == token.form)
        }
    }

    @Test("reads over markup without losing the sentence or the spans")
    func skipping() {
        let text = "The **envoy** met [Mara Lind](https://example.org/a.b). Then he left."
        let utf8 = Array(text.utf8)
        let marks = [4..<6, 11..<13, 18..<19, 28..<54]
        let found = Segmenter().sentences(in: text, blocks: [0..<utf8.count], skipping: marks)
        #expect(found.map(written) == ["The envoy met Mara Lind .", "Then he left ."])
        #expect(found[0].tokens[4].isFollowedBySpace == false)
        for token in found.flatMap(\.tokens) { #expect(String(decoding: utf8[token.span], as: UTF8.self) == token.form) }
    }

    @Test("gives one sentence a line when asked to")
    func lines() {
        #expect(Segmenter(mode: .oneSentencePerBlock).sentences(in: "One. Two. Three").count == 1)
    }

    @Test(
        "survives hostile text",
        arguments: [
            "", " \n\t ", "\u{0}\u{0}a\u{0}b", "....", "'", "''", "\"", "-", "@", "#", ".5.", "a.", "’", "\u{200D}", "\u{FEFF}x",
            "�\u{FFFD}",
            String(repeating: "'", count: 999), String(repeating: "a.", count: 999), String(repeating: "1-", count: 999),
            String(repeating: "(\"", count: 999), String(repeating: "👩‍", count: 999), String(repeating: "e\u{301}", count: 999),
        ])
    func hostile(text: String) {
        let utf8 = Array(text.utf8)
        var last = 0
        for token in Segmenter().sentences(in: text).flatMap(\.tokens) {
            #expect(token.span.lowerBound >= last && !token.span.isEmpty && token.span.upperBound <= utf8.count)
            #expect(token.span.count <= Tokenizer.maximumLength)
            #expect(Array(token.form.utf8) == Array(utf8[token.span]))
            last = token.span.upperBound
        }
    }

    @Test("cuts endless tokens and sentences, in linear time")
    func endless() {
        let run = String(repeating: "xyé", count: 500_000)
        let tokens = Segmenter().sentences(in: run).flatMap(\.tokens)
        #expect(tokens.map(\.form).joined() == run)
        let long = Segmenter().sentences(in: String(repeating: "word ", count: 100_000))
        #expect(long.allSatisfy { $0.tokens.count <= SentenceBoundaries.maximumLength })
        #expect(long.reduce(0) { $0 + $1.tokens.count } == 100_000)
    }
}
