extension FigureWords {
    static let english = FigureWords(
        title: "Who did what to whom",
        around: { "Around \($0)" },
        documents: { "\($0) documents" },
        relationsBetweenActors: { "\(counted($0, "relation")) between \(counted($1, "actor"))" },
        eventsOf: { "events of \($0)" },
        mostImportant: { "The \($0) most important of \($1) relations" },
        nothingToShow: "No relations to show",
        andMore: { "and \($0) more" },
        noName: "(no name)",
        planned: "planned", requested: "requested", possible: "possible", didNotHappen: "did not happen",
        headOf: { "head of \($0)" }, memberOf: { "member of \($0)" }, onBehalfOf: { "for \($0)" }, bornIn: { "born in \($0)" },
        legend: { relationClass in
            switch relationClass {
            case .consult: "talks"
            case .support: "support"
            case .request: "request"
            case .agree: "agreement"
            case .concede: "concession"
            case .cooperate: "cooperation"
            case .aid: "aid"
            case .retreat: "withdrawal, release"
            case .business: "business"
            case .accuse: "criticism"
            case .reject: "refusal"
            case .threaten: "threat"
            case .protest: "protest"
            case .assault: "attack"
            case .sanction: "sanction"
            case .coerce: "coercion"
            case .mobilize: "mobilisation"
            case .state: "office, membership"
            case .speech: "statement"
            case .other: "other"
            }
        },
        accordingTo: { "according to \($0)" },
        reported: { "reported \($0)" },
        timeline: TimelineWords(
            weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
            daysLater: { "\($0) days later" }, monthsLater: { "\($0) months later" },
            yearsLater: { "\($0) years later" }, reported: "reported", others: "others",
            notShown: { "Not shown: \($0)" }, withoutDate: { "\($0) without a date" }, betweenOthers: { "\($0) between others" }),
        calendar: CalendarWords(
            short: CalendarWords.Form(months: shortMonths),
            long: CalendarWords.Form(
                months: [
                    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
                    "December",
                ]),
            monthsAlone: shortMonths))
}

private let shortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
