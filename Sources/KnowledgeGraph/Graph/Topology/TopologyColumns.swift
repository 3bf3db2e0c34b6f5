extension Topology {
    /// Statements as columns of numbers, in any order: what a topology is built from.
    package struct Columns: Sendable {
        package let actorCount: Int
        private(set) var relations: [String] = []
        private(set) var kinds: [Kind] = []
        private(set) var subjects: [Int32] = []
        private(set) var objects: [Int32] = []
        private(set) var kindNumbers: [UInt32] = []
        private(set) var firstDays: [Int32] = []
        private(set) var lastDays: [Int32] = []

        private var relationNumbers: [String: Int] = [:]
        private var numbersOfKinds: [Kind: Int] = [:]

        /// - Parameter statementCount: how many statements to make room for.
        package init(actorCount: Int, statementCount: Int = 0) {
            precondition(actorCount <= Topology.actorLimit, "a graph in memory holds no more than \(Topology.actorLimit) actors")
            self.actorCount = actorCount
            subjects.reserveCapacity(statementCount)
            objects.reserveCapacity(statementCount)
            kindNumbers.reserveCapacity(statementCount)
            firstDays.reserveCapacity(statementCount)
            lastDays.reserveCapacity(statementCount)
        }

        /// The number of a kind, for `append`: the same for the same kind. Two look-ups in hash tables; a long scan keeps what it got.
        package mutating func kind(
            relation name: String, class relationClass: RelationClass, status: Status, isSymmetric: Bool
        ) -> Int {
            let relation = relationNumbers[name] ?? relations.count
            if relation == relations.count {
                relations.append(name)
                relationNumbers[name] = relation
            }
            let kind = Kind(relation: relation, relationClass: relationClass, status: status, isSymmetric: isSymmetric)
            if let number = numbersOfKinds[kind] { return number }
            kinds.append(kind)
            numbersOfKinds[kind] = kinds.count - 1
            return kinds.count - 1
        }

        /// - Parameters:
        ///   - subject: index of an actor.
        ///   - object: index of an actor.
        ///   - kind: from `kind(relation:class:status:isSymmetric:)`.
        ///   - days: first to last, as days since 1970-01-01; nil without a date.
        package mutating func append(subject: Int, object: Int, kind: Int, days: ClosedRange<Int>?) {
            precondition(subjects.count < Topology.statementLimit, "a graph in memory holds no more than 2^29 statements")
            precondition((0..<actorCount).contains(subject) && (0..<actorCount).contains(object), "an actor's index is below actorCount")
            precondition(kinds.indices.contains(kind), "a statement's kind is one that kind(relation:class:status:isSymmetric:) gave")
            subjects.append(Int32(subject))
            objects.append(Int32(object))
            kindNumbers.append(UInt32(kind))
            firstDays.append(days.map { Topology.day($0.lowerBound) } ?? Topology.undated)
            lastDays.append(days.map { Topology.day($0.upperBound) } ?? Topology.undated)
        }
    }

    /// Sorts the columns by day and lays out the rows. O(actors + n log n) for n statements, O(actors + n) when they are in order.
    ///
    /// - Returns: the topology, and for each of its statements the place where it stood in the columns. Those of one day keep their order.
    package static func build(_ columns: consuming Columns) -> (topology: Topology, order: [Int32]) {
        let order = Self.order(byDay: columns.firstDays)
        return (Topology(columns, in: order), order)
    }

    private init(_ columns: consuming Columns, in order: [Int32]) {
        func arranged<Value>(_ column: [Value]) -> [Value] { order.map { column[Int($0)] } }
        actorCount = columns.actorCount
        subjects = arranged(columns.subjects)
        objects = arranged(columns.objects)
        firstDays = arranged(columns.firstDays)
        lastDays = arranged(columns.lastDays)
        longestSpan = zip(firstDays, lastDays).lazy.map { Int($1) - Int($0) }.max() ?? 0

        let relationOrder = columns.relations.indices.sorted { columns.relations[$0] < columns.relations[$1] }
        relations = relationOrder.map { columns.relations[$0] }
        let newRelations = Self.inverse(of: relationOrder)
        let renamed = columns.kinds.map { kind in
            Kind(
                relation: newRelations[kind.relation], relationClass: kind.relationClass, status: kind.status,
                isSymmetric: kind.isSymmetric)
        }
        let kindOrder = renamed.indices.sorted { renamed[$0].precedes(renamed[$1]) }
        let kinds = kindOrder.map { renamed[$0] }
        self.kinds = kinds
        let newKinds = Self.inverse(of: kindOrder)
        kindNumbers = order.map { UInt32(newKinds[Int(columns.kindNumbers[Int($0)])]) }
        let isSymmetric = kindNumbers.map { kinds[Int($0)].isSymmetric }
        (rowStarts, edges) = Self.rows(actorCount: actorCount, subjects: subjects, objects: objects, isSymmetric: isSymmetric)
    }

    /// Places of the columns by day; of equal days the earlier place first.
    private static func order(byDay days: [Int32]) -> [Int32] {
        let places = days.indices.map { Int32($0) }
        guard zip(days, days.dropFirst()).contains(where: >) else { return places }
        // Day and place in one number: sorting such numbers is several times faster than sorting places by a look at their days.
        var keys = places.map { Int64(days[Int($0)]) << 32 | Int64($0) }
        keys.sort()
        return keys.map { Int32(truncatingIfNeeded: $0) }
    }

    private static func inverse(of order: [Int]) -> [Int] {
        var inverse = [Int](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { inverse[old] = new }
        return inverse
    }

    /// Counts each row, then fills the rows in the order of the statements.
    private static func rows(
        actorCount: Int, subjects: [Int32], objects: [Int32], isSymmetric: [Bool]
    ) -> (starts: [Int], edges: [Edge]) {
        var starts = [Int](repeating: 0, count: actorCount + 1)
        for (subject, object) in zip(subjects, objects) {
            starts[Int(subject) + 1] += 1
            if object != subject { starts[Int(object) + 1] += 1 }
        }
        for row in starts.indices.dropFirst() { starts[row] += starts[row - 1] }

        var next = starts
        var edges = [Edge](repeating: Edge(neighbourNumber: 0, bits: 0), count: starts[actorCount])
        for statement in subjects.indices {
            let (subject, object) = (Int(subjects[statement]), Int(objects[statement]))
            let bits = UInt32(statement) << 3 | (isSymmetric[statement] ? Edge.symmetric : 0)
            edges[next[subject]] = Edge(
                neighbourNumber: UInt32(object), bits: bits | Edge.outgoing | (subject == object ? Edge.incoming : 0))
            next[subject] += 1
            if object != subject {
                edges[next[object]] = Edge(neighbourNumber: UInt32(subject), bits: bits | Edge.incoming)
                next[object] += 1
            }
        }
        return (starts, edges)
    }
}

extension Topology.Kind {
    fileprivate func precedes(_ other: Self) -> Bool {
        if relation != other.relation { return relation < other.relation }
        if relationClass != other.relationClass { return relationClass.rawValue < other.relationClass.rawValue }
        if status != other.status { return status.rawValue < other.status.rawValue }
        return !isSymmetric && other.isSymmetric
    }
}
