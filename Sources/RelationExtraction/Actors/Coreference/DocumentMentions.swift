import TextAnalysis

/// The sentences of a document as trees, with their mentions in order.
struct DocumentMentions {
    let trees: [SentenceTree]
    var mentions: [Mention]
    private let byHead: [[Int: Int]]
    /// Index of the first mention of each sentence, and at the end the number of mentions.
    private let starts: [Int]

    init(trees: [SentenceTree], mentions: [Mention]) {
        self.trees = trees
        self.mentions = mentions
        var byHead = [[Int: Int]](repeating: [:], count: trees.count)
        var starts = [Int](repeating: 0, count: trees.count + 1)
        for (index, mention) in mentions.enumerated() {
            byHead[mention.sentence][mention.head] = index
            starts[mention.sentence + 1] = index + 1
        }
        self.byHead = byHead
        for sentence in trees.indices { starts[sentence + 1] = max(starts[sentence + 1], starts[sentence]) }
        self.starts = starts
    }

    func mention(_ sentence: Int, _ head: Int) -> Int? { byHead[sentence][head] }

    /// The mentions of a sentence.
    func indices(inSentence sentence: Int) -> Range<Int> { starts[sentence]..<starts[sentence + 1] }

    /// The first mention of a sentence.
    func first(inSentence sentence: Int) -> Int? { indices(inSentence: sentence).first }

    /// How far below the sentence's root the mention stands.
    func depth(of mention: Int) -> Int {
        let tree = tree(of: mention)
        var depth = 0
        var current = mentions[mention].head
        while depth < 8, let head = tree.head(of: current) {
            depth += 1
            current = head
        }
        return depth
    }

    func tree(of mention: Int) -> SentenceTree { trees[mentions[mention].sentence] }

    /// The mention's possessor, if that is a mention.
    func possessor(of mention: Int) -> Int? {
        mentions[mention].possessor.flatMap { self.mention(mentions[mention].sentence, $0) }
    }

    /// Relation by which the mention's phrase hangs in its sentence.
    func role(of mention: Int) -> String { tree(of: mention).label(anchor(of: mention)) }

    /// The word by which the mention hangs in its sentence: its first conjunct's head, and for appositions that of what they stand beside.
    func anchor(of mention: Int) -> Int {
        let tree = tree(of: mention)
        var head = tree.firstConjunct(of: mentions[mention].head)
        for _ in 0..<4 {
            guard tree.main(head) == "appos", let above = tree.head(of: head) else { break }
            head = tree.firstConjunct(of: above)
        }
        return head
    }

    /// What a predicate says something of: "Rubio" for "a senator" in "Rubio is a senator", "declared Rubio senator" and "as a senator, Rubio …";
    /// nil for a mention that is no predicate.
    func subject(ofPredicate mention: Int) -> Int? {
        let tree = tree(of: mention)
        let sentence = mentions[mention].sentence
        let head = tree.firstConjunct(of: mentions[mention].head)
        guard mentions[mention].form == .description else { return nil }
        let subject: Int?
        if tree.hasChild(head, .cop) || tree.relation(head) == .xcomp {
            subject = tree.understoodSubject(of: head)
        } else if mentions[mention].kind.first == .person, tree.preposition(head) == "as", let verb = tree.head(of: head), tree.isVerb(verb)
        {
            subject = tree.child(of: verb, .obj) ?? tree.understoodSubject(of: verb)
        } else {
            return nil
        }
        guard let subject, subject != mentions[mention].head, let found = self.mention(sentence, subject), found != mention else {
            return nil
        }
        return found
    }

    /// Whether the predicate is denied or only possible: "is not a senator", "may be a senator".
    func isDoubtful(predicate mention: Int) -> Bool {
        let tree = tree(of: mention)
        return tree.children(of: mentions[mention].head).contains {
            tree.relation($0) == .aux || tree.relation($0) == .advmod && ["not", "never", "n't", "no"].contains(tree.lemma($0))
        }
    }
}
