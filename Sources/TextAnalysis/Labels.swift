/// The universal part-of-speech tags (universaldependencies.org/u/pos).
public enum PartOfSpeech: String, Sendable, Hashable, CaseIterable {
    case adjective = "ADJ"
    case adposition = "ADP"
    case adverb = "ADV"
    case auxiliary = "AUX"
    case coordinator = "CCONJ"
    case determiner = "DET"
    case interjection = "INTJ"
    case noun = "NOUN"
    case numeral = "NUM"
    case particle = "PART"
    case pronoun = "PRON"
    case properNoun = "PROPN"
    case punctuation = "PUNCT"
    case subordinator = "SCONJ"
    case symbol = "SYM"
    case verb = "VERB"
    case other = "X"
}

/// A UD relation with its subtype, such as `nsubj` or `nmod:poss`.
public struct DependencyRelation: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    public var rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public init(stringLiteral value: String) {
        rawValue = value
    }

    /// The relation without its subtype: `nmod` of `nmod:poss`.
    public var main: Substring { rawValue.prefix { $0 != ":" } }

    public var description: String { rawValue }

    public static let root: Self = "root"
    public static let dep: Self = "dep"
}

/// A PropBank role, such as `ARG0`, `ARGM-TMP` or `R-ARG1`.
public struct SemanticRole: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    public var rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public init(stringLiteral value: String) {
        rawValue = value
    }

    public var description: String { rawValue }
}
