/// Dependency trees: scores of all arcs by a biaffine layer, the best tree of them, then a relation for each arc
/// (Dozat and Manning 2017).
struct DependencyParser {
    private let arcHead: Linear
    private let arcDependent: Linear
    private let labelHead: Linear
    private let labelDependent: Linear
    /// `[arc + 1, arc]`, dependent × head; the last row stands for a constant 1.
    private let arcs: UnsafePointer<Float>
    /// Of eight bits, therefore its inputs are of seven: from a head's vector to `relations × (label + 1)` numbers that a dependent's vector is multiplied with.
    private let labels: Linear
    private let relations: [DependencyRelation]
    private let root: Int
    private let arcSize: Int
    private let labelSize: Int

    /// The trees of a batch, in memory of the workspace.
    struct Result {
        /// For each row of a window, the row within the window of its head; 0 is the root.
        var heads: [Int]
        /// For each window where its arcs begin.
        var starts: [Int]
        /// Log-probabilities, dependent × head within the window.
        var arcs: UnsafeMutablePointer<Float>
    }

    init(_ loader: ModelLoader) throws {
        let configuration = loader.configuration
        let (size, arcSize, labelSize) = (configuration.hidden, configuration.arc, configuration.label)
        arcHead = try loader.linear("arc.head", inputs: size, outputs: arcSize)
        arcDependent = try loader.linear("arc.dependent", inputs: size, outputs: arcSize)
        labelHead = try loader.linear("label.head", inputs: size, outputs: labelSize)
        labelDependent = try loader.linear("label.dependent", inputs: size, outputs: labelSize)
        relations = loader.labels.deprel.map(DependencyRelation.init(rawValue:))
        guard let root = relations.firstIndex(of: .root), relations.count > 1 else {
            throw loader.file.damaged("the label set deprel lacks root or all others")
        }
        let (values, scales) = try loader.file.quantized("arc.bilinear", rows: arcSize + 1, columns: arcSize)
        let arcs = loader.memory.allocate((arcSize + 1) * arcSize, of: Float.self)
        for row in 0...arcSize {
            for column in 0..<arcSize { arcs[row * arcSize + column] = Float(values[row * arcSize + column]) * scales[row] }
        }
        labels = try loader.bilinear("label.bilinear", rows: relations.count * (labelSize + 1), inputs: labelSize)
        self.arcs = UnsafePointer(arcs)
        self.root = root
        self.arcSize = arcSize
        self.labelSize = labelSize
    }

    func annotate(
        _ sentences: inout [Sentence], _ batch: Batch, _ words: LanguageModel.Words, in workspace: Workspace, by library: any MatrixLibrary
    ) -> Result {
        let states = QuantizedRows(words.rows(.parse), rows: words.count, depth: words.size, in: workspace)
        let heads = bend(arcHead, states, into: workspace.arcHeads.reserve(words.count * arcSize), workspace, library)
        let dependents = bend(arcDependent, states, into: workspace.arcDependents.reserve(words.count * arcSize), workspace, library)
        let labelHeads = bend(labelHead, states, into: workspace.labelHeads.reserve(words.count * labelSize), workspace, library)
        let labelDependents = bend(
            labelDependent, states, into: workspace.labelDependents.reserve(words.count * labelSize), workspace, library)

        var result = Result(
            heads: [], starts: [], arcs: workspace.arcs.reserve(batch.windows.reduce(0) { $0 + $1.rows.count * $1.rows.count }))
        result.heads.reserveCapacity(words.count)
        let products = products(dependents, rows: words.count, workspace)
        var start = 0
        for window in batch.windows {
            let (first, count) = (window.rows.lowerBound * arcSize, window.rows.count)
            score(products + first, heads + first, count: count, into: result.arcs + start, workspace)
            result.starts.append(start)
            result.heads.append(contentsOf: SpanningTree.heads(logProbabilities: result.arcs + start, count: count))
            start += count * count
        }
        let best = relations(labelHeads, labelDependents, result.heads, batch, workspace, library)
        for window in batch.windows { write(result.heads, best, window, into: &sentences[window.sentence].tokens) }
        return result
    }

    private func bend(
        _ layer: Linear, _ states: QuantizedRows, into values: UnsafeMutablePointer<Float>, _ workspace: Workspace,
        _ library: any MatrixLibrary
    ) -> UnsafeMutablePointer<Float> {
        layer(states, into: values, in: workspace, by: library)
        Rows.gelu(values, states.rows * layer.outputs)
        return values
    }

