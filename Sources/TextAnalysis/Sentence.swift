/// A sentence with its words, their dependency tree, named entities and semantic roles.
public struct Sentence: Sendable, Hashable {
    public var tokens: [Token]
    /// UTF-8 bytes of the document's text, first character to last.
    public var span: Range<Int>
    public var entities: [NamedEntity]
    /// In order of their words.
    public var predicates: [Predicate]

    public init(tokens: [Token], span: Range<Int>, entities: [NamedEntity] = [], predicates: [Predicate] = []) {
        self.tokens = tokens
        self.span = span
        self.entities = entities
        self.predicates = predicates
    }
}

/// A word: Universal Dependencies 2, as in a line of CoNLL-U.
public struct Token: Sendable, Hashable {
    public var form: String
    public var lemma: String
    public var upos: PartOfSpeech
    /// Penn Treebank tag, such as `NNP`.
    public var xpos: String
    /// UD features as written in CoNLL-U, such as `Number=Sing|Tense=Past`; `_` for none.
    public var features: String
    /// Index in the sentence of the word that this word depends on; nil for the root.
    public var head: Int?
    public var relation: DependencyRelation
    /// UTF-8 bytes of the document's text.
    public var span: Range<Int>
    /// Words of one surface token ("don't", "Russia's") share its number; they are written as a multiword range in CoNLL-U.
    public var surface: Int
    /// The document has white space after this word.
    public var isFollowedBySpace: Bool

    public init(
        form: String, lemma: String = "_", upos: PartOfSpeech = .other, xpos: String = "_", features: String = "_",
        head: Int? = nil, relation: DependencyRelation = .dep, span: Range<Int>, surface: Int = 0, isFollowedBySpace: Bool = true
    ) {
        self.form = form
        self.lemma = lemma
        self.upos = upos
        self.xpos = xpos
        self.features = features
        self.head = head
        self.relation = relation
        self.span = span
        self.surface = surface
        self.isFollowedBySpace = isFollowedBySpace
    }
}

/// A name in the text.
public struct NamedEntity: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case person = "PER"
        case organization = "ORG"
        case location = "LOC"
        case miscellaneous = "MISC"
    }

    public var kind: Kind
    /// Indices of its words in the sentence.
    public var tokens: Range<Int>

    public init(kind: Kind, tokens: Range<Int>) {
        self.kind = kind
        self.tokens = tokens
    }
}

/// A word that expresses an event or state, with its PropBank roles.
public struct Predicate: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case verb = "v"
        case noun = "n"
        case adjective = "j"
        case lightVerb = "l"
        case auxiliary = "x"
        case copula = "c"
    }

    public struct Argument: Sendable, Hashable {
        /// Index in the sentence of the argument's head word.
        public var token: Int
        public var role: SemanticRole
        /// Log-probability of the role.
        public var score: Float

        public init(token: Int, role: SemanticRole, score: Float = 0) {
            self.token = token
            self.role = role
            self.score = score
        }
    }

    /// Index of its word in the sentence.
    public var token: Int
    public var kind: Kind
    /// In order of their words.
    public var arguments: [Argument]

    public init(token: Int, kind: Kind, arguments: [Argument] = []) {
        self.token = token
        self.kind = kind
        self.arguments = arguments
    }
}
