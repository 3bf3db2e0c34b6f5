extension Topology {
    /// Where new elements go into an old order.
    package struct Insertion: Sendable {
        /// Of each new element, how many old ones stand before it; ascending.
        let positions: [Int]
        /// Of each new element, its place among those that were added.
        let order: [Int32]

        /// The old and the new elements together.
        package func applied<Element>(to old: [Element], adding new: [Element]) -> [Element] {
            var merged: [Element] = []
            merged.reserveCapacity(old.count + new.count)
            var start = 0
            for (position, place) in zip(positions, order) {
                merged += old[start..<position]
                merged.append(new[Int(place)])
                start = position
            }
            return merged + old[start...]
        }

        /// How many new elements stand before an old one.
        func shift(of old: Int) -> Int {
            var (low, high) = (0, positions.count)
            while low < high {
                let middle = low + (high - low) / 2
                if positions[middle] <= old { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// The topology with a few statements more: a tenth of the work of building it anew. Nil when they are of a kind that it has none of.
    ///
    /// O(actors + statements), mostly copying.
    /// - Parameters:
    ///   - columns: the new statements alone, their actors by the new numbers.
    ///   - actors: the new number of each actor that this topology has, ascending; nil when the numbers stay.
    /// - Returns: the topology that `build` would make of all statements, the new ones behind the old of the same day, and where they went.
    package func adding(_ columns: Columns, actors: [Int]?) -> (topology: Topology, insertion: Insertion)? {
        let numbers = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
        let relationNumbers = Dictionary(uniqueKeysWithValues: relations.enumerated().map { ($1, $0) })
        var newKinds: [UInt32] = []
        for kind in columns.kinds {
            guard let relation = relationNumbers[columns.relations[kind.relation]] else { return nil }
            let known = Kind(
                relation: relation, relationClass: kind.relationClass, status: kind.status, isSymmetric: kind.isSymmetric)
            guard let number = numbers[known] else { return nil }
            newKinds.append(UInt32(number))
        }
        let order = columns.firstDays.indices.sorted { (columns.firstDays[$0], $0) < (columns.firstDays[$1], $1) }.map { Int32($0) }
        let positions = order.map { place in
            let day = columns.firstDays[Int(place)]
            return day == Self.undated ? firstStatement(startingFrom: Int(Int32.min) + 1) : firstStatement(startingAfter: Int(day))
        }
        let insertion = Insertion(positions: positions, order: order)
        func renumbered(_ column: [Int32]) -> [Int32] { actors.map { actors in column.map { Int32(actors[Int($0)]) } } ?? column }
        let (starts, edges) = rows(with: columns, kinds: newKinds, actors: actors, insertion)
        let topology = Topology(
            actorCount: columns.actorCount, relations: relations, kinds: kinds,
            subjects: insertion.applied(to: renumbered(subjects), adding: columns.subjects),
            objects: insertion.applied(to: renumbered(objects), adding: columns.objects),
            kindNumbers: insertion.applied(to: kindNumbers, adding: columns.kindNumbers.map { newKinds[Int($0)] }),
            firstDays: insertion.applied(to: firstDays, adding: columns.firstDays),
            lastDays: insertion.applied(to: lastDays, adding: columns.lastDays),
            longestSpan: max(longestSpan, zip(columns.firstDays, columns.lastDays).lazy.map { Int($1) - Int($0) }.max() ?? 0),
            rowStarts: starts, edges: edges)
        return (topology, insertion)
    }

    /// Every row with its statements renumbered and its new edges between them.
    private func rows(
        with columns: Columns, kinds newKinds: [UInt32], actors: [Int]?, _ insertion: Insertion
    ) -> (starts: [Int], edges: [Edge]) {
        var added: [Int: [Edge]] = [:]
        for (index, place) in insertion.order.enumerated() {
            let (subject, object) = (Int(columns.subjects[Int(place)]), Int(columns.objects[Int(place)]))
            let number = UInt32(insertion.positions[index] + index)
            let isSymmetric = kinds[Int(newKinds[Int(columns.kindNumbers[Int(place)])])].isSymmetric
            let bits = number << 3 | (isSymmetric ? Edge.symmetric : 0)
            added[subject, default: []].append(
                Edge(neighbourNumber: UInt32(object), bits: bits | Edge.outgoing | (subject == object ? Edge.incoming : 0)))
            if object != subject {
                added[object, default: []].append(Edge(neighbourNumber: UInt32(subject), bits: bits | Edge.incoming))
            }
        }
        var starts = [0]
        var merged: [Edge] = []
        starts.reserveCapacity(columns.actorCount + 1)
        merged.reserveCapacity(edges.count + 2 * insertion.order.count)
        let firstMoved = insertion.positions.first ?? statementCount
        var old = 0
        for actor in 0..<columns.actorCount {
            let isKnown = old < actorCount && (actors?[old] ?? old) == actor
            let row = isKnown ? edges[rowStarts[old]..<rowStarts[old + 1]] : []
            if isKnown { old += 1 }
            let new = added[actor] ?? []
            if new.isEmpty, actors == nil, row.last.map({ $0.statement < firstMoved }) ?? true {
                merged += row
            } else {
                append(row, new, to: &merged, actors, insertion)
            }
            starts.append(merged.count)
        }
        return (starts, merged)
    }

    /// Merges a row's old edges and its new ones, both oldest first.
    private func append(
        _ row: ArraySlice<Edge>, _ new: [Edge], to merged: inout [Edge], _ actors: [Int]?, _ insertion: Insertion
    ) {
        var next = 0
        for edge in row {
            let statement = edge.statement + insertion.shift(of: edge.statement)
            while next < new.count, new[next].statement < statement {
                merged.append(new[next])
                next += 1
            }
            merged.append(
                Edge(
                    neighbourNumber: actors.map { UInt32($0[edge.neighbour]) } ?? edge.neighbourNumber,
                    bits: UInt32(statement) << 3 | edge.bits & 7))
        }
        merged += new[next...]
    }
}
