/// PropBank predicates and their arguments: a class for each word, then a biaffine score of each role for each predicate and word,
/// to which distance and the parser's arc between the two add (Dozat and Manning 2017; Zhang et al. 2022).
struct RoleLabeler {
    private let hidden: Linear
    private let output: Linear
    private let predicateLayer: Linear
    private let argumentLayer: Linear
    /// One row a predicate class, added to the predicate's vector.
    private let classVectors: UnsafePointer<Float>
    /// Of eight bits, therefore its inputs are of seven: from a predicate's vector to the `roles × (width + 1)` numbers that a word's vector
    /// is multiplied with.
    private let weights: Linear
    /// Distance × role.
    private let distances: UnsafePointer<Float>
    /// Role × (the word depends on the predicate, the predicate depends on the word).
    private let arcWeights: UnsafePointer<Float>
    /// Nil for no predicate.
    private let kinds: [Predicate.Kind?]
    private let roles: [SemanticRole]
    private let single: [Int]
    private let prior: PathPrior?
    private let size: Int
    private let width: Int

    private static let farthest = 16
    private static let lowestArc: Float = -8
    /// Predicates that are multiplied at once.
    private static let block = 16
    /// At most one argument of a predicate has each of these.
    private static let singleRoles: Set<SemanticRole> = ["ARG0", "ARG1", "ARG2", "ARG3", "ARG4"]

    init(_ loader: ModelLoader) throws {
        let (configuration, labels) = (loader.configuration, loader.labels)
        size = configuration.hidden
        width = configuration.role
        kinds = try labels.predicate.map {
            if $0 == "O" { return nil }
            guard let kind = Predicate.Kind(rawValue: $0) else { throw loader.file.damaged("“\($0)” is no class of predicates") }
            return kind
        }
        roles = labels.role.map(SemanticRole.init(rawValue:))
        guard roles[0] == "-" else { throw loader.file.damaged("the label set role does not start with “-”, no role") }
        single = roles.indices.filter { [roles] in Self.singleRoles.contains(roles[$0]) }
        let middle = try loader.file.rows(of: "predicate.hidden.weight")
        hidden = try loader.linear("predicate.hidden", inputs: size, outputs: middle)
        output = try loader.linear("predicate.out", inputs: middle, outputs: kinds.count)
        predicateLayer = try loader.linear("role.predicate", inputs: size, outputs: width)
        argumentLayer = try loader.linear("role.argument", inputs: size, outputs: width)
        classVectors = try loader.file.floats("role.class", kinds.count, size)
        distances = try loader.file.floats("role.distance", 2 * Self.farthest + 1, roles.count)
        arcWeights = try loader.file.floats("role.arc", roles.count, 2)
        weights = try loader.bilinear("role.bilinear", rows: roles.count * (width + 1), inputs: width)
        prior = try PathPrior(loader)
    }

    func annotate(
        _ sentences: inout [Sentence], _ batch: Batch, _ words: LanguageModel.Words, trees: DependencyParser.Result,
        in workspace: Workspace,
        by library: any MatrixLibrary
    ) {
        let found = predicates(batch, words, workspace, library)
        guard !found.isEmpty else { return }
        let states = QuantizedRows(words.rows(.argument), rows: words.count, depth: size, in: workspace)
        let arguments = workspace.arguments.reserve(words.count * width)
        argumentLayer(states, into: arguments, in: workspace, by: library)
        Rows.gelu(arguments, words.count * width)
        let predicates = predicateVectors(found, batch, words, workspace, library)
        let products = workspace.predicateProducts.reserve(Self.block * roles.count * (width + 1))
        var tree = WindowTree([], words: 0..<0)
        var treeWindow: Int?
        for start in stride(from: 0, to: found.count, by: Self.block) {
            let count = min(Self.block, found.count - start)
            multiply(predicates + start * width, count: count, into: products, workspace, library)
            for (place, predicate) in found[start..<start + count].enumerated() {
                let window = batch.windows[predicate.window]
                let scores = workspace.logits.reserve(window.rows.count * roles.count)
                score(
                    predicate, products + place * roles.count * (width + 1), arguments + window.rows.lowerBound * width, window,
                    arcs: trees.arcs + trees.starts[predicate.window], into: scores, workspace)
                let offset = window.words.lowerBound - 1
                if treeWindow != predicate.window {
                    tree = WindowTree(sentences[window.sentence].tokens, words: window.words)
                    treeWindow = predicate.window
                }
                prior?.add(to: scores, predicate: predicate.row - 1, kind: predicate.kind, tree: tree)
                sentences[window.sentence].predicates.append(
                    Predicate(
                        token: predicate.row + offset, kind: predicate.kind,
                        arguments: bestArguments(scores, predicate: predicate.row, rows: window.rows.count, offset: offset)))
            }
        }
    }

