public import KnowledgeGraph

/// A place in the text that stands for an actor: a name, a description ("the ministry") or a pronoun.
public struct ActorMention: Sendable, Hashable {
    public enum Form: Sendable, Hashable {
        case name, description, pronoun
        /// A demonym or possessive adjective that stands for a government or people: "Ukrainian" in "the Ukrainian attack".
        case adjective
    }

    public var sentence: Int
    /// Index of the head word in its sentence.
    public var head: Int
    /// Words of the mention, without its relative clauses and appositions.
    public var tokens: Range<Int>
    public var form: Form
    /// Index into `ActorIndex.actors`.
    public var actor: Int
    /// Indices of the actors that a plural mention stands for, when they are known one by one: "the two officials". Otherwise empty.
    public var members: [Int]

    public init(sentence: Int, head: Int, tokens: Range<Int>, form: Form, actor: Int, members: [Int] = []) {
        self.sentence = sentence
        self.head = head
        self.tokens = tokens
        self.form = form
        self.actor = actor
        self.members = members
    }
}

/// Who is mentioned where in one document, after coreference.
public struct ActorIndex: Sendable {
    /// In order of first mention.
    public private(set) var actors: [Actor]
    /// Every name the document uses for each actor, in order of first use; parallel to `actors`.
    public private(set) var aliases: [[String]]
    /// In order of sentence and head.
    public private(set) var mentions: [ActorMention]
    private var byHead: [Int: Int] = [:]
    /// Words of a name other than its head.
    private var byNameToken: [Int: Int] = [:]

    public init(actors: [Actor] = [], aliases: [[String]] = [], mentions: [ActorMention] = []) {
        precondition(actors.count == aliases.count, "one list of aliases for each actor")
        self.actors = actors
        self.aliases = aliases
        self.mentions = mentions.sorted { ($0.sentence, $0.head) < ($1.sentence, $1.head) }
        for (index, mention) in self.mentions.enumerated() {
            byHead[Self.key(mention.sentence, mention.head)] = index
            if mention.form == .name {
                for token in mention.tokens { byNameToken[Self.key(mention.sentence, token)] = index }
            }
        }
    }

    /// The mention whose head is this word; nil when the word names no actor.
    public func mention(sentence: Int, head: Int) -> ActorMention? {
        byHead[Self.key(sentence, head)].map { mentions[$0] }
    }

    /// The mention whose head is this word or, failing that, the name that the word is part of: "Rubio" of "Marco Rubio".
    public func mention(sentence: Int, containing token: Int) -> ActorMention? {
        let key = Self.key(sentence, token)
        return (byHead[key] ?? byNameToken[key]).map { mentions[$0] }
    }

    /// The actor that this word stands for.
    public func actor(sentence: Int, head: Int) -> Actor? {
        mention(sentence: sentence, head: head).map { actors[$0.actor] }
    }

    /// The actors that this word stands for: several for "the two officials" or a "they" whose members are known.
    public func actors(sentence: Int, head: Int) -> [Actor] {
        guard let mention = mention(sentence: sentence, head: head) else { return [] }
        return (mention.members.isEmpty ? [mention.actor] : mention.members).map { actors[$0] }
    }

    private static func key(_ sentence: Int, _ head: Int) -> Int { sentence << 24 | head }
}
