import TextAnalysis

/// Which words of a document stand inside quotation marks, and who speaks them.
struct QuotedSpeech: Sendable {
    /// For each word of each sentence the quotation it is in, counted from 0; nil outside.
    private(set) var quotation: [[Int?]] = []
    /// For each quotation the word that names its speaker: subject of "said", noun after "according to".
    private(set) var speakers: [(sentence: Int, token: Int)?] = []

    init(_ sentences: [Sentence], trees: [SentenceTree], blockStarts: Set<Int> = []) {
        var open: (mark: Character, since: Int)?
        var current = -1
        for (index, sentence) in sentences.enumerated() {
            // A paragraph ends what straight marks opened; nobody speaks for ever.
            if let mark = open, mark.mark == "\"" && blockStarts.contains(index) || index - mark.since > 12 { open = nil }
            var row: [Int?] = []
            for token in sentence.tokens {
                switch token.form {
                case "“", "«":
                    current += 1
                    open = ("”", index)
                    row.append(nil)
                case "”", "»":
                    open = nil
                    row.append(nil)
                case "\"", "''", "``":
                    if open == nil {
                        current += 1
                        open = ("\"", index)
                    } else {
                        open = nil
                    }
                    row.append(nil)
                default: row.append(open == nil ? nil : current)
                }
            }
            quotation.append(row)
        }
        speakers = Array(repeating: nil, count: current + 1)
        findSpeakers(trees)
    }

    func isQuoted(_ sentence: Int, _ token: Int) -> Bool { quotation[sentence][token] != nil }

    func speaker(_ sentence: Int, _ token: Int) -> (sentence: Int, token: Int)? {
        quotation[sentence][token].flatMap { speakers[$0] }
    }

    /// The speaker is named in the sentence where the quotation begins or ends; a quotation that nobody claims goes on from the one before it.
    private mutating func findSpeakers(_ trees: [SentenceTree]) {
        for (index, tree) in trees.enumerated() {
            let quotations = Set(quotation[index].compactMap { $0 }).sorted()
            guard !quotations.isEmpty, let speaker = Self.speaker(in: tree, outside: quotation[index]) else { continue }
            for quotation in quotations where speakers[quotation] == nil { speakers[quotation] = (index, speaker) }
        }
        for index in speakers.indices.dropFirst() where speakers[index] == nil { speakers[index] = speakers[index - 1] }
    }

    private static func speaker(in tree: SentenceTree, outside quotation: [Int?]) -> Int? {
        for token in tree.tokens.indices where quotation[token] == nil && speechVerbs.contains(tree.lemma(token)) {
            if let subject = tree.child(token, "nsubj"), quotation[subject] == nil { return subject }
            if tree.label(token) == "case" || tree.label(token) == "fixed" { continue }
            if tree.lemma(token) == "accord", let source = tree.child(token, "obl") { return source }
        }
        for token in tree.tokens.indices where quotation[token] == nil && tree.tokens[token].form.lowercased() == "according" {
            if let head = tree.head(of: token), quotation[head] == nil, tree.main(token) == "case" { return head }
        }
        return nil
    }
}

/// Verbs that introduce what somebody says.
let speechVerbs: Set<String> = [
    "say", "tell", "add", "state", "ask", "note", "write", "explain", "announce", "reply", "declare", "claim", "argue", "warn", "urge",
    "comment",
    "insist", "stress", "tweet", "post", "report", "conclude", "continue", "admit", "respond", "answer", "recall", "observe", "remark",
    "quote", "accord",
    "suggest", "acknowledge", "believe", "think", "confirm", "describe", "emphasise", "emphasize", "shout", "cry", "whisper",
]
