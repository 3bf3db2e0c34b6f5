import KnowledgeGraph

/// Which statements a report prints: all of them up to a limit, and otherwise those between the actors named most.
///
/// Holds no more than twice the limit at any time, so that a graph of any size can be gone through.
struct ReportSelection {
    private struct Candidate {
        var statement: Statement
        var isRequired: Bool
        /// How often the less known of the two actors is named: a statement matters when both are of interest.
        var weight: Int
        var place: Int
    }

    private let limit: Int
    private let required: Set<Statement.ID>
    private let mentions: [Actor.ID: Int]
    private var candidates: [Candidate] = []
    private var seen = 0

    init(limit: Int, required: Set<Statement.ID>, mentions: [Actor.ID: Int]) {
        self.limit = max(1, limit)
        self.required = required
        self.mentions = mentions
    }

    mutating func add(_ statement: Statement) {
        let weight = min(mentions[statement.subject.actor.id, default: 0], mentions[statement.object.actor.id, default: 0])
        candidates.append(
            Candidate(statement: statement, isRequired: required.contains(statement.id), weight: weight, place: seen))
        seen += 1
        if candidates.count >= 2 * limit + required.count { cut() }
    }

    /// In the order they came.
    mutating func finished() -> [Statement] {
        cut()
        return candidates.sorted { $0.place < $1.place }.map(\.statement)
    }

    private mutating func cut() {
        guard candidates.count > limit else { return }
        candidates.sort { ($0.isRequired ? 0 : 1, -$0.weight, $0.place) < ($1.isRequired ? 0 : 1, -$1.weight, $1.place) }
        candidates.removeSubrange(max(limit, candidates.count(where: \.isRequired))...)
    }
}