    private struct Found {
        var window: Int
        /// Row within the window.
        var row: Int
        var label: Int
        var kind: Predicate.Kind
    }

    /// Auxiliaries are left out: they have no arguments.
    private func predicates(
        _ batch: Batch, _ words: LanguageModel.Words, _ workspace: Workspace, _ library: any MatrixLibrary
    ) -> [Found] {
        let states = QuantizedRows(words.rows(.predicate), rows: words.count, depth: size, in: workspace)
        let middle = workspace.scratch.reserve(words.count * hidden.outputs)
        hidden(states, into: middle, in: workspace, by: library)
        Rows.gelu(middle, words.count * hidden.outputs)
        let quantized = QuantizedRows(middle, rows: words.count, depth: hidden.outputs, in: workspace)
        let logits = workspace.logits.reserve(words.count * kinds.count)
        output(quantized, into: logits, in: workspace, by: library)
        var found: [Found] = []
        for (number, window) in batch.windows.enumerated() {
            for row in 1..<window.rows.count {
                let label = Rows.indexOfMaximum(logits + (window.rows.lowerBound + row) * kinds.count, kinds.count)
                if let kind = kinds[label], kind != .auxiliary { found.append(Found(window: number, row: row, label: label, kind: kind)) }
            }
        }
        return found
    }

    private func predicateVectors(
        _ found: [Found], _ batch: Batch, _ words: LanguageModel.Words, _ workspace: Workspace, _ library: any MatrixLibrary
    ) -> UnsafePointer<Float> {
        let states = workspace.scratch.reserve(found.count * size)
        for (place, predicate) in found.enumerated() {
            let row = batch.windows[predicate.window].rows.lowerBound + predicate.row
            (states + place * size).update(from: words.rows(.argument) + row * size, count: size)
            Rows.add(classVectors + predicate.label * size, to: states + place * size, size)
        }
        let vectors = workspace.predicates.reserve(found.count * width)
        predicateLayer(
            QuantizedRows(states, rows: found.count, depth: size, in: workspace), into: vectors, in: workspace, by: library)
        Rows.gelu(vectors, found.count * width)
        return UnsafePointer(vectors)
    }

    /// The weights of each role for a block of predicates.
    private func multiply(
        _ predicates: UnsafePointer<Float>, count: Int, into products: UnsafeMutablePointer<Float>, _ workspace: Workspace,
        _ library: any MatrixLibrary
    ) {
        let quantized = QuantizedRows(predicates, rows: count, depth: width, greatest: 127, in: workspace)
        weights(quantized, into: products, in: workspace, by: library)
    }

    /// Log-probabilities of roles, word × role.
    private func score(
        _ predicate: Found, _ weights: UnsafePointer<Float>, _ arguments: UnsafePointer<Float>, _ window: Batch.Window,
        arcs: UnsafePointer<Float>, into scores: UnsafeMutablePointer<Float>, _ workspace: Workspace
    ) {
        let (rows, count) = (window.rows.count, roles.count)
        Rows.product(
            rows: rows, columns: count, depth: width, arguments, stride: width, weights, stride: width + 1, transposed: true,
            into: scores, stride: count, in: workspace)
        for row in 0..<rows {
            let distance = min(max(row - predicate.row, -Self.farthest), Self.farthest) + Self.farthest
            let governed = max(arcs[row * rows + predicate.row], Self.lowestArc)
            let governing = max(arcs[predicate.row * rows + row], Self.lowestArc)
            let (distances, scores) = (distances + distance * count, scores + row * count)
            for role in 0..<count {
                scores[role] +=
                    weights[role * (width + 1) + width] + distances[role] + arcWeights[2 * role] * governed
                    + arcWeights[2 * role + 1] * governing
            }
            Rows.logSoftmax(scores, count)
        }
    }

    private func bestArguments(
        _ scores: UnsafeMutablePointer<Float>, predicate: Int, rows: Int, offset: Int
    ) -> [Predicate.Argument] {
        let best = RoleAssignment.roles(scores, rows: rows, roles: roles.count, predicate: predicate, single: single)
        return best.indices.filter { best[$0] != 0 }.map {
            Predicate.Argument(token: $0 + offset, role: roles[best[$0]], score: scores[$0 * roles.count + best[$0]])
        }
    }
}
