/// Names: BIO labels by a linear layer, and the best sequence of them in which `I-X` follows only `B-X` or `I-X` (Viterbi).
struct EntityTagger {
    /// A label of the BIO scheme.
    struct Label: Sendable, Hashable {
        /// Nil outside of names.
        var kind: NamedEntity.Kind?
        var isBeginning: Bool

        init?(_ text: String) {
            if text == "O" {
                (kind, isBeginning) = (nil, false)
                return
            }
            guard text.hasPrefix("B-") || text.hasPrefix("I-"), let kind = NamedEntity.Kind(rawValue: String(text.dropFirst(2))) else {
                return nil
            }
            self.kind = kind
            isBeginning = text.hasPrefix("B-")
        }

        var isInside: Bool { kind != nil && !isBeginning }

        /// Whether this label may stand after `previous`, which is nil at the start.
        func mayFollow(_ previous: Label?) -> Bool {
            !isInside || previous?.kind == kind
        }
    }

    private let layer: Linear
    private let labels: [Label]

    init(_ loader: ModelLoader) throws {
        labels = try loader.labels.entity.map {
            guard let label = Label($0) else { throw loader.file.damaged("“\($0)” is no entity label") }
            return label
        }
        guard labels.contains(where: { $0.kind == nil }) else { throw loader.file.damaged("the label set entity lacks O") }
        layer = try loader.linear("entity", inputs: loader.configuration.hidden, outputs: labels.count)
    }

    func annotate(
        _ sentences: inout [Sentence], _ batch: Batch, _ words: LanguageModel.Words, in workspace: Workspace, by library: any MatrixLibrary
    ) {
        let states = QuantizedRows(words.rows(.entity), rows: words.count, depth: words.size, in: workspace)
        let logits = workspace.logits.reserve(words.count * labels.count)
        layer(states, into: logits, in: workspace, by: library)
        for window in batch.windows {
            let path = Self.bestPath(logits + (window.rows.lowerBound + 1) * labels.count, words: window.words.count, labels: labels)
            sentences[window.sentence].entities += Self.entities(path.map { labels[$0] }, offset: window.words.lowerBound)
        }
    }

    /// Numbers of the labels of the best legal sequence; `scores` is word × label.
    static func bestPath(_ scores: UnsafePointer<Float>, words: Int, labels: [Label]) -> [Int] {
        guard words > 0 else { return [] }
        let count = labels.count
        let predecessors = labels.map { label in labels.indices.filter { label.mayFollow(labels[$0]) } }
        var best = (0..<count).map { labels[$0].mayFollow(nil) ? scores[$0] : -Float.infinity }
        var previous = best
        var pointers = [Int](repeating: 0, count: words * count)
        for word in 1..<max(words, 1) {
            swap(&best, &previous)
            for label in 0..<count {
                var (from, score) = (predecessors[label][0], -Float.infinity)
                for candidate in predecessors[label] where previous[candidate] > score { (from, score) = (candidate, previous[candidate]) }
                pointers[word * count + label] = from
                best[label] = score + scores[word * count + label]
            }
        }
        var path = [best.indices.reduce(0) { best[$1] > best[$0] ? $1 : $0 }]
        for word in stride(from: words - 1, to: 0, by: -1) { path.append(pointers[word * count + path[path.count - 1]]) }
        return path.reversed()
    }

    /// The names that a legal sequence marks.
    static func entities(_ labels: [Label], offset: Int) -> [NamedEntity] {
        var entities: [NamedEntity] = []
        for (index, label) in labels.enumerated() {
            guard let kind = label.kind else { continue }
            let word = offset + index
            if label.isInside, let last = entities.last, last.tokens.upperBound == word {
                entities[entities.count - 1].tokens = last.tokens.lowerBound..<word + 1
            } else {
                entities.append(NamedEntity(kind: kind, tokens: word..<word + 1))
            }
        }
        return entities
    }
}
