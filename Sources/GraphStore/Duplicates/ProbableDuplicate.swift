public import KnowledgeGraph

/// Two actors that may be one: for somebody to look at, and perhaps to merge.
public struct ProbableDuplicate: Sendable, Hashable {
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// The names are the same but for case, accents and punctuation.
        case sameName = "same name"
        /// A text calls one what the other is named.
        case aliasIsName = "alias of one is the name of the other"
        /// "Mohammed Amin" and "Muhammad Ameen".
        case spelling = "another spelling of the name"
        /// "George Bush" and "George W. Bush".
        case missingMiddleName = "a middle name is missing"
        /// "V. Zelensky" and "Volodymyr Zelensky".
        case initial = "an initial for a name"
        /// "UN" and "United Nations".
        case acronym = "acronym of the other's name"
        /// Texts call both the same, which is no part of both names.
        case sharedAlias = "shared alias"
    }

    /// The one with fewer statements: the one to merge, if they are one.
    public var actor: Actor
    public var target: Actor
    /// In the order of their weight.
    public var reasons: [Reason]
    /// 0…1: how much speaks for one actor. No probability.
    public var score: Double
    /// Something speaks for two actors of one name: another type, another office or country, or that they deal with each other.
    public var mayBeHomonyms: Bool
}
