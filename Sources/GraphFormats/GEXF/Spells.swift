/// Stretches of days in which something is there: apart from each other, in order.
struct Spells {
    private(set) var days: [ClosedRange<Int>] = []

    /// Adds the days; those that touch or follow one another become one stretch. O(stretches).
    mutating func insert(_ added: ClosedRange<Int>) {
        let first = days.firstIndex { $0.upperBound + 1 >= added.lowerBound } ?? days.endIndex
        var joined = added
        var last = first
        while last < days.endIndex, days[last].lowerBound - 1 <= added.upperBound {
            joined = min(joined.lowerBound, days[last].lowerBound)...max(joined.upperBound, days[last].upperBound)
            last += 1
        }
        days.replaceSubrange(first..<last, with: CollectionOfOne(joined))
    }
}
