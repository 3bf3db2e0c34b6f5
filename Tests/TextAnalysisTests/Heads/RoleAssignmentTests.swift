import Testing

@testable import TextAnalysis

/// Rows are the root, a predicate in row 1 and three words; roles are none, a role given once (1) and one that may recur (2).
@Suite("Role assignment")
struct RoleAssignmentTests {
    @Test("gives each word its likeliest role, the root and the predicate none")
    func likeliest() {
        #expect(roles([-3, -0.1, -3], [-0.1, -3, -3], [-3, -3, -0.1]) == [0, 0, 1, 0, 2])
    }

    @Test("lets the word keep a single role that would lose most without it")
    func loser() {
        // The last word has the greater score, and a second choice that is nearly as good.
        #expect(roles([-4, -0.5, -5], [-0.1, -3, -3], [-5, -0.4, -0.6]) == [0, 0, 1, 0, 2])
    }

    @Test("lets a role recur that is not single")
    func recurring() {
        #expect(roles([-3, -3, -0.1], [-3, -3, -0.2], [-0.1, -3, -3]) == [0, 0, 2, 2, 0])
    }

    @Test("settles a contest that the settling of another began")
    func chain() {
        // The first word gives up 1 for 2, and then 2 to the last word.
        #expect(roles([-2, -0.1, -0.2], [-5, -0.1, -3], [-9, -4, -0.1], single: [1, 2]) == [0, 0, 0, 1, 2])
    }

    private func roles(_ words: [Float]..., single: [Int] = [1]) -> [Int] {
        var scores: [Float] = [0, -9, -9, -9, 0, -9] + words.flatMap { $0 }
        return RoleAssignment.roles(&scores, rows: 5, roles: 3, predicate: 1, single: single)
    }
}
