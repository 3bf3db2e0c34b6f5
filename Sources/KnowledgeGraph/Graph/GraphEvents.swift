extension Graph {
    /// What the statements that pass report, each event once, oldest first, those without a date before all others.
    ///
    /// ```swift
    /// for event in graph.events(where: StatementFilter(classes: [.assault])) { print(event.day, event.reports.count) }
    /// ```
    /// O(n) for n statements.
    public func events(where filter: StatementFilter = .everything) -> [Event] {
        var places: [EventKey: Int] = [:]
        var groups: [[Statement]] = []
        topology.forEachStatement(where: EdgeFilter(filter, in: topology)) { number in
            let key = topology.eventKey(of: number)
            if let key, let place = places[key] {
                groups[place].append(statements[number])
            } else {
                if let key { places[key] = groups.count }
                groups.append([statements[number]])
            }
        }
        return groups.map(Event.init)
    }
}

extension Topology {
    /// How many events there are, and in how many each actor takes part. O(n) for n statements.
    package func eventCounts() -> (all: Int, ofActors: [Int]) {
        var (all, ofActors) = (0, [Int](repeating: 0, count: actorCount))
        // Statements come by day: those of one day are all that can be the same event.
        var (today, seen) = (Int?.none, Set<EventKey>())
        for statement in 0..<statementCount {
            if let day = days(of: statement)?.lowerBound, day != today {
                today = day
                seen.removeAll(keepingCapacity: true)
            }
            if let key = eventKey(of: statement), !seen.insert(key).inserted { continue }
            let (subject, object) = (subject(of: statement), object(of: statement))
            all += 1
            ofActors[subject] += 1
            if object != subject { ofActors[object] += 1 }
        }
        return (all, ofActors)
    }

    /// How many statements report the event that a statement reports. O(log row + statements of that day) for the subject's row.
    package func reportCount(ofEventOf statement: Int) -> Int {
        guard let day = days(of: statement)?.lowerBound, let key = eventKey(of: statement) else { return 1 }
        var count = 0
        forEachEdge(of: subject(of: statement), where: EdgeFilter(in: self, startingFrom: day, startingUntil: day)) { edge in
            if eventKey(of: edge.statement) == key { count += 1 }
        }
        return count
    }

    /// Equal for statements that report the same event; nil for one without a date.
    func eventKey(of statement: Int) -> EventKey? {
        guard let days = days(of: statement) else { return nil }
        return EventKey(
            subject: subject(of: statement), object: object(of: statement), kind: kindNumber(of: statement),
            isSymmetric: kind(of: statement).isSymmetric, day: days.lowerBound)
    }
}
