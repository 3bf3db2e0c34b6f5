import Foundation
import Testing

@testable import TextAnalysis

@Suite("The prior of parts of speech")
struct PartOfSpeechPriorTests {
    private func scores(_ text: String, tag: String, form: String) throws -> [Float] {
        let table = try Array(text.utf8).withUnsafeBufferPointer { try PathPriorTable($0, roles: 2) }
        var scores: [Float] = [1, 1]
        PartOfSpeechPrior(table, parts: 2).add(to: &scores, tag: tag, form: form)
        return scores
    }

    private let text = "alpha\t1\nweight\t0.5\npath\tIN\n\t\t\ta3\n\tunlike\t\tb4\n"

    @Test("refines what it says of a tag by what it says of the word with that tag", arguments: ["unlike", "Unlike"])
    func word(form: String) throws {
        let general: [Float] = [(3 + 0.5) / 4, 0.5 / 4]
        let found = try scores(text, tag: "IN", form: form)
        #expect(abs(found[0] - (1 + 0.5 * log(general[0] / 5))) < 1e-5)
        #expect(abs(found[1] - (1 + 0.5 * log((general[1] + 4) / 5))) < 1e-5)
    }

    @Test("says of another word what it says of the tag, and nothing of another tag")
    func unseen() throws {
        let found = try scores(text, tag: "IN", form: "despite")
        #expect(abs(found[0] - found[1] - 0.5 * log(Float(7))) < 1e-5)
        let other = try scores(text, tag: "VB", form: "unlike")
        #expect(other[0] == other[1])
    }
}
