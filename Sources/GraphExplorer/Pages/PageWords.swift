import GraphFormats
import KnowledgeGraph

/// Numbers, names and days as pages write them.
enum PageWords {
    private static let longestName = 90

    /// "1 statement", "12,480 statements".
    static func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(number(count)) \(count == 1 ? noun : plural ?? noun + "s")"
    }

    /// "12,480".
    static func number(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        let grouped = digits.enumerated().map { place, digit in
            place > 0 && (digits.count - place) % 3 == 0 ? ",\(digit)" : "\(digit)"
        }
        return (number < 0 ? "−" : "") + grouped.joined()
    }

    /// An actor's name on one line, never empty.
    static func name(_ name: String) -> String {
        let line = LabelText.line(name, columns: longestName)
        return line.isEmpty ? "(no name)" : line
    }

    /// "3 May 2031", "3 May – 2 June 2031".
    static func days(_ days: ClosedRange<CalendarDate>) -> String {
        FigureLanguage.english.text(for: days.lowerBound, to: days.upperBound)
    }

    static func day(_ day: CalendarDate) -> String { days(day...day) }

    /// "a", "a and b", "a, b and c".
    static func list(_ items: [String], _ joint: String = "and") -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(joint) " + last
    }

    static func kind(_ type: ActorType) -> String { type.rawValue.prefix(1).uppercased() + type.rawValue.dropFirst() }

    /// "2 people", "1 country".
    static func counted(_ count: Int, _ type: ActorType) -> String {
        switch type {
        case .person: counted(count, "person", "people")
        case .country: counted(count, "country", "countries")
        case .facility: counted(count, "facility", "facilities")
        case .organization, .group, .place, .event, .thing: counted(count, type.rawValue)
        }
    }

    static func status(_ status: Status) -> String {
        switch status {
        case .actual: "said to have happened"
        case .denied: "did not happen"
        case .planned: "planned"
        case .requested: "asked for"
        case .possible: "only possible"
        }
    }

    /// The class of style sheets that gives relations of this class their colour.
    static func tone(_ relationClass: RelationClass) -> String { RelationTone(relationClass).name }
}

extension String {
    /// With a capital at the beginning and a full stop at the end.
    var asSentence: String {
        guard let first else { return self }
        let isClosed = last.map { ".!?:\u{201D}".contains($0) } ?? true
        return first.uppercased() + dropFirst() + (isClosed ? "" : ".")
    }
}
