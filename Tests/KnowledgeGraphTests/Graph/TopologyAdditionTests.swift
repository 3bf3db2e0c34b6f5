import Testing

@testable import KnowledgeGraph

@Suite("Adding statements to a topology")
struct TopologyAdditionTests {
    /// A statement in numbers.
    private typealias Row = (subject: Int, object: Int, kind: Int, days: ClosedRange<Int>?)

    @Test("gives what building anew gives, also with new actors between the old", arguments: 0..<40)
    func likeBuilding(seed: Int) throws {
        var random = SplitMix64(state: UInt64(seed))
        func number(below bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
        let actorCount = 3 + number(below: 12)
        let oldActors = (0..<actorCount).filter { _ in seed % 3 == 0 || number(below: 4) > 0 }
        guard !oldActors.isEmpty else { return }
        func row(among actors: [Int]) -> Row {
            let day = number(below: 30)
            return (
                actors[number(below: actors.count)], actors[number(below: actors.count)], number(below: 3),
                number(below: 5) == 0 ? nil : day...day + number(below: 3)
            )
        }
        let old = (0..<number(below: 60)).map { _ in row(among: oldActors) } + (0..<3).map { (oldActors[0], oldActors[0], $0, nil) }
        let new = (0..<number(below: 15)).map { _ in row(among: Array(0..<actorCount)) }

        let newNumbers = oldActors
        let oldNumbers = Dictionary(uniqueKeysWithValues: oldActors.enumerated().map { ($1, $0) })
        let (before, order) = Topology.build(
            columns(old.map { (oldNumbers[$0.subject] ?? 0, oldNumbers[$0.object] ?? 0, $0.kind, $0.days) }, actorCount: oldActors.count))
        let isSame = oldActors.count == actorCount
        let added = try #require(before.adding(columns(new, actorCount: actorCount), actors: isSame ? nil : newNumbers))
        let (expected, expectedOrder) = Topology.build(columns(old + new, actorCount: actorCount))
        #expect(added.topology == expected)
        let places = added.insertion.applied(to: order.map { Int($0) }, adding: new.indices.map { old.count + $0 })
        #expect(places == expectedOrder.map { Int($0) })
    }

    @Test("is refused for a kind that there is none of")
    func newKind() {
        let (before, _) = Topology.build(columns([(0, 1, 0, nil)], actorCount: 2))
        #expect(before.adding(columns([(0, 1, 1, nil)], actorCount: 2), actors: nil) == nil)
    }

    private func columns(_ rows: [Row], actorCount: Int) -> Topology.Columns {
        var columns = Topology.Columns(actorCount: actorCount)
        for row in rows {
            let kind = columns.kind(
                relation: ["met-with", "accused", "aided"][row.kind], class: [.consult, .accuse, .aid][row.kind], status: .actual,
                isSymmetric: row.kind == 0)
            columns.append(subject: row.subject, object: row.object, kind: kind, days: row.days)
        }
        return columns
    }
}
