import KnowledgeGraph

/// Which statements become lines of a figure, and what is left out.
struct DiagramSelection {
    private(set) var bundles: [EdgeBundle] = []
    private(set) var affiliations: Affiliations
    /// Office holders without a line of their own.
    private(set) var loneActors: [Actor] = []
    /// Who has a lane of a timeline, from left to right.
    private(set) var lanes: [Actor.ID] = []
    /// The actor whose surroundings are drawn.
    private(set) var centreName: String?
    /// Stands on the figure.
    private(set) var omission: String?
    /// For the terminal.
    private(set) var notes: [String] = []

    /// With this many typed relations, untyped and doubtful ones are left out.
    private static let enoughTyped = 6
    /// Untyped relations fill a thin figure up to this many lines.
    private static let thinFigure = 10
    private static let doubtful = 0.35
    private static let mostLoneActors = 6
    /// Up to this many lines a figure has room for those without one.
    private static let roomyFigure = 50

    init(_ statements: some Sequence<Statement>, _ options: DiagramOptions) throws(DiagramError) {
        let canonical = DiagramSelection.canonical(statements)
        affiliations = Affiliations(canonical, options.language.words)
        let scoped = canonical.filter { DiagramSelection.isInScope($0, options) }
        let asksForState = options.classes.contains(.state)

        func bundled(_ statements: [Statement]) -> [EdgeBundle] {
            options.timeline.map { TimelineRow.bundles(of: statements, in: $0) } ?? EdgeBundle.bundles(of: statements)
        }
        var primary = bundled(scoped.filter { asksForState || !Affiliations.isAffiliation($0) })
        var secondary = bundled(
            scoped.filter { !asksForState && Affiliations.isAffiliation($0) && !affiliations.folded.contains($0.id) })
        for index in secondary.indices { secondary[index].isSecondary = true }

        var centre: Actor.ID?
        if let name = options.around {
            let actor = try DiagramSelection.actor(named: name, in: canonical)
            centre = actor.id
            centreName = actor.name
            let all = primary + EdgeBundle.bundles(of: scoped.filter(Affiliations.isAffiliation))
            let reached = DiagramSelection.surroundings(of: actor.id, hops: options.hops, in: all)
            primary.removeAll { !reached.contains($0.subject.id) || !reached.contains($0.object.id) }
            secondary.removeAll { !reached.contains($0.subject.id) || !reached.contains($0.object.id) }
        }
        if primary.isEmpty {
            // A figure of offices alone is one of lines, not of lone boxes.
            primary = bundled(scoped.filter(Affiliations.isAffiliation))
            if let centre { primary.removeAll { $0.subject.id != centre && $0.object.id != centre } }
            secondary = []
        }
        bundles = primary
        if !options.classes.contains(.other) { leaveOutUntyped() }
        let words = options.language.words
        guard options.timeline == nil else {
            _ = cut(to: options.top, limit: Timeline.limit, overview: Timeline.overviewSize, words)
            let missing = [keepToLanes(words), noteUndated(scoped, besides: asksForState, words)].compactMap(\.self)
            if !missing.isEmpty {
                omission = [omission, words.timeline.notShown(missing.joined(separator: ", "))].compactMap(\.self).joined(separator: ". ")
            }
            return
        }
        let wasCut = cut(to: options.top, limit: Diagram.limit, overview: Diagram.overviewSize, words)
        addSecondary(secondary)
        if !wasCut, centre == nil, options.classes.isEmpty { addLoneOfficeHolders(scoped) }
    }

    /// Order of mention, whatever order the statements came in; each once.
    static func canonical(_ statements: some Sequence<Statement>) -> [Statement] {
        var seen: Set<Statement.ID> = []
        return
            statements.sorted {
                ($0.document, $0.evidence.index, $0.predicate.span.lowerBound, $0.id)
                    < ($1.document, $1.evidence.index, $1.predicate.span.lowerBound, $1.id)
            }
            .filter { seen.insert($0.id).inserted }
    }

    static func isInScope(_ statement: Statement, _ options: DiagramOptions) -> Bool {
        guard statement.relationClass != .speech, statement.subject.actor.id != statement.object.actor.id else { return false }
        guard options.classes.isEmpty || options.classes.contains(statement.relationClass),
            options.relations.isEmpty || options.relations.contains(statement.relation),
            options.statuses.isEmpty || options.statuses.contains(statement.status)
        else { return false }
        if let since = options.since {
            guard let date = statement.date, date.end >= since else { return false }
        }
        if let until = options.until {
            guard let date = statement.date, date.start <= until else { return false }
        }
        return true
    }

    private mutating func leaveOutUntyped() {
        func isTyped(_ bundle: EdgeBundle) -> Bool { !bundle.isUntyped && bundle.confidence >= DiagramSelection.doubtful }
        let typedCount = bundles.count(where: isTyped)
        guard typedCount < bundles.count else { return }
        var room = typedCount >= DiagramSelection.enoughTyped ? 0 : max(0, DiagramSelection.thinFigure - typedCount)
        let total = bundles.count
        let byConfidence = bundles.indices.filter { !isTyped(bundles[$0]) }
            .sorted { (-bundles[$0].confidence, $0) < (-bundles[$1].confidence, $1) }
        var dropped: Set<Int> = []
        for index in byConfidence {
            if room > 0 { room -= 1 } else { dropped.insert(index) }
        }
        bundles = bundles.indices.filter { !dropped.contains($0) }.map { bundles[$0] }
        if bundles.count < total {
            notes.append(
                "\(total - bundles.count) untyped or doubtful relations are not drawn; `--class OTHER` draws the untyped ones")
        }
    }

