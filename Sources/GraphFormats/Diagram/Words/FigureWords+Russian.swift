extension FigureWords {
    /// Names stay undeclined, so they stand behind a colon or a noun, and no verb shows the subject's gender.
    static let russian = FigureWords(
        title: "Кто кому что сделал",
        around: { "Окружение: \($0)" },
        documents: { "\($0) \(plural($0, "документ", "документа", "документов"))" },
        relationsBetweenActors: { relations, actors in
            let between = plural(actors, "участником", "участниками", "участниками")
            return "\(relations) \(plural(relations, "связь", "связи", "связей")) между \(actors) \(between)"
        },
        eventsOf: { "события: \($0)" },
        mostImportant: { count, total in
            "\(count) \(plural(count, "важнейшая связь", "важнейшие связи", "важнейших связей")) из \(total)"
        },
        nothingToShow: "Нет связей для показа",
        andMore: { "и ещё \($0)" },
        noName: "(без имени)",
        planned: "планируется", requested: "требуется", possible: "возможно", didNotHappen: "не состоялось",
        headOf: { "во главе: \($0)" }, memberOf: { "состоит в: \($0)" }, onBehalfOf: { "от имени: \($0)" },
        bornIn: { "место рождения: \($0)" },
        legend: { relationClass in
            switch relationClass {
            case .consult: "переговоры"
            case .support: "поддержка"
            case .request: "требование"
            case .agree: "соглашение"
            case .concede: "уступка"
            case .cooperate: "сотрудничество"
            case .aid: "помощь"
            case .retreat: "отход, освобождение"
            case .business: "бизнес"
            case .accuse: "критика"
            case .reject: "отказ"
            case .threaten: "угроза"
            case .protest: "протест"
            case .assault: "нападение"
            case .sanction: "санкции"
            case .coerce: "принуждение"
            case .mobilize: "мобилизация"
            case .state: "должность, членство"
            case .speech: "заявление"
            case .other: "прочее"
            }
        },
        accordingTo: { "по словам: \($0)" },
        reported: { "сообщение от \($0)" },
        timeline: TimelineWords(
            weekdays: ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
            daysLater: { "через \($0) \(plural($0, "день", "дня", "дней"))" },
            monthsLater: { "через \($0) \(plural($0, "месяц", "месяца", "месяцев"))" },
            yearsLater: { "через \($0) \(plural($0, "год", "года", "лет"))" }, reported: "дата сообщения", others: "другие",
            notShown: { "Не показано: \($0)" }, withoutDate: { "\($0) без даты" }, betweenOthers: { "\($0) между другими" }),
        calendar: CalendarWords(
            short: CalendarWords.Form(
                months: ["янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.", "дек."]),
            long: CalendarWords.Form(
                months: [
                    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
                ], afterYear: " г."),
            monthsAlone: ["янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."]))
}

/// One, few and many of Unicode CLDR: 1 связь, 21 связь; 2 связи, 24 связи; 5, 11, 112 связей.
private func plural(_ count: Int, _ one: String, _ few: String, _ many: String) -> String {
    switch (count % 10, count % 100) {
    case (_, 11...14): many
    case (1, _): one
    case (2...4, _): few
    default: many
    }
}
