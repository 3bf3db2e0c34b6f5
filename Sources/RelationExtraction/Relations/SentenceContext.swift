import KnowledgeGraph
import TextAnalysis

/// A sentence with everything that is known of it when relations are matched.
struct SentenceContext: Sendable {
    let index: Int
    let tree: SentenceTree
    let propositions: [Proposition]
    private let actors: ActorIndex
    private let mentions: [ActorMention]
    private let byPredicate: [[Int]]

    init(index: Int, tree: SentenceTree, propositions: [Proposition], actors: ActorIndex, mentions: [ActorMention]) {
        self.index = index
        self.tree = tree
        self.propositions = propositions
        self.actors = actors
        self.mentions = mentions
        var byPredicate = [[Int]](repeating: [], count: tree.indices.count)
        for (number, proposition) in propositions.enumerated() {
            byPredicate[proposition.predicate].append(number)
            if let verb = proposition.lightVerb { byPredicate[verb].append(number) }
        }
        self.byPredicate = byPredicate
    }

    /// The sentence's mentions, in order of their heads.
    var allMentions: [ActorMention] { mentions }

    func actor(_ mention: ActorMention) -> Actor { actors.actors[mention.actor] }

    /// The mention that this word heads; else the smallest that it is part of the name of.
    func mention(at token: Int) -> ActorMention? {
        if let exact = actors.mention(sentence: index, head: token) { return exact }
        var best: ActorMention?
        for mention in mentions where mention.tokens.contains(token) && mention.form != .adjective && isOneName(mention, token) {
            if best.map({ mention.tokens.count < $0.tokens.count }) ?? true { best = mention }
        }
        // In the tree, the name hangs on this word.
        if best?.form == .name, tree.head(of: token).map({ best?.tokens.contains($0) == false }) ?? true { best?.head = token }
        return best
    }

    /// What the word says as a verb, noun or adjective.
    func events(at token: Int) -> [Proposition] {
        byPredicate[token].map { propositions[$0] }.filter { proposition in
            switch proposition.kind {
            case .verb, .noun, .adjective, .lightVerb: true
            case .copula, .title, .apposition, .possessive: false
            }
        }
    }

    /// Whether the word belongs to the mention's name or title, rather than to a description that the mention has as its owner.
    private func isOneName(_ mention: ActorMention, _ token: Int) -> Bool {
        if mention.form == .name, tree.head(of: token).map({ !mention.tokens.contains($0) }) ?? true { return true }
        var word = token
        while word != mention.head {
            switch tree.relation(word) {
            case .flat, .compound, .descriptor, .fixed, .goeswith: break
            default:
                return tree.head(of: token).map { $0 == mention.head } == true && tree.relation(token) == .appos
                    || isInverted(mention, token)
            }
            guard let head = tree.head(of: word) else { return false }
            word = head
        }
        return true
    }

    /// The title that heads its name: "Minister" of "Foreign Minister Lavrov" where the name hangs on the title.
    private func isInverted(_ mention: ActorMention, _ token: Int) -> Bool {
        tree.head(of: mention.head) == token && (tree.relation(mention.head) == .flat || tree.relation(mention.head) == .appos)
    }
}
