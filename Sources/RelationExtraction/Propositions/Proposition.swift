public import TextAnalysis

/// What a sentence says: a predicate with its arguments, before it is known who the actors are and which relation it is.
///
/// Token numbers are indices into the sentence's tokens.
public struct Proposition: Sendable, Hashable {
    /// What kind of word or construction says it.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// "Russia attacked Kyiv".
        case verb
        /// "the attack on Kyiv", "talks between A and B".
        case noun
        /// "responsible for the attack".
        case adjective
        /// "held talks with", "launched an attack on": `predicate` is the noun, `lightVerb` the verb.
        case lightVerb
        /// "Rubio is the secretary of state".
        case copula
        /// "Foreign Minister Sergey Lavrov": subject is the name, `predicate` the title's head.
        case title
        /// "Sergey Lavrov, the foreign minister": subject is the first, `predicate` the head of the second.
        case apposition
        /// "Russia's delegation", "Lavrov's ministry": possessor is ARG0, `predicate` and ARG1 the possessed.
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
    /// 0…1, calibrated on open-extraction data.
    public var confidence: Double

    public init(
        kind: Kind, predicate: Int, lightVerb: Int? = nil, predicateTokens: [Int], lemma: String, arguments: [Argument],
        isNegated: Bool = false, isPassive: Bool = false, confidence: Double = 1
    ) {
        self.kind = kind
        self.predicate = predicate
        self.lightVerb = lightVerb
        self.predicateTokens = predicateTokens
        self.lemma = lemma
        self.arguments = arguments
        self.isNegated = isNegated
        self.isPassive = isPassive
        self.confidence = confidence
    }

    /// The arguments with this role, in order of their words.
    public func arguments(_ role: SemanticRole) -> [Argument] { arguments.filter { $0.role == role } }
}
