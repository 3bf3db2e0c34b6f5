import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("A language of figures")
struct FigureLanguageTests {
    @Test("has every word, and none of them twice in the legend", arguments: FigureLanguage.allCases)
    func complete(language: FigureLanguage) {
        let words = language.words
        let legend = RelationClass.allCases.map(words.legend)
        #expect(Set(legend).count == legend.count && !legend.contains(""))
        let statuses = Status.allCases.compactMap(words.word)
        #expect(Set(statuses).count == Status.allCases.count - 1)
        for months in [words.calendar.short.months, words.calendar.long.months, words.calendar.monthsAlone] {
            #expect(Set(months).count == 12)
        }
        let names = [words.around("Ostmark"), words.headOf("Ostmark"), words.memberOf("Ostmark"), words.onBehalfOf("Ostmark")]
        // Names stay as they are.
        #expect(names.allSatisfy { $0.contains("Ostmark") && $0 != "Ostmark" } && Set(names).count == names.count)
    }

    @Test("shares no words with English", arguments: FigureLanguage.allCases.filter { $0 != .english })
    func translated(language: FigureLanguage) {
        let (words, english) = (language.words, FigureWords.english)
        #expect(words.title != english.title && words.nothingToShow != english.nothingToShow)
        #expect(words.relationsBetweenActors(5, 3) != english.relationsBetweenActors(5, 3))
        #expect(words.mostImportant(60, 312).contains("60") && words.mostImportant(60, 312).contains("312"))
    }

    @Test(
        "writes dates as it is usual",
        arguments: [
            (FigureLanguage.english, ["1 June 2025", "1–4 May 2025", "30 May – 2 June 2025", "31 December 2024 – 1 January 2025"]),
            (.german, ["1. Juni 2025", "1.–4. Mai 2025", "30. Mai – 2. Juni 2025", "31. Dezember 2024 – 1. Januar 2025"]),
            (.french, ["1er juin 2025", "1er–4 mai 2025", "30 mai – 2 juin 2025", "31 décembre 2024 – 1er janvier 2025"]),
            (
                .spanish,
                [
                    "1 de junio de 2025", "1–4 de mayo de 2025", "30 de mayo – 2 de junio de 2025",
                    "31 de diciembre de 2024 – 1 de enero de 2025",
                ]
            ),
            (.russian, ["1 июня 2025 г.", "1–4 мая 2025 г.", "30 мая – 2 июня 2025 г.", "31 декабря 2024 г. – 1 января 2025 г."]),
        ])
    func longDates(language: FigureLanguage, expected: [String]) throws {
        let days = [
            ("2025-06-01", "2025-06-01"), ("2025-05-01", "2025-05-04"), ("2025-05-30", "2025-06-02"), ("2024-12-31", "2025-01-01"),
        ]
        let written = try days.map { start, end in
            DateText.long(try #require(CalendarDate(iso8601: start)), try #require(CalendarDate(iso8601: end)), language)
        }
        #expect(written == expected)
    }

    @Test(
        "writes short dates on lines",
        arguments: [
            (FigureLanguage.english, "1 Jun", "31 May–1 Jun", "1 Jun 2031", "Jun 2031"),
            (.german, "1. Juni", "31. Mai–1. Juni", "1. Juni 2031", "Juni 2031"),
            (.french, "1er juin", "31 mai–1er juin", "1er juin 2031", "juin 2031"),
            (.spanish, "1 jun", "31 may–1 jun", "1 jun 2031", "jun 2031"),
            (.russian, "1 июн.", "31 мая–1 июн.", "1 июн. 2031", "июнь 2031"),
        ])
    func shortDates(language: FigureLanguage, day: String, days: String, dayOfYear: String, month: String) throws {
        let dates = try ["2031-06-01", "2031-05-31"].map { try #require(sampleDate($0)) }
        let short = DateText(showsYear: false, language: language)
        #expect(short.short([dates[0]]) == day)
        #expect(short.short(dates) == days)
        #expect(DateText(showsYear: true, language: language).short([dates[0]]) == dayOfYear)
        var june = dates[0]
        june.precision = .month
        #expect(short.short([june]) == month)
    }

    @Test(
        "counts as its grammar wants",
        arguments: [
            (FigureLanguage.english, 1, 2, "1 relation between 2 actors"), (.german, 1, 2, "1 Beziehung zwischen 2 Akteuren"),
            (.german, 5, 3, "5 Beziehungen zwischen 3 Akteuren"), (.french, 0, 0, "0 relation entre 0 acteur"),
            (.french, 2, 2, "2 relations entre 2 acteurs"), (.spanish, 1, 2, "1 relación entre 2 actores"),
            (.russian, 1, 2, "1 связь между 2 участниками"), (.russian, 2, 3, "2 связи между 3 участниками"),
            (.russian, 5, 4, "5 связей между 4 участниками"), (.russian, 11, 5, "11 связей между 5 участниками"),
            (.russian, 21, 21, "21 связь между 21 участником"), (.russian, 112, 14, "112 связей между 14 участниками"),
            (.russian, 124, 11, "124 связи между 11 участниками"),
        ])
    func counts(language: FigureLanguage, relations: Int, actors: Int, text: String) {
        #expect(language.words.relationsBetweenActors(relations, actors) == text)
    }

    @Test(
        "elides before vowels in French",
        arguments: [("Ostmark", "d’Ostmark"), ("Élise", "d’Élise"), ("Kestria", "de Kestria"), ("", "de ")])
    func elision(name: String, text: String) {
        #expect(FigureWords.french.around(name) == "Autour \(text)")
    }

    @Test("is that of all that a figure says beside names and quotations", arguments: FigureLanguage.allCases.filter { $0 != .english })
    func figure(language: FigureLanguage) throws {
        let labels = Dictionary(uniqueKeysWithValues: Set(harbourStrike.map(\.relation)).map { ($0, "·") })
        let dot = try Diagram(harbourStrike, options: DiagramOptions(language: language, relationLabels: labels)).dot()
        for word in ["talks,", "planned", "did not happen", "relations between", "events of", "Who did", "attack", "spoke with"] {
            // French says "attaque", and its plural of "relation" is the English one.
            #expect(!dot.contains(">\(word)") && !dot.contains("\(word)<") && !dot.contains(" \(word) "), "\(word)")
        }
        #expect(dot.contains(language.words.didNotHappen) && dot.contains(language.words.planned))
        #expect(dot.contains("Lindhaven talks") && dot.contains("Foreign Minister"))
    }

    @Test("matches its golden file", arguments: FigureLanguage.allCases.filter { $0 != .english })
    func golden(language: FigureLanguage) throws {
        let source = DiagramOptions.source(name: "Harbour Gazette", date: CalendarDate(iso8601: "2031-05-04"), language: language)
        let options = DiagramOptions(source: source, theme: .print, language: language)
        try expectGolden(try Diagram(harbourStrike, options: options).dot(), "harbour-strike-\(language.rawValue).dot")
    }
}
