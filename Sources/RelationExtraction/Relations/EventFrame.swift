import TextAnalysis

/// A predicate as the catalogue sees it: the words it may be listed under, and its arguments.
struct EventFrame {
    let proposition: Proposition
    /// Forms and lemmas to look up, the most specific first.
    let keys: [(form: Trigger.Form, lemma: String)]

    /// The word that carries tense, negation and attribution.
    var anchor: Int { proposition.lightVerb ?? proposition.predicate }

    init(_ proposition: Proposition, in context: SentenceContext) {
        self.proposition = proposition
        let tree = context.tree
        var keys: [(form: Trigger.Form, lemma: String)] = []
        switch proposition.kind {
        case .lightVerb:
            keys.append((.phrases, proposition.lemma))
            if let verb = proposition.lightVerb {
                keys += Self.phrases(proposition, verb: tree.predicateLemma(of: verb), in: tree)
            }
            keys += Self.nouns(proposition.predicate, in: tree).map { (.nouns, $0) }
        case .verb:
            let verbs = Self.verbs(proposition, in: tree)
            keys += verbs.flatMap { Self.phrases(proposition, verb: $0, in: tree) }
            keys += verbs.map { (.verbs, $0) }
        case .noun:
            keys += Self.nouns(proposition.predicate, in: tree).map { (.nouns, $0) }
        case .adjective:
            keys.append((.adjectives, proposition.lemma))
        case .copula, .title, .apposition, .possessive:
            keys += Self.titles(proposition.predicate, in: tree).map { (.titles, $0) }
            if proposition.kind == .copula {
                keys += Self.copulaPhrases(proposition, in: tree).map { (.phrases, $0) }
                keys += Self.nouns(proposition.predicate, in: tree).map { (.nouns, $0) }
            }
        }
        self.keys = keys
    }

    /// "blow up", with what other lemma its form may have.
    private static func verbs(_ proposition: Proposition, in tree: SentenceTree) -> [String] {
        let particles = proposition.lemma.dropFirst(tree.lemma(proposition.predicate).count)
        let adverb = tree.children(of: proposition.predicate).first { child in
            child > proposition.predicate && child <= proposition.predicate + 2 && tree.relation(child) == .advmod
                && adverbialParticles.contains(tree.lemma(child))
        }
        let phrasal = adverb.map { ["\(proposition.lemma) \(tree.lemma($0))"] } ?? []
        return phrasal + [proposition.lemma] + LemmaVariants.verbs(tree[proposition.predicate].form).map { $0 + particles }
    }

    /// The light verb as a verb of its own, with the noun as its object: "halt" with "aid" for "halted aid".
    init?(verbOf light: Proposition, in context: SentenceContext) {
        guard light.kind == .lightVerb, let verb = light.lightVerb else { return nil }
        let tree = context.tree
        var proposition = light
        proposition.kind = .verb
        proposition.predicate = verb
        proposition.lightVerb = nil
        proposition.lemma = tree.predicateLemma(of: verb)
        for index in proposition.arguments.indices where proposition.arguments[index].role == "ARG1" {
            proposition.arguments[index].role = "ARG2"
        }
        if let subject = tree.understoodSubject(of: verb), let index = proposition.arguments.firstIndex(where: { $0.token == subject }),
            !light.isPassive
        {
            proposition.arguments[index].role = "ARG0"
        }
        proposition.arguments.append(Proposition.Argument(role: "ARG1", token: light.predicate, tokens: [light.predicate]))
        self.init(proposition, in: context)
    }

    private static let adverbialParticles: Set<String> = [
        "away", "back", "around", "off", "out", "down", "up", "over", "aside", "together", "in",
    ]

    /// "put on alert", "impose sanction": the verb with the heads of its other arguments.
    private static func phrases(_ proposition: Proposition, verb: String, in tree: SentenceTree) -> [(form: Trigger.Form, lemma: String)] {
        // "strike in March" is no march.
        proposition.arguments.filter { $0.role != "ARG0" && $0.role != "ARGM-TMP" }.flatMap {
            argument -> [(form: Trigger.Form, lemma: String)] in
            // "launched ten days of war games"
            let counted = tree.children(of: argument.token).filter { tree.relation($0) == .nmod && tree.marker(of: $0) == "of" }
            let words = ([argument.token] + counted).flatMap { nouns($0, in: tree) }
            let marked =
                argument.marker.map { marker in words.map { (form: Trigger.Form.phrases, lemma: "\(verb) \(marker) \($0)") } } ?? []
            return marked + words.map { (.phrases, "\(verb) \($0)") }
        }
    }

    /// "chief executive officer" before "executive officer", "drone attack" before "attack".
    private static func nouns(_ noun: Int, in tree: SentenceTree) -> [String] {
        let lemma = tree.lemma(noun)
        let modifiers = tree.children(of: noun).filter { child in
            child < noun && (tree.relation(child) == .compound || tree.relation(child) == .amod)
        }
        let words = modifiers.reversed().map { "\(tree.lemma($0)) \(lemma)" } + [lemma]
        guard modifiers.count > 1 else { return words }
        return ["\(modifiers.map { tree.lemma($0) }.joined(separator: " ")) \(lemma)"] + words
    }

    /// "foreign minister", "secretary of state", "minister".
    private static func titles(_ noun: Int, in tree: SentenceTree) -> [String] {
        let complements = tree.children(of: noun).filter { tree.relation($0) == .nmod && $0 > noun }.flatMap { child in
            tree.marker(of: child).map { ["\(tree.lemma(noun)) \($0) \(tree.lemma(child))"] } ?? []
        }
        // "Attorney General Li": two titles side by side are one.
        let pairs = tree.titlesBeside(noun).map { "\(tree.lemma(min($0, noun))) \(tree.lemma(max($0, noun)))" }
        // "A director" is one of several.
        let isOne = tree.child(of: noun, .det).map { tree.lemma($0) == "a" } ?? false
        return complements + pairs + (isOne ? ["a \(tree.lemma(noun))"] : []) + nouns(noun, in: tree)
    }

    /// "was at war", "is in contact": the copula's complement with its preposition.
    private static func copulaPhrases(_ proposition: Proposition, in tree: SentenceTree) -> [String] {
        guard let marker = tree.marker(of: proposition.predicate, isNominal: true) else { return [] }
        return ["be \(marker) \(tree.lemma(proposition.predicate))"]
    }
}
