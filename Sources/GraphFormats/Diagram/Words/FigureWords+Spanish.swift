extension FigureWords {
    static let spanish = FigureWords(
        title: "Quién hizo qué a quién",
        around: { "En torno a \($0)" },
        documents: { "\($0) documentos" },
        relationsBetweenActors: { "\($0) \($0 == 1 ? "relación" : "relaciones") entre \($1) \($1 == 1 ? "actor" : "actores")" },
        eventsOf: { "hechos: \($0)" },
        mostImportant: { $0 == 1 ? "La más importante de \($1) relaciones" : "Las \($0) más importantes de \($1) relaciones" },
        nothingToShow: "No hay relaciones que mostrar",
        andMore: { "y \($0) más" },
        noName: "(sin nombre)",
        planned: "previsto", requested: "solicitado", possible: "posible", didNotHappen: "no ocurrió",
        headOf: { "dirige \($0)" }, memberOf: { "miembro de \($0)" }, onBehalfOf: { "por \($0)" }, bornIn: { "nació en \($0)" },
        legend: { relationClass in
            switch relationClass {
            case .consult: "conversaciones"
            case .support: "apoyo"
            case .request: "petición"
            case .agree: "acuerdo"
            case .concede: "concesión"
            case .cooperate: "cooperación"
            case .aid: "ayuda"
            case .retreat: "retirada, liberación"
            case .business: "negocios"
            case .accuse: "crítica"
            case .reject: "rechazo"
            case .threaten: "amenaza"
            case .protest: "protesta"
            case .assault: "ataque"
            case .sanction: "sanción"
            case .coerce: "coacción"
            case .mobilize: "movilización"
            case .state: "cargo, pertenencia"
            case .speech: "declaración"
            case .other: "otros"
            }
        },
        accordingTo: { "según \($0)" },
        reported: { "publicado el \($0)" },
        timeline: TimelineWords(
            weekdays: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
            daysLater: { "\($0) días después" }, monthsLater: { "\($0) meses después" },
            yearsLater: { "\($0) años después" }, reported: "fecha del texto", others: "otros",
            notShown: { "Sin mostrar: \($0)" }, withoutDate: { "\($0) sin fecha" }, betweenOthers: { "\($0) entre otros actores" }),
        calendar: CalendarWords(
            short: CalendarWords.Form(months: shortMonths),
            long: CalendarWords.Form(
                months: [
                    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
                    "diciembre",
                ], betweenDayAndMonth: " de ", beforeYear: " de "),
            monthsAlone: shortMonths))
}

private let shortMonths = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"]
