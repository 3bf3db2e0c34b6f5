import KnowledgeGraph

/// Where a page of statements or documents ended, to ask for the next: it holds though documents are added meanwhile.
///
/// Its text may stand in an address. What it says is not for reading: take it from `next` of the page.
public struct PageCursor: Sendable, Hashable {
    let place: PagePlace

    init(_ place: PagePlace) {
        self.place = place
    }

    /// Nil when it is no text of a cursor.
    public init?(_ text: String) {
        guard let place = PagePlace(text) else { return nil }
        self.init(place)
    }

    /// Letters and digits of ASCII, `-` and `_`.
    public var text: String { place.text }
}

/// A place in the order of days, newest first, and of keys within a day; what has no day comes last.
struct PagePlace: Sendable, Hashable {
    /// Since 1970-01-01; without a day it is older than all others.
    private let rank: Int
    let key: Int64

    init(day: Int?, key: Int64) {
        rank = day ?? Int.min
        self.key = key
    }

    var day: Int? { rank == Int.min ? nil : rank }

    /// Reads what `text` wrote, and nothing else.
    init?(_ text: String) {
        guard text.utf8.count <= 40 else { return nil }
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, let key = Int64(parts[1]), key >= 0 else { return nil }
        let day = Int(parts[0])
        if let day { guard StoredDays.areDays(day, day) else { return nil } }
        self.init(day: day, key: key)
        guard self.text.hasBytes(of: text) else { return nil }
    }

    /// `20240_17`, or `_17` without a day.
    var text: String { "\(day.map(String.init) ?? "")_\(key)" }

    func isBefore(_ other: PagePlace) -> Bool {
        rank == other.rank ? key < other.key : rank > other.rank
    }
}
