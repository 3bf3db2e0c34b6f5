import Testing

@testable import TextAnalysis

@Suite("Word pieces")
struct WordPieceTokenizerTests {
    private static let pieces = [
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##aff", "##able", "a", "##a", "e", "##co", "##le", "ecole", "$", "5", ".", "u", "s", "-",
        "…",
        "new", "##s",
    ]

    private func cut(_ word: String, maximum: Int = 12) -> [String] {
        Array(Self.pieces.joined(separator: "\n").utf8).withUnsafeBufferPointer { text in
            guard let tokenizer = WordPieceTokenizer(Vocabulary(text), maximumPieces: maximum) else { return ["no tokenizer"] }
            var numbers: [Int32] = []
            tokenizer.append(word, to: &numbers)
            return numbers.map { Self.pieces[Int($0)] }
        }
    }

    @Test(
        "are the longest known from the left",
        arguments: [
            ("unaffable", ["un", "##aff", "##able"]), ("UNAFFABLE", ["un", "##aff", "##able"]), ("École", ["ecole"]),
            ("news", ["new", "##s"]),
            ("$5.", ["$", "5", "."]), ("U.S.", ["u", ".", "s", "."]), ("a-a", ["a", "-", "a"]), ("…", ["…"]), ("new s", ["new", "s"]),
            ("unx", ["[UNK]"]), ("a.unx", ["a", ".", "[UNK]"]), ("", ["[UNK]"]), ("\u{200B}", ["[UNK]"]), ("\u{0}a\u{7}a", ["a", "##a"]),
            ("a\u{301}", ["a"]), ("中a", ["[UNK]", "a"]), ("🎉", ["[UNK]"]),
        ])
    func cases(word: String, expected: [String]) {
        #expect(cut(word) == expected)
    }

    @Test("are at most so many a word")
    func maximum() {
        #expect(cut(String(repeating: "a", count: 90), maximum: 12).count == 12)
        #expect(cut(String(repeating: "a.", count: 50_000), maximum: 12) == Array(repeating: ["a", "."], count: 6).flatMap(\.self))
    }

    @Test("of a run of more than a hundred characters are unknown")
    func longRun() {
        #expect(cut(String(repeating: "a", count: 100)) == ["a"] + Array(repeating: "##a", count: 11))
        #expect(cut(String(repeating: "a", count: 101)) == ["[UNK]"])
        #expect(cut(String(repeating: "é", count: 1_000_000)) == ["[UNK]"])
        #expect(cut(String(repeating: "a\u{301}", count: 90)) == ["a"] + Array(repeating: "##a", count: 11))
    }

    @Test("need the special pieces")
    func special() {
        Array("a\nb".utf8).withUnsafeBufferPointer { #expect(WordPieceTokenizer(Vocabulary($0), maximumPieces: 12) == nil) }
    }
}

@Suite("Word shapes")
struct WordShapeTests {
    @Test(
        "tell letters, capitals and digits apart",
        arguments: [
            ("port", 1), ("Port", 2), ("A", 3), ("NATO", 4), ("F16", 10), ("COVID19", 5), ("Mi6", 5), ("2nd", 6), ("1998", 7), ("3.5", 8),
            (",", 9), ("", 9), ("U.", 10), ("eBay", 11), ("McCain", 11), ("Ä", 3), ("Über", 2), ("ÜBER", 4), ("²", 7), ("中国", 1), ("@A", 5),
        ])
    func shapes(word: String, expected: Int) {
        #expect(WordShape(word).number == expected)
    }

    @Test(
        "of a sentence give its case mode",
        arguments: [
            ("The port was closed", CaseMode.usual), ("the port was closed", .lower), ("THE PORT WAS CLOSED", .capitals),
            ("Minister Quits Over Leaked Letter", .title), ("12 , 13", .usual), ("", .usual), ("STOP", .usual), ("U.S. TO ACT", .capitals),
        ])
    func modes(sentence: String, expected: CaseMode) {
        #expect(CaseMode(of: sentence.split(separator: " ").map { WordShape(String($0)) }) == expected)
    }
}
