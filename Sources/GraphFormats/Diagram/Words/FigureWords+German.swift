extension FigureWords {
    static let german = FigureWords(
        title: "Wer tat wem was",
        around: { "Rund um \($0)" },
        documents: { "\($0) Dokumente" },
        relationsBetweenActors: { "\($0) \($0 == 1 ? "Beziehung" : "Beziehungen") zwischen \($1) \($1 == 1 ? "Akteur" : "Akteuren")" },
        eventsOf: { "Ereignisse vom \($0)" },
        mostImportant: { $0 == 1 ? "Die wichtigste von \($1) Beziehungen" : "Die \($0) wichtigsten von \($1) Beziehungen" },
        nothingToShow: "Keine Beziehungen zu zeigen",
        andMore: { $0 == 1 ? "und 1 weitere" : "und \($0) weitere" },
        noName: "(ohne Namen)",
        planned: "geplant", requested: "gefordert", possible: "möglich", didNotHappen: "fand nicht statt",
        headOf: { "leitet \($0)" }, memberOf: { "Mitglied: \($0)" }, onBehalfOf: { "für \($0)" }, bornIn: { "geboren in \($0)" },
        legend: { relationClass in
            switch relationClass {
            case .consult: "Gespräche"
            case .support: "Unterstützung"
            case .request: "Forderung"
            case .agree: "Einigung"
            case .concede: "Zugeständnis"
            case .cooperate: "Zusammenarbeit"
            case .aid: "Hilfe"
            case .retreat: "Rückzug, Freilassung"
            case .business: "Geschäft"
            case .accuse: "Kritik"
            case .reject: "Ablehnung"
            case .threaten: "Drohung"
            case .protest: "Protest"
            case .assault: "Angriff"
            case .sanction: "Sanktion"
            case .coerce: "Zwang"
            case .mobilize: "Mobilmachung"
            case .state: "Amt, Zugehörigkeit"
            case .speech: "Äußerung"
            case .other: "anderes"
            }
        },
        accordingTo: { "laut \($0)" },
        reported: { "berichtet am \($0)" },
        timeline: TimelineWords(
            weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
            daysLater: { "\($0) Tage später" }, monthsLater: { "\($0) Monate später" },
            yearsLater: { "\($0) Jahre später" }, reported: "laut Bericht", others: "andere",
            notShown: { "Nicht gezeigt: \($0)" }, withoutDate: { "\($0) ohne Datum" }, betweenOthers: { "\($0) zwischen anderen" }),
        calendar: CalendarWords(
            short: CalendarWords.Form(months: shortMonths),
            long: CalendarWords.Form(
                months: [
                    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
                ]),
            monthsAlone: shortMonths, day: { "\($0)." }))
}

private let shortMonths = ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."]
