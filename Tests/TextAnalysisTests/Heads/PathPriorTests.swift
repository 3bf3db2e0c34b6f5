import Foundation
import Testing

@testable import TextAnalysis

@Suite("The path prior")
struct PathPriorTests {
    /// “ships were attacked by pirates”: 0 ← nsubj:pass – 2, 1 aux:pass, 4 → 2 obl:agent with 3 case.
    private let tokens = [
        ("ships", "ship", "NNS", 2, "nsubj:pass"), ("were", "be", "VBD", 2, "aux:pass"), ("attacked", "attack", "VBN", nil, "root"),
        ("By", "by", "IN", 4, "case"), ("pirates", "pirate", "NNS", 2, "obl:agent"),
    ].map { form, lemma, xpos, head, relation in
        Token(form: form, lemma: lemma, xpos: xpos, head: head, relation: DependencyRelation(rawValue: relation), span: 0..<1)
    }

    private func scores(_ text: String) throws -> [[Float]] {
        let prior = PathPrior(try Array(text.utf8).withUnsafeBufferPointer { try PathPriorTable($0, roles: 3) }, roles: 3)
        var scores = [Float](repeating: 0, count: 6 * 3)
        prior.add(to: &scores, predicate: 2, kind: .verb, tree: WindowTree(tokens, words: 0..<5))
        return (0..<6).map { Array(scores[($0 * 3)..<($0 * 3 + 3)]) }
    }

    @Test("refines the distribution from general to special contexts")
    func chain() throws {
        let found = try scores(
            "alpha\t3\nweight\t0.5\npath\t*\nv\t\t\ta3\npath\tobl:agent\nv\tp\tby\t\tattack b6\tshell c900\nv\ta\tby\tc900\n")
        let general: [Float] = [(3 + 1) / 6, 1.0 / 6, 1.0 / 6]
        let special: [Float] = [3 * general[0] / 9, (3 * general[1] + 6) / 9, 3 * general[2] / 9]
        for role in 0..<3 { #expect(abs(found[5][role] - 0.5 * log(special[role])) < 1e-5) }
    }

    @Test("is uniform for contexts that were never seen, and leaves root and predicate alone")
    func unseen() throws {
        let found = try scores("alpha\t3\nweight\t1\npath\tnsubj\nv\t\t\ta3\n")
        #expect(found[0] == [0, 0, 0] && found[3] == [0, 0, 0])
        for role in 0..<3 { #expect(abs(found[1][role] - log(Float(1) / 3)) < 1e-5) }
    }

    @Test("follows paths of several steps")
    func path() throws {
        let found = try scores("alpha\t1\nweight\t1\npath\tobl:agent>case\nv\tp\t\tc999\n")
        #expect(found[4][2] > -0.01 && found[5][2] < -1)
    }

    @Test(
        "is refused if it is malformed",
        arguments: [
            "x", "alpha\t1\n", "alpha\t1\nweight\t1\npath\tx\nv\t\t\td\n", "a\tb\tc\n",
            "alpha\t1\nweight\t1\nv\t\t\t3a\n", "alpha\t1\nweight\t1\nv\t\t\ta\tlemma\n", "alpha\t1\nweight\t1\nv\t\t\ta9999999999\n",
            "alpha\t1\nweight\t1\nv\t\t\ta1\tx \n",
        ])
    func malformed(text: String) {
        #expect(throws: PathPriorTable.Malformed.self) { try scores(text) }
    }
}
