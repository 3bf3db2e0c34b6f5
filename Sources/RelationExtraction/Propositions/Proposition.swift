public import TextAnalysis

/// What a sentence says: a predicate with its arguments, before it is known who the actors are and which relation it is.
///
/// Token numbers are indices into the sentence's tokens.
public struct Proposition: Sendable, Hashable {
    /// What kind of word or construction says it.
    ///
    /// Verbs, nouns, adjectives and light verbs have PropBank roles. The rest say that something is something:
    /// copulas, titles and appositions have the one it is said of as `ARG1`, the description as `ARG2` (its head is `predicate`) and
    /// whatever the description names as its own ("Russia" of "Russia's foreign minister", "Kremlin" of "Kremlin aide") as `ARG3`.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// "Russia attacked Kyiv".
        case verb
        /// "the attack on Kyiv", "talks between A and B".
        case noun
        /// "responsible for the attack": the responsible one is `ARG1`.
        case adjective
        /// "held talks with", "launched an attack on": `predicate` is the noun, `lightVerb` the verb, the roles are those of the noun.
        case lightVerb
        /// "Rubio is the secretary of state", "the base is in Syria" (`ARG2` has the marker "in").
        case copula
        /// "Foreign Minister Sergey Lavrov": `ARG1` is the name, `predicate` the title's head.
        case title
        /// "Sergey Lavrov, the foreign minister": `ARG1` is the name whichever comes first, `predicate` the head of the description.
        case apposition
        /// "Russia's delegation", "Lavrov's ministry": possessor is `ARG0`, `predicate` and `ARG1` the possessed.
        case possessive
    }

    public struct Argument: Sendable, Hashable {
        public var role: SemanticRole
        /// Head word.
        public var token: Int
        /// Words of the argument's phrase, in order; conjuncts of `token` have arguments of their own and are not among them.
        public var tokens: [Int]
        /// Lemma of the preposition or subordinator that introduces it, such as "with"; multiword ones joined by spaces ("because of").
        public var marker: String?
        /// Log-probability of the role where a model gave it, else 0.
        public var score: Float

        public init(role: SemanticRole, token: Int, tokens: [Int], marker: String? = nil, score: Float = 0) {
            self.role = role
            self.token = token
            self.tokens = tokens
            self.marker = marker
            self.score = score
        }
    }

    public var kind: Kind
    /// Head word of the predicate.
    public var predicate: Int
    /// The verb that carries a nominal predicate ("hold" of "hold talks"), for tense, negation and attribution.
    public var lightVerb: Int?
    /// Words that make up the predicate's phrase, with auxiliaries, negation and particles, in order.
    public var predicateTokens: [Int]
    /// Lemma with particles: "discuss", "blow up", "hold talk".
    public var lemma: String
    /// In order of their words. Conjoined arguments are listed each with the same role ("Lavrov and Rubio": two ARG0).
    public var arguments: [Argument]
    public var isNegated: Bool
    public var isPassive: Bool
    /// Predicate of the proposition that this one is an argument of: "said" of "said that Russia attacked", "call" of "called for talks".
    public var parent: Int?
    /// 0…1: how far later stages should trust it. The extractor leaves it at 1; open extractions have calibrated confidences of their own.
    public var confidence: Double

    public init(
        kind: Kind, predicate: Int, lightVerb: Int? = nil, predicateTokens: [Int], lemma: String, arguments: [Argument],
        isNegated: Bool = false, isPassive: Bool = false, parent: Int? = nil, confidence: Double = 1
    ) {
        self.kind = kind
        self.predicate = predicate
        self.lightVerb = lightVerb
        self.predicateTokens = predicateTokens
        self.lemma = lemma
        self.arguments = arguments
        self.isNegated = isNegated
        self.isPassive = isPassive
        self.parent = parent
        self.confidence = confidence
    }

    /// The arguments with this role, in order of their words.
    public func arguments(_ role: SemanticRole) -> [Argument] { arguments.filter { $0.role == role } }
}