    /// Keeps the most important lines; true when some had to go.
    private mutating func cut(to top: Int?, limit: Int, overview: Int, _ words: FigureWords) -> Bool {
        let total = bundles.count
        let allowed = min(max(1, top ?? (total > limit ? overview : total)), limit)
        guard total > allowed else { return false }
        let scores = importance()
        let kept = Set(bundles.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.prefix(allowed))
        bundles = bundles.indices.filter(kept.contains).map { bundles[$0] }
        omission = words.mostImportant(allowed, total)
        var note =
            "drew the \(allowed) most important of \(total) relations; see others with `--around ACTOR`, `--since DATE`, `--class CLASS`"
        if allowed < limit { note += " or `--top N` (at most \(limit))" }
        notes.append(note)
        return true
    }

    /// Leaves out what is between two actors without a lane of their own; returns what the figure says of it.
    private mutating func keepToLanes(_ words: FigureWords) -> String? {
        let total = bundles.count
        lanes = TimelineLanes.chosen(for: bundles)
        let own = Set(lanes)
        bundles.removeAll { !own.contains($0.subject.id) && !own.contains($0.object.id) }
        let left = total - bundles.count
        guard left > 0 else { return nil }
        notes.append(
            "relations between actors without a lane of their own are not on the timeline (\(left)); see them with `--around ACTOR`")
        return words.timeline.betweenOthers(left)
    }

    /// Counts what has no place in time; returns what the figure says of it.
    private mutating func noteUndated(_ scoped: [Statement], besides asksForState: Bool, _ words: FigureWords) -> String? {
        let undated = scoped.filter { $0.date == nil && (asksForState || !Affiliations.isAffiliation($0)) }
        let count = EdgeBundle.bundles(of: undated).count
        guard count > 0 else { return nil }
        notes.append("relations without a date are not on the timeline (\(count)); a figure without `--timeline` shows them")
        return words.timeline.withoutDate(count)
    }

    /// A line matters as much as it is mentioned, and as its two ends are.
    private func importance() -> [Double] {
        var strength: [Actor.ID: Double] = [:]
        for bundle in bundles {
            strength[bundle.subject.id, default: 0] += Double(bundle.statements.count)
            strength[bundle.object.id, default: 0] += Double(bundle.statements.count)
        }
        return bundles.map { bundle in
            let weights = bundle.statements.reduce(0) { $0 + $1.confidence * ($1.relationClass == .other ? 0.3 : 1) }
            let ends = (1 + strength[bundle.subject.id, default: 0]) * (1 + strength[bundle.object.id, default: 0])
            return weights * ends.squareRoot()
        }
    }

    /// Explaining lines between actors that are drawn anyway, as long as the figure stays in ranks.
    private mutating func addSecondary(_ secondary: [EdgeBundle]) {
        guard bundles.count <= Diagram.layeredLimit else { return }
        let drawn = Set(bundles.flatMap { [$0.subject.id, $0.object.id] })
        let pairs = Set(bundles.flatMap { [[$0.subject.id, $0.object.id], [$0.object.id, $0.subject.id]] })
        let fitting = secondary.filter {
            drawn.contains($0.subject.id) && drawn.contains($0.object.id) && !pairs.contains([$0.subject.id, $0.object.id])
        }
        bundles += fitting.prefix(Diagram.layeredLimit - bundles.count)
    }

    private mutating func addLoneOfficeHolders(_ scoped: [Statement]) {
        guard bundles.count <= DiagramSelection.roomyFigure else { return }
        var drawn = Set(bundles.flatMap { [$0.subject.id, $0.object.id] })
        for statement in scoped
        where ["holds-office", "leads"].contains(statement.relation) && Affiliations.isAffiliation(statement)
            && statement.subject.actor.type == .person && loneActors.count < DiagramSelection.mostLoneActors
        {
            if drawn.insert(statement.subject.actor.id).inserted { loneActors.append(statement.subject.actor) }
        }
    }

    /// The actor with this id or name; a part of a name is enough when only one actor has it.
    private static func actor(named name: String, in statements: [Statement]) throws(DiagramError) -> Actor {
        var actors: [Actor] = []
        var seen: Set<Actor.ID> = []
        for participant in statements.lazy.flatMap({ [$0.subject, $0.object] }) where seen.insert(participant.actor.id).inserted {
            actors.append(participant.actor)
        }
        let wanted = name.lowercased()
        if let exact = actors.first(where: { $0.id == name || $0.name.lowercased() == wanted }) { return exact }
        let similar = wanted.isEmpty ? [] : actors.filter { $0.name.lowercased().contains(wanted) }
        if similar.count == 1 { return similar[0] }
        throw .unknownActor(name, similar: similar.prefix(3).map(\.name))
    }

    /// Actors at most `hops` lines away, breadth first.
    private static func surroundings(of centre: Actor.ID, hops: Int, in bundles: [EdgeBundle]) -> Set<Actor.ID> {
        var neighbours: [Actor.ID: [Actor.ID]] = [:]
        for bundle in bundles {
            neighbours[bundle.subject.id, default: []].append(bundle.object.id)
            neighbours[bundle.object.id, default: []].append(bundle.subject.id)
        }
        var reached: Set<Actor.ID> = [centre]
        var border = [centre]
        for _ in 0..<max(1, hops) {
            border = border.flatMap { neighbours[$0] ?? [] }.filter { reached.insert($0).inserted }
        }
        return reached
    }
}
