import TextAnalysis

/// A name in a sentence: its words without titles and articles, and the word that the rest of the sentence hangs it on.
struct NameSpan: Sendable {
    var tokens: Range<Int>
    var head: Int
    /// Nil for a proper noun that the recogniser left out.
    var kind: NamedEntity.Kind?
}

/// Finds the names of a sentence: the recogniser's entities, trimmed, and the proper nouns it left out.
struct NameFinder {
    let tree: SentenceTree
    let tables: ActorTables

    func names(of entities: [NamedEntity]) -> [NameSpan] {
        var names: [NameSpan] = []
        var taken = [Bool](repeating: false, count: tree.tokens.count)
        for entity in entities.flatMap(parted) {
            let bounds = entity.tokens.clamped(to: 0..<tree.tokens.count)
            guard bounds.count != 1 || !tree.isStockSymbol(bounds.lowerBound) else { continue }
            guard let tokens = trimmed(entity.kind == .person ? hyphenated(bounds) : bounds, kind: entity.kind),
                !tokens.contains(where: { taken[$0] })
            else { continue }
            if entity.kind == .miscellaneous, tokens.count == 1,
                tables.countries.country(forDemonym: tree.tokens[tokens.lowerBound].form) != nil
            {
                continue
            }
            if entity.kind == .person, isTitleAlone(tokens) { continue }
            for token in tokens { taken[token] = true }
            let clauses = nextClause(in: tokens).map { [tokens.lowerBound..<$0, $0..<tokens.upperBound] } ?? [tokens]
            for part in clauses {
                names.append(NameSpan(tokens: part, head: head(of: part), kind: part == clauses.last ? entity.kind : nil))
            }
        }
        for token in tree.tokens.indices where !taken[token] && tree.tokens[token].upos == .properNoun && !tree.isStockSymbol(token) {
            guard let tokens = chunk(around: token, taken: taken), !isTitleAlone(tokens) else { continue }
            for token in tokens { taken[token] = true }
            names.append(NameSpan(tokens: tokens, head: head(of: tokens), kind: nil))
        }
        return joined(names.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
    }

    /// "Ana Li and Omar Diop" taken for one person are two.
    private func parted(_ entity: NamedEntity) -> [NamedEntity] {
        guard entity.kind == .person else { return [entity] }
        return entity.tokens.clamped(to: 0..<tree.tokens.count).split { tree.tokens[$0].upos == .coordinator }
            .map { NamedEntity(kind: .person, tokens: $0) }
    }

    // MARK: Names in pieces

    /// "Li Sung-min", of which the recogniser has "Li Sung".
    private func hyphenated(_ person: Range<Int>) -> Range<Int> {
        let (hyphen, last) = (person.upperBound, person.upperBound + 1)
        guard person.count > 1, last < tree.tokens.count, isInnerHyphen(hyphen), tree.tokens[last].upos == .properNoun,
            tree.tokens[last].form.first?.isLowercase == true
        else { return person }
        return person.lowerBound..<last + 1
    }

    /// Where a second name begins in what the recogniser took for one: "Keller" of "told Reuters Keller would come".
    private func nextClause(in tokens: Range<Int>) -> Int? {
        tokens.dropFirst().first { start in
            let (left, right) = (tokens.lowerBound..<start, start..<tokens.upperBound)
            let (first, second) = (head(of: left), head(of: right))
            guard tree.main(second) == "nsubj", ["obj", "iobj", "obl"].contains(tree.main(first)),
                tree.head(of: first) != tree.head(of: second)
            else { return false }
            return left.allSatisfy { $0 == first || tree.head(of: $0).map(left.contains) ?? false }
                && right.allSatisfy { $0 == second || tree.head(of: $0).map(right.contains) ?? false }
        }
    }

    /// Puts together what the recogniser has cut: "South East" and "Asia", "Iraqi Security" and "Forces", "People" and "'s Army".
    private func joined(_ names: [NameSpan]) -> [NameSpan] {
        var joined: [NameSpan] = []
        for name in names {
            var name = widened(name)
            while let last = joined.last, belongs(name, to: last) {
                let tokens = last.tokens.lowerBound..<name.tokens.upperBound
                let kind = name.kind == .person ? .person : last.kind ?? name.kind
                name = NameSpan(tokens: tokens, head: head(of: tokens), kind: kind)
                joined.removeLast()
            }
            joined.append(name)
        }
        return joined
    }

    /// With the word before it, where both together name a country.
    private func widened(_ name: NameSpan) -> NameSpan {
        let before = name.tokens.lowerBound - 1
        guard before >= 0, name.kind != .person, tree.tokens[before].form.first?.isUppercase == true else { return name }
        let tokens = before..<name.tokens.upperBound
        guard tables.countries.country(named: tree.text(tokens)) != nil else { return name }
        return NameSpan(tokens: tokens, head: head(of: tokens), kind: name.kind)
    }

    private func belongs(_ name: NameSpan, to last: NameSpan) -> Bool {
        if name.kind == .person, name.tokens.lowerBound == last.tokens.upperBound, isInitials(last) { return true }
        // "Jean-Paul Orr", cut at the hyphen; but "the Keller-Orr talks".
        if name.kind == .person, last.kind == .person, name.tokens.lowerBound == last.tokens.upperBound + 1,
            isInnerHyphen(last.tokens.upperBound), tree.main(name.head) == "flat"
        {
            return true
        }
        // "Vik, Orr and Co"
        if last.tokens.count < 3, last.kind != .location, name.kind == .organization, name.tokens.lowerBound == last.tokens.upperBound + 1,
            tree.tokens[last.tokens.upperBound].form == ",", endsInPartners(name)
        {
            return true
        }
        guard name.kind != .person, last.kind != .person else { return false }
        let gap = last.tokens.upperBound..<max(name.tokens.lowerBound, last.tokens.upperBound)
        if gap.isEmpty {
            let text = tree.text(last.tokens.lowerBound..<name.tokens.upperBound)
            if tables.countries.country(named: text) != nil || tables.countries.isPlace(text) || tables.organization(named: text) != nil {
                return true
            }
            guard let head = tree.head(of: last.head), name.tokens.contains(head),
                ["compound", "amod", "flat"].contains(tree.main(last.head))
            else { return false }
            if last.kind == .organization, name.kind == .organization { return true }
            return name.kind == nil && continues(last, in: name)
        }
        // "Acme (Canada) Ltd", cut at the first bracket.
        if gap.count == 1, tree.tokens[gap.lowerBound].form == "(", name.tokens.contains(where: { tree.tokens[$0].form == ")" }) {
            return true
        }
        // "Vik Orr and Co", "Vik and Sons"
        if gap.count == 1, tree.tokens[gap.lowerBound].upos == .coordinator, name.tokens.count == 1,
            FirmNames.isPartners(tree.tokens[name.head].form)
        {
            return true
        }
        if gap.count == 1, isInnerHyphen(gap.lowerBound) {
            // "Vik-Orr Lines"; but "the Norway-Iceland talks", "the Acme-Borealis merger".
            let isPair = tree.head(of: name.head).map { tree.isEventNoun($0) } ?? false
            return !isPair && ![last, name].contains { isPlaceName(tree.text($0.tokens)) || $0.kind == .location }
        }
        guard gap.count == 1, tree.tokens[gap.lowerBound].xpos == "POS", tree.label(last.head) == "nmod:poss",
            let head = tree.head(of: last.head)
        else { return false }
        return (name.kind == nil || name.kind == last.kind) && name.tokens.contains(head)
            && (last.kind == .organization || last.kind == .miscellaneous)
    }

    private func endsInPartners(_ name: NameSpan) -> Bool {
        name.tokens.contains { token in
            tree.tokens[token].upos == .coordinator && name.tokens.contains(token + 1) && FirmNames.isPartners(tree.tokens[token + 1].form)
        }
    }

    private func isInnerHyphen(_ token: Int) -> Bool {
        ["-", "–"].contains(tree.tokens[token].form) && token > 0 && !tree.tokens[token].isFollowedBySpace
            && !tree.tokens[token - 1].isFollowedBySpace
    }

    private func isPlaceName(_ text: String) -> Bool {
        tables.countries.country(named: text) != nil || tables.countries.country(forDemonym: text) != nil
            || tables.countries.metonym(text) != nil || tables.countries.isPlace(text)
    }

    /// "S.V." before a surname.
    private func isInitials(_ name: NameSpan) -> Bool {
        guard name.tokens.count == 1 else { return false }
        let form = tree.tokens[name.tokens.lowerBound].form
        return form.hasSuffix(".") && form.count <= 8 && form.allSatisfy { $0 == "." || $0.isUppercase }
    }

    /// "Forces" goes on with "Iraqi Security"; "Aide" does not go on with "Kremlin", nor "Crisis" with "Syria".
    private func continues(_ last: NameSpan, in name: NameSpan) -> Bool {
        let kind = tables.kind(ofNoun: tree.lemma(name.head)).first
        if kind == .person { return false }
        let text = tree.text(last.tokens)
        let isCountry =
            tables.countries.country(named: text) != nil || tables.countries.country(forDemonym: text) != nil
            || tables.countries.metonym(text) != nil
        return !isCountry || kind == .organization || kind == .facility
    }

    /// The word of the span that depends on none of the others.
    private func head(of tokens: Range<Int>) -> Int {
        tokens.first { token in tree.head(of: token).map { !tokens.contains($0) } ?? true } ?? tokens.lowerBound
    }

    /// Without articles, titles and possessive marks; nil when nothing is left.
    private func trimmed(_ tokens: Range<Int>, kind: NamedEntity.Kind) -> Range<Int>? {
        var tokens = tokens
        while let last = tokens.last,
            tree.tokens[last].xpos == "POS" || tree.tokens[last].upos == .punctuation && tree.tokens[last].form != "."
                || isLinkAlone(last)
        {
            tokens = tokens.lowerBound..<last
        }
        while let first = tokens.first,
            tree.tokens[first].upos == .determiner || tree.tokens[first].upos == .punctuation || isLinkAlone(first)
        {
            tokens = first + 1..<tokens.upperBound
        }
        if kind == .person {
            while tokens.count > 1, let first = tokens.first, isTitle(first), tree.tokens[first + 1].form.first?.isUppercase == true {
                tokens = first + 1..<tokens.upperBound
            }
        }
        guard let first = tokens.first, tree.tokens[tokens].contains(where: { $0.form.contains(where: \.isLetter) }) else { return nil }
        return tree.tokens[first].upos == .pronoun && tokens.count == 1 ? nil : tokens
    }

    /// "Of" and "and" are inside names, not at their ends: "Court of Appeals for".
    private func isLinkAlone(_ token: Int) -> Bool {
        let word = tree.tokens[token]
        return (word.upos == .adposition || word.upos == .coordinator) && word.form.first?.isLowercase == true
    }

    /// "The President", "Foreign Minister" without a name: a description, though it has capitals.
    private func isTitleAlone(_ tokens: Range<Int>) -> Bool {
        if tokens.count == 1, let first = tokens.first, first > 0, isHonorific(first - 1), !addressedOffices.contains(tree.lemma(first)) {
            return false
        }
        guard let last = tokens.last, tables.kind(ofNoun: tree.lemma(last)).first == .person, !tables.isGivenName(tree.tokens[last].form)
        else { return false }
        return tokens.dropLast().allSatisfy {
            titleModifiers.contains(tree.lemma($0)) || tables.countries.country(forDemonym: tree.tokens[$0].form) != nil
        }
    }

    private func isTitle(_ token: Int) -> Bool {
        let form = tree.tokens[token].form
        if honorifics[form.hasSuffix(".") ? String(form.dropLast()) : form] != nil { return true }
        let word = form.lowercased()
        guard !tables.isGivenName(form), tables.kind(ofNoun: word).first == .person || titleModifiers.contains(word) else { return false }
        // A first name that is a noun too heads its surname; few titles do.
        let headsName = token + 1 < tree.tokens.count && tree.main(token + 1) == "flat" && tree.head(of: token + 1) == token
        return !headsName || addressedOffices.contains(word) || headingTitles.contains(word) || titleModifiers.contains(word)
    }

    /// Neighbouring proper nouns that hang together, with the little words inside a name ("of", "de").
    private func chunk(around token: Int, taken: [Bool]) -> Range<Int>? {
        guard !isCalendarWord(tree.tokens[token].form), !isHonorific(token) else { return nil }
        var end = token + 1
        while end < tree.tokens.count, !taken[end], tree.tokens[end].upos == .properNoun, hang(together: token, end),
            !isCalendarWord(tree.tokens[end].form)
        {
            end += 1
        }
        return token..<end
    }

    private func isHonorific(_ token: Int) -> Bool {
        let form = tree.tokens[token].form
        return honorifics[form.hasSuffix(".") ? String(form.dropLast()) : form] != nil && tree.main(token) != "root"
    }

    private func hang(together first: Int, _ other: Int) -> Bool {
        let links: Set<Substring> = ["flat", "compound", "goeswith"]
        if links.contains(tree.main(other)), let head = tree.head(of: other), head >= first,
            head < other || links.contains(tree.main(other))
        {
            return true
        }
        guard links.contains(tree.main(other - 1)), let head = tree.head(of: other - 1) else { return false }
        return head == other || tree.head(of: other) == head && links.contains(tree.main(other))
    }
}

/// Forms of address, by the gender they tell.
let honorifics: [String: Gender?] = [
    "Mr": .masculine, "Mister": .masculine, "Sir": .masculine, "Lord": .masculine, "Mrs": .feminine, "Ms": .feminine, "Miss": .feminine,
    "Madam": .feminine, "Madame": .feminine, "Dame": .feminine, "Lady": .feminine, "Dr": nil, "Prof": nil, "Gen": nil, "Lt": nil,
    "Col": nil,
    "Maj": nil, "Capt": nil, "Sgt": nil, "Cpl": nil, "Adm": nil, "Sen": nil, "Rep": nil, "Gov": nil, "Pres": nil, "Rev": nil, "Hon": nil,
    "Herr": .masculine, "Frau": .feminine, "Monsieur": .masculine, "St": nil,
]

/// Offices that are addressed with "Mr" or "Madam"; other nouns after these are surnames: "Ms Cook".
private let addressedOffices: Set<String> = [
    "president", "speaker", "secretary", "minister", "chairman", "chairwoman", "chair", "chancellor", "mayor", "ambassador", "justice",
    "senator", "governor", "commissioner", "director", "judge", "prosecutor", "officer", "premier", "sheriff",
]

/// Further titles that a tree may take for the first part of a name.
private let headingTitles: Set<String> = [
    "king", "queen", "prince", "princess", "pope", "emperor", "empress", "sultan", "sheikh", "emir", "duke", "duchess", "earl", "baron",
    "count",
    "admiral", "captain", "colonel", "corporal", "lieutenant", "sergeant", "marshal", "commander", "congressman", "congresswoman", "doctor",
    "professor", "archbishop", "bishop", "cardinal", "rabbi", "imam", "ayatollah", "father", "sister", "brother", "detective", "inspector",
    "constable", "spokesman", "spokeswoman", "leader", "lawyer", "coach", "representative", "envoy", "consul", "councillor", "treasurer",
]

/// Adjectives and nouns inside titles: "Prime Minister", "Vice President".
let titleModifiers: Set<String> = [
    "prime", "foreign", "deputy", "vice", "former", "acting", "interim", "chief", "general", "defence", "defense", "interior", "finance",
    "justice",
    "first", "lead", "senior", "state", "attorney", "executive", "major", "brigadier", "grand", "crown",
]

func isCalendarWord(_ form: String) -> Bool {
    calendarWords.contains(form.hasSuffix(".") ? String(form.dropLast()) : form)
}

private let calendarWords: Set<String> = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat",
    "Sun",
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Christmas", "Easter", "Ramadan",
]