    /// What is multiplied with a head's vector to give the score of its arc to a dependent, for each dependent.
    private func products(_ dependents: UnsafePointer<Float>, rows: Int, _ workspace: Workspace) -> UnsafePointer<Float> {
        let products = workspace.arcProducts.reserve(rows * arcSize)
        Rows.product(
            rows: rows, columns: arcSize, depth: arcSize, dependents, stride: arcSize, arcs, stride: arcSize, transposed: false,
            into: products, stride: arcSize, in: workspace)
        for row in 0..<rows { Rows.add(arcs + arcSize * arcSize, to: products + row * arcSize, arcSize) }
        return UnsafePointer(products)
    }

    /// Log-probabilities of each word's heads.
    private func score(
        _ products: UnsafePointer<Float>, _ heads: UnsafePointer<Float>, count: Int, into scores: UnsafeMutablePointer<Float>,
        _ workspace: Workspace
    ) {
        Rows.product(
            rows: count, columns: count, depth: arcSize, products, stride: arcSize, heads, stride: arcSize, transposed: true, into: scores,
            stride: count, in: workspace)
        for row in 0..<count {
            scores[row * count + row] = -1e9
            Rows.logSoftmax(scores + row * count, count)
        }
    }

    /// The best relation of each row to its head; `root` for the root's dependent, and for no other.
    private func relations(
        _ heads: UnsafePointer<Float>, _ dependents: UnsafePointer<Float>, _ tree: [Int], _ batch: Batch, _ workspace: Workspace,
        _ library: any MatrixLibrary
    ) -> [Int] {
        // A head's products serve all its dependents.
        var dependentsOf: [Int: [Int]] = [:]
        var headRows: [Int] = []
        for window in batch.windows {
            for row in window.rows where tree[row] != 0 {
                let head = window.rows.lowerBound + tree[row]
                if dependentsOf[head] == nil { headRows.append(head) }
                dependentsOf[head, default: []].append(row)
            }
        }
        var best = [Int](repeating: root, count: tree.count)
        let rows = workspace.scratch.reserve(Self.block * labelSize)
        let products = workspace.logits.reserve(labels.outputs)
        for start in stride(from: 0, to: headRows.count, by: Self.block) {
            let count = min(Self.block, headRows.count - start)
            for row in 0..<count { (rows + row * labelSize).update(from: heads + headRows[start + row] * labelSize, count: labelSize) }
            let quantized = QuantizedRows(rows, rows: count, depth: labelSize, greatest: 127, in: workspace)
            let integers = labels.integers(quantized, in: workspace, by: library)
            for row in 0..<count {
                labels.dequantize(
                    integers + row * labels.outputs, scale: quantized.scales[row], minimum: quantized.minima[row], into: products)
                for dependent in dependentsOf[headRows[start + row], default: []] {
                    best[dependent] = bestRelation(products, dependents + dependent * labelSize)
                }
            }
        }
        return best
    }

    private func bestRelation(_ products: UnsafePointer<Float>, _ dependent: UnsafePointer<Float>) -> Int {
        var (best, bestScore) = (root, -Float.infinity)
        for relation in 0..<relations.count where relation != root {
            let weights = products + relation * (labelSize + 1)
            let score = Rows.dot(weights, dependent, labelSize) + weights[labelSize]
            if score > bestScore { (best, bestScore) = (relation, score) }
        }
        return best
    }

    /// A later stretch of a very long sentence hangs on the root of the first.
    private func write(_ heads: [Int], _ relations: [Int], _ window: Batch.Window, into tokens: inout [Token]) {
        let offset = window.words.lowerBound - 1
        for (word, row) in zip(window.words, window.rows.dropFirst()) {
            if heads[row] > 0 {
                tokens[word].head = heads[row] + offset
                tokens[word].relation = self.relations[relations[row]]
            } else if offset < 0 {
                tokens[word].head = nil
                tokens[word].relation = .root
            } else {
                tokens[word].head = tokens.firstIndex { $0.relation == .root }
                tokens[word].relation = "parataxis"
            }
        }
    }

    /// Heads whose dependents' relations are computed at once.
    private static let block = 64
}
