extension FigureWords {
    static let french = FigureWords(
        title: "Qui a fait quoi à qui",
        around: { "Autour \(de($0))" },
        documents: { "\($0) documents" },
        relationsBetweenActors: { "\(counted($0, "relation")) entre \(counted($1, "acteur"))" },
        eventsOf: { "événements : \($0)" },
        mostImportant: {
            $0 == 1 ? "La relation la plus importante sur \($1)" : "Les \($0) relations les plus importantes sur \($1)"
        },
        nothingToShow: "Aucune relation à montrer",
        andMore: { "et \($0) \($0 == 1 ? "autre" : "autres")" },
        noName: "(sans nom)",
        planned: "prévu", requested: "demandé", possible: "possible", didNotHappen: "n’a pas eu lieu",
        headOf: { "à la tête \(de($0))" }, memberOf: { "membre \(de($0))" }, onBehalfOf: { "pour \($0)" },
        bornIn: { "né(e) à \($0)" },
        legend: { relationClass in
            switch relationClass {
            case .consult: "entretiens"
            case .support: "soutien"
            case .request: "demande"
            case .agree: "accord"
            case .concede: "concession"
            case .cooperate: "coopération"
            case .aid: "aide"
            case .retreat: "retrait, libération"
            case .business: "affaires"
            case .accuse: "critique"
            case .reject: "refus"
            case .threaten: "menace"
            case .protest: "protestation"
            case .assault: "attaque"
            case .sanction: "sanction"
            case .coerce: "contrainte"
            case .mobilize: "mobilisation"
            case .state: "fonction, appartenance"
            case .speech: "déclaration"
            case .other: "autre"
            }
        },
        accordingTo: { "selon \($0)" },
        reported: { "rapporté le \($0)" },
        timeline: TimelineWords(
            weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
            daysLater: { "\($0) jours plus tard" }, monthsLater: { "\($0) mois plus tard" },
            yearsLater: { "\($0) ans plus tard" }, reported: "date de l’article", others: "autres",
            notShown: { "Non montré : \($0)" }, withoutDate: { "\($0) sans date" }, betweenOthers: { "\($0) entre d’autres acteurs" }),
        calendar: CalendarWords(
            short: CalendarWords.Form(months: shortMonths),
            long: CalendarWords.Form(
                months: [
                    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
                    "décembre",
                ]),
            monthsAlone: shortMonths,
            // Only the first of a month is an ordinal number.
            day: { $0 == 1 ? "1er" : String($0) }))
}

private let shortMonths = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]

/// French counts nought like one.
private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count < 2 ? "" : "s")" }

/// "d’Ostmark", "de Kestria"; an h is taken for an aspirated one, as in most foreign names.
private func de(_ name: String) -> String {
    let vowels = "aàâäeéèêëiîïoôöœuùûü"
    return name.lowercased().first.map(vowels.contains) == true ? "d’\(name)" : "de \(name)"
}
