import ArgumentParser
import KnowledgeGraph

/// Which statements count: the options that every question to a graph takes.
struct FilterOptions: ParsableArguments {
    @Option(
        name: .customLong("relation"), help: ArgumentHelp("Only this relation, such as met-with; may be repeated.", valueName: "relation"))
    var relations: [String] = []

    @Option(name: .customLong("class"), help: ArgumentHelp("Only this class, such as CONSULT; may be repeated.", valueName: "class"))
    var classes: [RelationClass] = []

    @Option(name: .customLong("status"), help: ArgumentHelp("Only this status; may be repeated.", valueName: "status"))
    var statuses: [Status] = []

    @Option(help: ArgumentHelp("Only what touches this day or a later one: 2025-06-01, 2025-06 or 2025.", valueName: "date"))
    var since: DayArgument?

    @Option(help: ArgumentHelp("Only what touches this day or an earlier one.", valueName: "date"))
    var until: DayArgument?

    var filter: StatementFilter {
        StatementFilter(
            relations: Set(relations), classes: Set(classes), statuses: Set(statuses), since: since?.days.lowerBound,
            until: until?.days.upperBound)
    }

    func validate() throws {
        if let since, let until, since.days.lowerBound > until.days.upperBound {
            throw ValidationError("--since \(since.days.lowerBound) is later than --until \(until.days.upperBound)")
        }
    }
}

/// A day, month or year as written on the command line.
struct DayArgument: ExpressibleByArgument {
    let days: ClosedRange<CalendarDate>

    init?(argument: String) {
        guard let days = CalendarDate.days(of: argument) else { return nil }
        self.days = days
    }
}
