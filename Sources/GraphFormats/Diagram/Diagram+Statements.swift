public import KnowledgeGraph

extension Diagram {
    /// The figure of these statements.
    ///
    /// The order of the statements does not matter. More than ``limit`` lines are never drawn: the most important are, and
    /// ``omission`` and ``notes`` say what was left out. Cost: O(n log n) in the number of statements.
    public init(_ statements: some Sequence<Statement>, options: DiagramOptions = DiagramOptions()) throws(DiagramError) {
        if let size = options.size { try size.check() }
        let words = options.language.words
        let selection = try DiagramSelection(statements, options)
        let bundles = selection.bundles

        var actors: [Actor] = []
        var indexOfActor: [Actor.ID: Int] = [:]
        for actor in bundles.flatMap({ [$0.subject, $0.object] }) + selection.loneActors where indexOfActor[actor.id] == nil {
            indexOfActor[actor.id] = actors.count
            actors.append(actor)
        }
        let stripes = Diagram.stripes(of: actors, selection.affiliations, options.theme)
        nodes = actors.enumerated().map { index, actor in
            Node(
                id: "n-\(index + 1)", actor: actor,
                secondLine: Diagram.secondLine(of: actor, selection.affiliations, bundles, options),
                stripe: selection.affiliations.country(of: actor).flatMap { stripes[$0.id] })
        }

        let dates = bundles.flatMap(\.statements).compactMap(\.date)
        let years = Set(dates.flatMap { [$0.start.components.year, $0.end.components.year] })
        let labels = EdgeLabel(
            relationLabels: options.relationLabels,
            dates: DateText(showsYear: years.count > 1 && options.timeline == nil, language: options.language),
            showsDates: options.timeline != .day)
        edges = bundles.enumerated().map { index, bundle in
            Edge(
                id: "r-\(index + 1)", subject: indexOfActor[bundle.subject.id] ?? 0, object: indexOfActor[bundle.object.id] ?? 0,
                rows: labels.rows(of: bundle), isSymmetric: bundle.isSymmetric, stroke: Diagram.stroke(of: bundle),
                isSecondary: bundle.isSecondary, statements: bundle.statements)
        }
        title = options.title ?? selection.centreName.map(words.around) ?? words.title
        subtitle = Diagram.subtitle(options, bundles, actorCount: actors.count, dates)
        omission = bundles.isEmpty && actors.isEmpty ? words.nothingToShow : selection.omission
        notes = selection.notes
        theme = options.theme
        timeline = options.timeline.map { Timeline(bundles, lanes: selection.lanes.compactMap { indexOfActor[$0] }, $0, options.language) }
        frames = options.cluster.map { Diagram.frames(around: actors, by: $0, selection.affiliations, stripes) } ?? []
        language = options.language
        sheet = options.size.map { Sheet($0) }
        relationLabels = options.relationLabels
        positions = try Diagram.positions(options.positions, of: actors)
        layout =
            timeline != nil
            ? .timeline : frames.isEmpty ? Diagram.layout(edgeCount: bundles.count, keepsPositions: !positions.isEmpty) : .framed
        if !positions.isEmpty, let note = BoxPlacement(self)?.note { notes.append(note) }
    }

    private static func stroke(of bundle: EdgeBundle) -> Edge.Stroke {
        if bundle.isDenied { return .dashed }
        return bundle.statements.contains { $0.status == .actual } ? .solid : .dotted
    }

    /// Stripe by id of the country: for countries that two boxes or more share, the most frequent first.
    private static func stripes(of actors: [Actor], _ affiliations: Affiliations, _ theme: Theme) -> [Actor.ID: Int] {
        var countries: [(id: Actor.ID, count: Int)] = []
        for country in actors.compactMap({ affiliations.country(of: $0) }) {
            if let index = countries.firstIndex(where: { $0.id == country.id }) {
                countries[index].count += 1
            } else {
                countries.append((country.id, 1))
            }
        }
        let ranked = countries.enumerated().filter { $0.element.count > 1 }
            .sorted { ($0.element.count, $1.offset) > ($1.element.count, $0.offset) }
        var stripes: [Actor.ID: Int] = [:]
        for (stripe, country) in ranked.prefix(theme.stripes.count).enumerated() { stripes[country.element.id] = stripe }
        return stripes
    }

    private static func secondLine(
        of actor: Actor, _ affiliations: Affiliations, _ bundles: [EdgeBundle], _ options: DiagramOptions
    ) -> String? {
        switch actor.type {
        case .country: return nil
        case .event: return eventLine(actor, bundles, options.language)
        default:
            guard let text = affiliations.chosen[actor.id]?.text else { return nil }
            // Without stripes, the country is told in words.
            guard options.theme.stripes.isEmpty, let country = affiliations.country(of: actor)?.name, !text.contains(country) else {
                return text
            }
            return "\(text) · \(country)"
        }
    }

    /// When an event is, and whether it is still to come, if all that is said of it agrees.
    private static func eventLine(_ event: Actor, _ bundles: [EdgeBundle], _ language: FigureLanguage) -> String? {
        let statements = bundles.flatMap(\.statements).filter {
            $0.object.actor.id == event.id && ["attended", "hosted"].contains($0.relation)
        }
        let days = Set(statements.compactMap { $0.date?.source == .text ? $0.date : nil }.map { [$0.start, $0.end] })
        var parts: [String] = []
        if days.count == 1, let day = days.first, let start = day.first, let end = day.last {
            parts.append(DateText.long(start, end, language))
        }
        if !statements.isEmpty, statements.allSatisfy({ $0.status == .planned }) { parts.append(language.words.planned) }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    private static func subtitle(_ options: DiagramOptions, _ bundles: [EdgeBundle], actorCount: Int, _ dates: [StatementDate]) -> String {
        var parts: [String] = []
        let words = options.language.words
        if let source = options.source { parts.append(source) }
        let documents = Set(bundles.flatMap { $0.statements.map(\.document) }).count
        if documents > 1 { parts.append(words.documents(documents)) }
        parts.append(words.relationsBetweenActors(bundles.count, actorCount))
        // The source line has the day of the document already.
        let told = options.source == nil ? dates : dates.filter { $0.source != .document }
        if let start = told.map(\.start).min(), let end = told.map(\.end).max() {
            parts.append(words.eventsOf(DateText.long(start, end, options.language)))
        }
        return parts.joined(separator: " · ")
    }
}
