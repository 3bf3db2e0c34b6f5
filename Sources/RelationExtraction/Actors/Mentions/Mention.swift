import KnowledgeGraph
import TextAnalysis

/// A noun phrase, name, pronoun or demonym, with what coreference needs to know of it.
struct Mention: Sendable {
    var sentence: Int
    var head: Int
    /// Without relative clauses and appositions.
    var tokens: Range<Int>
    var form: ActorMention.Form
    var type: ActorType
    var kind: NounKind
    var isPlural: Bool
    /// Plural in form, though it may be one body: "the Security Forces" are "it" and "they".
    var hasPluralForm = false
    var gender: Gender?
    /// Lemma of the head word, in lower case.
    var lemma: String
    /// Lemmas of adjectives, compounds and numbers before the head.
    var modifiers: Set<String> = []
    var determiner: Determiner = .bare
    /// Words of the name, without titles.
    var name: [String] = []
    var nameKind: NamedEntity.Kind?
    /// Its head is tagged as a name, whatever it was read as.
    var isProperNoun = false
    /// What the given name makes likely where it may also be a surname.
    var likelyGender: Gender?
    /// The phrase as an actor's name: no article, no relative clause.
    var text: String
    /// Other ways the document writes it.
    var variants: [String] = []
    /// The country that it stands for ("Moscow" that acts, "Ukrainian") or belongs to ("the Russian navy").
    var country: Country?
    /// Whether it is the country itself rather than something of that country.
    var isCountry = false
    /// Head of the phrase that possesses it: "Lavrov" in "Lavrov's ministry".
    var possessor: Int?
    /// 1, 2 or 3 for pronouns.
    var person = 3
    /// Says nothing of who is meant: "Mr", "a total of".
    var isWeak = false
    /// Inside quotation marks.
    var isQuoted = false

    enum Determiner: Sendable {
        case definite, demonstrative, possessive, indefinite, bare
    }

    var isPronoun: Bool { form == .pronoun }

    /// Whether it is known as somebody or something by its name.
    var isNamed: Bool { !name.isEmpty || isCountry }
}

/// An office or description that a person bears: "Ukraine's defence minister".
struct Role: Sendable, Hashable {
    var lemma: String
    var modifiers: Set<String>
    var country: String?
}
