import GraphFormats
import GraphStore
import KnowledgeGraph

/// Counts by month, year or decade as bars of SVG, each of which leads to its days; and as a table.
struct MonthChart: Sendable {
    let bars: [Bar]
    let chartWidth: Int
    let chartHeight = 150
    let axisHeight = 128
    let axisLabels: [AxisLabel]
    let unit: String
    let mostWords: String

    struct Bar: Sendable {
        let barLabel: String
        let barCount: String
        let barKinds: String
        let barAddress: String
        let hitStart: String
        let hitWidth: String
        let pieces: [Piece]
    }

    struct Piece: Sendable {
        let pieceTone: String
        let pieceX: String
        let pieceY: String
        let pieceWidth: String
        let pieceHeight: String
    }

    struct AxisLabel: Sendable {
        let labelX: String
        let labelText: String
        let labelAnchor: String
    }

    /// More bars than this cannot be told apart: then a bar is a year, or ten.
    private static let mostBars = 72
    private static let width = 900.0
    private static let tall = 112.0

    /// Nil without a month.
    init?(_ months: [ActorProfile.Month], address: (ClosedRange<CalendarDate>) -> String) {
        guard let first = months.first?.start, let last = months.last?.start else { return nil }
        let size = [1, 12, 120].first { Self.number(of: last, $0) - Self.number(of: first, $0) < Self.mostBars } ?? 1200
        unit = size == 1 ? "month" : size == 12 ? "year" : size == 120 ? "decade" : "century"
        var counts: [Int: [String: Int]] = [:]
        for month in months {
            let number = Self.number(of: month.start, size)
            for entry in month.classes { counts[number, default: [:]][entry.name, default: 0] += entry.count }
        }
        let numbers = Self.number(of: first, size)...Self.number(of: last, size)
        let slot = min(40, Self.width / Double(numbers.count))
        let most = counts.values.map { $0.values.reduce(0, +) }.max() ?? 1
        chartWidth = Int(Self.width)
        mostWords = "\(PageWords.counted(most, "statement")) at most"
        bars = counts.sorted { $0.key < $1.key }.compactMap { number, classes in
            guard let days = Self.days(of: number, size) else { return nil }
            let x = Double(number - numbers.lowerBound) * slot
            let total = classes.values.reduce(0, +)
            let sorted = classes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            let bar = CountBar(sorted.map { ($0.key, $0.value) }, most: most)
            var y = 128.0
            let pieces = bar.segments.map { segment in
                let height = (Double(segment.segmentLength) ?? 0) / 100 * Self.tall
                y -= height
                return Piece(
                    pieceTone: segment.segmentTone, pieceX: Self.text(x + slot * 0.1), pieceY: Self.text(y),
                    pieceWidth: Self.text(slot * 0.8), pieceHeight: Self.text(height))
            }
            return Bar(
                barLabel: Self.label(days, size), barCount: PageWords.number(total), barKinds: bar.barWords, barAddress: address(days),
                hitStart: Self.text(x), hitWidth: Self.text(slot), pieces: pieces)
        }
        axisLabels = Self.axis(numbers, slot, size)
    }

    /// The first, the last, and some between.
    private static func axis(_ numbers: ClosedRange<Int>, _ slot: Double, _ size: Int) -> [AxisLabel] {
        let room = size == 1 ? 64.0 : 46.0
        let step = max(1, Int((room / slot).rounded(.up)))
        return stride(from: numbers.lowerBound, through: numbers.upperBound, by: step).compactMap { number in
            guard let days = days(of: number, size) else { return nil }
            let x = (Double(number - numbers.lowerBound) + 0.5) * slot
            let isFirst = number == numbers.lowerBound
            guard isFirst || x < width - room / 2 else { return nil }
            let components = days.lowerBound.components
            let text = size == 1 ? "\(shortMonths[components.month - 1]) \(components.year)" : "\(components.year)"
            return AxisLabel(labelX: Self.text(isFirst ? 0 : x), labelText: text, labelAnchor: isFirst ? "start" : "middle")
        }
    }

    private static let shortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// The number of the stretch of so many months that has this day in it.
    private static func number(of day: CalendarDate, _ size: Int) -> Int {
        let (year, month, _) = day.components
        return (year * 12 + month - 1) / size
    }

    private static func days(of number: Int, _ size: Int) -> ClosedRange<CalendarDate>? {
        let month = number * size
        // There is no year 0: the first decade begins with year 1.
        guard let first = CalendarDate(year: max(1, month / 12), month: month % 12 + 1, day: 1) else { return nil }
        return first...max(first, first.adding(months: size).adding(days: -1))
    }

    private static func label(_ days: ClosedRange<CalendarDate>, _ size: Int) -> String {
        let precision: StatementDate.Precision = size == 1 ? .month : size == 12 ? .year : .range
        guard size <= 12 else { return "\(days.lowerBound.components.year)–\(days.upperBound.components.year)" }
        return RelationWords.date(
            StatementDate(start: days.lowerBound, end: days.upperBound, precision: precision, text: nil, source: .text))
    }

    private static func text(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
