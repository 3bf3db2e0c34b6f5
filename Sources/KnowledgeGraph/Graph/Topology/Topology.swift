/// Who is joined to whom, in numbers: actors `0..<actorCount`, statements `0..<statementCount`, and none of their texts.
///
/// This is what every search and measure of the graph runs on. Statements are numbered by their first day, those without a date before
/// all others, so a stretch of time is a stretch of numbers. Each actor has a row of edges, both directions, oldest first (compressed
/// sparse rows). A million statements among 100 000 actors take 36 MB: 8 bytes an edge, two edges and 20 bytes a statement.
///
/// ```swift
/// var columns = Topology.Columns(actorCount: 2)
/// let met = columns.kind(relation: "met-with", class: .consult, status: .actual, isSymmetric: true)
/// columns.append(subject: 0, object: 1, kind: met, days: 20_240...20_241)
/// let (topology, _) = Topology.build(columns)
/// topology.forEachEdge(of: 1, where: .everything) { print($0.neighbour, $0.statement) }   // 0 0
/// ```
package struct Topology: Sendable, Hashable {
    /// What statements have in common that a filter looks at; a graph has few kinds, and a statement only the number of its kind.
    package struct Kind: Sendable, Hashable {
        /// Index into `relations`.
        package let relation: Int
        package let relationClass: RelationClass
        package let status: Status
        package let isSymmetric: Bool
    }

    /// A statement seen from one of its two actors. What an actor does to itself is one edge that is both outgoing and incoming.
    package struct Edge: Sendable, Hashable {
        @usableFromInline let neighbourNumber: UInt32
        /// The statement's number above the three bits.
        @usableFromInline let bits: UInt32

        @usableFromInline static let outgoing: UInt32 = 1
        @usableFromInline static let incoming: UInt32 = 2
        @usableFromInline static let symmetric: UInt32 = 4

        /// The actor at the other end.
        @inlinable package var neighbour: Int { Int(neighbourNumber) }
        @inlinable package var statement: Int { Int(bits >> 3) }
        /// Whether the actor whose row this is in is the statement's subject.
        @inlinable package var isOutgoing: Bool { bits & Self.outgoing != 0 }
        /// Whether the actor whose row this is in is the statement's object.
        @inlinable package var isIncoming: Bool { bits & Self.incoming != 0 }
        @inlinable package var isSymmetric: Bool { bits & Self.symmetric != 0 }
    }

    /// More do not fit beside the three bits of an edge.
    package static let statementLimit = 1 << 29
    package static let actorLimit = Int(Int32.max)
    /// The day of a statement without a date: before all others.
    package static let undated = Int32.min

    package let actorCount: Int
    package var statementCount: Int { subjects.count }

    /// Names of relations, in the alphabet's order.
    package let relations: [String]
    /// In the order of relation, class, status, symmetric last.
    package let kinds: [Kind]

    /// One for each statement.
    @usableFromInline let subjects: [Int32]
    @usableFromInline let objects: [Int32]
    /// Index into `kinds`.
    @usableFromInline let kindNumbers: [UInt32]
    /// Days since 1970-01-01, ascending; `undated` without a date.
    @usableFromInline let firstDays: [Int32]
    @usableFromInline let lastDays: [Int32]
    /// The most days from a statement's first to its last: 0 when none lasts longer than a day.
    @usableFromInline let longestSpan: Int

    /// The edges of actor `n` are `edges[rowStarts[n]..<rowStarts[n + 1]]`.
    @usableFromInline let rowStarts: [Int]
    @usableFromInline let edges: [Edge]

    @inlinable package func subject(of statement: Int) -> Int { Int(subjects[statement]) }
    @inlinable package func object(of statement: Int) -> Int { Int(objects[statement]) }
    @inlinable package func kind(of statement: Int) -> Kind { kinds[kindNumber(of: statement)] }
    /// Index into `kinds`.
    @inlinable package func kindNumber(of statement: Int) -> Int { Int(kindNumbers[statement]) }

    /// The days on which the statement holds, as days since 1970-01-01; nil without a date.
    @inlinable package func days(of statement: Int) -> ClosedRange<Int>? {
        firstDays[statement] == Self.undated ? nil : Int(firstDays[statement])...Int(lastDays[statement])
    }

    /// How many edges the actor's row has: its statements.
    @inlinable package func rowCount(_ actor: Int) -> Int { rowStarts[actor + 1] - rowStarts[actor] }

    /// The first statement that starts on this day or later: those before it start earlier or have no date. O(log n).
    package func firstStatement(startingFrom day: Int) -> Int { firstDays.firstIndex(notBefore: Self.day(day)) }

    /// The first statement that starts after this day. O(log n).
    package func firstStatement(startingAfter day: Int) -> Int {
        day < Int(Int32.max) ? firstDays.firstIndex(notBefore: Self.day(day + 1)) : statementCount
    }

    /// Days that 32 bits do not hold (beyond five million years) become the nearest that they do.
    static func day(_ daysSince1970: Int) -> Int32 {
        max(undated + 1, Int32(clamping: daysSince1970))
    }
}

extension Array where Element == Int32 {
    /// How many elements of an ascending array are less than `value`. O(log n).
    fileprivate func firstIndex(notBefore value: Int32) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
