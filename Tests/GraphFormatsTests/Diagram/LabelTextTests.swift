import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("Label text")
struct LabelTextTests {
    @Test(
        "breaks at spaces and ends in an ellipsis",
        arguments: zip(
            [
                "Ida Holm", "Committee for the Protection of Old Harbours", "Bundesverfassungsgerichtspräsident",
                "a b c d e f g h i j k l m n o p",
            ],
            [
                ["Ida Holm"], ["Committee for the", "Protection of Old…"], ["Bundesverfassungsgeri-", "chtspräsident"],
                ["a b c d e f g h", "i j k l m n o p"],
            ]))
    func lines(text: String, expected: [String]) {
        #expect(LabelText.lines(text, columns: 22, atMost: 2) == expected)
    }

    @Test("never ends in a function word", arguments: ["The Ministry of Fisheries and the Sea", "talks with the committee on the future"])
    func endings(text: String) {
        for columns in 12...24 {
            let line = LabelText.line(text, columns: columns)
            #expect(![" of…", " and…", " the…", " on…", " with…"].contains(where: line.hasSuffix), "\(line)")
        }
    }

    @Test("counts wide characters twice")
    func wide() {
        #expect(LabelText.width("東京") == 4)
        #expect(LabelText.lines("東京都知事選挙管理委員会", columns: 10, atMost: 3) == ["東京都知事", "選挙管理委", "員会"])
    }

    @Test("fits, is one line and shows nothing invisible, whatever comes", arguments: hostileTexts.indices)
    func hostile(index: Int) {
        let lines = LabelText.lines(hostileTexts[index], columns: 22, atMost: 3)
        #expect(lines.count <= 3 && lines.allSatisfy { LabelText.width($0) <= 22 })
        let scalars = lines.joined().unicodeScalars
        #expect(scalars.count <= 3 * 22 * 8)
        #expect(!scalars.contains { $0.value < 0x20 || (0x202A...0x202E).contains($0.value) || (0x7F...0x9F).contains($0.value) })
    }
}
