import TextAnalysis

/// Which arguments of a predicate fill a side of a relation: alternatives, the first that finds an actor decides.
///
/// ```yaml
/// object: ARG2 | with | in ARG1
/// ```
/// A selector is a PropBank role (`ARG1`, `LOC` for `ARGM-LOC`), a preposition (`with`), a role with a preposition (`ARG2:with`), or
/// - `owner`: possessors and adjectives of a noun ("Russia's", "Russian", "the Russia" of "Russia talks");
/// - `self`: the predicate word itself, where it names somebody ("the defence minister");
/// - `owner of X`: the same of what X names ("received *Ukraine's* draft");
/// - `just X`: who X names, but not who owns what it names; `just subject of X` likewise;
/// - `in X`: whoever takes part in what X says ("refused to meet *the king*"), but not its subject;
/// - `to in X`: the phrase with this preposition in what X names ("sent a load of rice *to Norway*");
/// - `in clause X`: the same, where X is an infinitive clause ("agreed *to lift the blockade of Norway*");
/// - `modal of X`: the auxiliaries of the clause X ("said that Norway *must* pay"), for conditions;
/// - `subject of X`: whoever X says should act ("demanded that *the government* resign");
/// - `country`: the country that the document is about, where one is known.
struct RolePattern: Sendable, Hashable {
    var alternatives: [Selector]

    indirect enum Selector: Sendable, Hashable {
        case role(SemanticRole)
        case marked(String)
        case markedInside(String, Selector)
        case roleMarked(SemanticRole, String)
        case possessor
        case predicate
        case just(Selector)
        case inside(Selector)
        case insideClause(Selector)
        case subject(of: Selector)
        case modal(of: Selector)
        case owner(of: Selector)
        case country
    }

    init(_ alternatives: [Selector]) {
        self.alternatives = alternatives
    }

    /// Reads a pattern; nil when a selector is not understood.
    init?(_ text: String) {
        alternatives = []
        for part in text.split(separator: "|" as Character, omittingEmptySubsequences: false) {
            let words = part.split(separator: " " as Character).map(String.init)
            guard let selector = Self.selector(words[...]) else { return nil }
            alternatives.append(selector)
        }
    }

    private static func selector(_ words: ArraySlice<String>) -> Selector? {
        guard let first = words.first else { return nil }
        if words.count > 2, first == "in", words[words.startIndex + 1] == "clause" {
            return selector(words.dropFirst(2)).map { .insideClause($0) }
        }
        if words.count > 1, first == "just" { return selector(words.dropFirst()).map { .just($0) } }
        if words.count > 1, first == "in" { return selector(words.dropFirst()).map { .inside($0) } }
        if words.count > 2, first == "subject", words[words.startIndex + 1] == "of" {
            return selector(words.dropFirst(2)).map { .subject(of: $0) }
        }
        if words.count > 2, first == "modal", words[words.startIndex + 1] == "of" {
            return selector(words.dropFirst(2)).map { .modal(of: $0) }
        }
        if words.count > 2, first == "owner", words[words.startIndex + 1] == "of" {
            return selector(words.dropFirst(2)).map { .owner(of: $0) }
        }
        if words.count > 2, isWord(first), words[words.startIndex + 1] == "in" {
            return selector(words.dropFirst(2)).map { .markedInside(first, $0) }
        }
        guard words.count == 1 else {
            return words.allSatisfy(isWord) ? .marked(words.joined(separator: " ")) : nil
        }
        switch first {
        case "owner": return .possessor
        case "self": return .predicate
        case "country": return .country
        default: break
        }
        let parts = first.split(separator: ":" as Character, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, let role = role(parts[0]), isWord(parts[1]) {
            return .roleMarked(role, parts[1].replacing("_", with: " "))
        }
        guard parts.count == 1 else { return nil }
        if let role = role(first) { return .role(role) }
        return isWord(first) ? .marked(first.replacing("_", with: " ")) : nil
    }

    private static func role(_ name: String) -> SemanticRole? {
        if modifiers.contains(name) { return SemanticRole(rawValue: "ARGM-" + name) }
        return numbered.contains(name) ? SemanticRole(rawValue: name) : nil
    }

    private static let numbered: Set<String> = ["ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARG5"]
    private static let modifiers: Set<String> = ["LOC", "TMP", "GOL", "COM", "DIR", "PRP", "CAU", "MNR", "ADV", "PRD"]

    private static func isWord(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0) || $0 == 95 }
    }
}

extension RolePattern.Selector {
    /// A preposition says more about what is meant than a bare role does.
    var specificity: Int {
        switch self {
        case .roleMarked: 3
        case .marked, .markedInside: 2
        case .role, .possessor, .predicate: 1
        case .just(let selector): selector.specificity
        case .inside, .insideClause, .subject, .modal, .owner, .country: 0
        }
    }
}

extension RolePattern.Selector: CustomStringConvertible {
    var description: String {
        switch self {
        case .role(let role): Self.short(role)
        case .marked(let word): word.replacing(" ", with: "_")
        case .markedInside(let word, let selector): "\(word) in \(selector)"
        case .roleMarked(let role, let word): "\(Self.short(role)):\(word.replacing(" ", with: "_"))"
        case .possessor: "owner"
        case .predicate: "self"
        case .just(let selector): "just \(selector)"
        case .inside(let selector): "in \(selector)"
        case .insideClause(let selector): "in clause \(selector)"
        case .subject(let selector): "subject of \(selector)"
        case .modal(let selector): "modal of \(selector)"
        case .owner(let selector): "owner of \(selector)"
        case .country: "country"
        }
    }

    private static func short(_ role: SemanticRole) -> String {
        role.rawValue.hasPrefix("ARGM-") ? String(role.rawValue.dropFirst(5)) : role.rawValue
    }
}

extension RolePattern: CustomStringConvertible {
    var description: String { alternatives.map(\.description).joined(separator: " | ") }
}
