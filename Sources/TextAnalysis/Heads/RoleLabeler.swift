/// PropBank predicates and their arguments: a class for each word, then a biaffine score of each role for each predicate and word,
/// to which distance and the parser's arc between the two add (Dozat and Manning 2017; Zhang et al. 2022).
struct RoleLabeler {
    private let hidden: Linear
    private let output: Linear
    private let predicateLayer: Linear
    private let argumentLayer: Linear
    /// One row a predicate class, added to the predicate's vector.
    private let classVectors: UnsafePointer<Float>
    /// `[role + 1, roles · (role + 1)]`: from a predicate's vector (and a constant 1) to the weights of each role.
    private let weights: UnsafePointer<Float>
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
    /// Predicates that are multiplied at once: always as many, so that results do not depend on how many there are.
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
        let (values, scales) = try loader.file.quantized("role.bilinear", rows: roles.count * (width + 1), columns: width + 1)
        let weights = loader.memory.allocate(roles.count * (width + 1) * (width + 1), of: Float.self)
        for role in 0..<roles.count {
            for predicate in 0...width {
                let row = role * (width + 1) + predicate
                let (source, scale) = (values + row * (width + 1), scales[row])
                let target = weights + (predicate * roles.count + role) * (width + 1)
                var i = 0
                while i <= width {
                    target[i] = Float(source[i]) * scale
                    i &+= 1
                }
            }
        }
        self.weights = UnsafePointer(weights)
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
        library.gelu(arguments, count: words.count * width)
        let predicates = predicateVectors(found, batch, words, workspace, library)
        let products = workspace.predicateProducts.reserve(Self.block * roles.count * (width + 1))
        var tree = WindowTree([], words: 0..<0)
        var treeWindow: Int?
        for start in stride(from: 0, to: found.count, by: Self.block) {
            multiply(predicates + start * width, into: products, library)
            for (place, predicate) in found[start..<min(start + Self.block, found.count)].enumerated() {
                let window = batch.windows[predicate.window]
                let scores = workspace.logits.reserve(window.rows.count * roles.count + roles.count)
                score(
                    predicate, products + place * roles.count * (width + 1), arguments + window.rows.lowerBound * width, window,
                    arcs: trees.arcs + trees.starts[predicate.window], into: scores, library)
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
        library.gelu(middle, count: words.count * hidden.outputs)
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

    /// Rows up to a multiple of the block, the last ones zero.
    private func predicateVectors(
        _ found: [Found], _ batch: Batch, _ words: LanguageModel.Words, _ workspace: Workspace, _ library: any MatrixLibrary
    ) -> UnsafePointer<Float> {
        let states = workspace.scratch.reserve(found.count * size)
        for (place, predicate) in found.enumerated() {
            let row = batch.windows[predicate.window].rows.lowerBound + predicate.row
            (states + place * size).update(from: words.rows(.argument) + row * size, count: size)
            Rows.add(classVectors + predicate.label * size, times: 1, to: states + place * size, size)
        }
        let padded = (found.count + Self.block - 1) / Self.block * Self.block
        let vectors = workspace.predicates.reserve(padded * width)
        predicateLayer(
            QuantizedRows(states, rows: found.count, depth: size, in: workspace), into: vectors, in: workspace, by: library)
        library.gelu(vectors, count: found.count * width)
        (vectors + found.count * width).update(repeating: 0, count: (padded - found.count) * width)
        return UnsafePointer(vectors)
    }

    /// The weights of each role for a block of predicates.
    private func multiply(_ predicates: UnsafePointer<Float>, into products: UnsafeMutablePointer<Float>, _ library: any MatrixLibrary) {
        let columns = roles.count * (width + 1)
        library.product(
            rows: Self.block, columns: columns, depth: width, factor: 1, predicates, stride: width, weights, stride: columns,
            transposed: false, into: products, stride: columns)
        for row in 0..<Self.block { Rows.add(weights + width * columns, times: 1, to: products + row * columns, columns) }
    }

    /// Log-probabilities of roles, word × role.
    private func score(
        _ predicate: Found, _ weights: UnsafePointer<Float>, _ arguments: UnsafePointer<Float>, _ window: Batch.Window,
        arcs: UnsafePointer<Float>, into scores: UnsafeMutablePointer<Float>, _ library: any MatrixLibrary
    ) {
        let (rows, count) = (window.rows.count, roles.count)
        let scratch = scores + rows * count
        library.product(
            rows: rows, columns: count, depth: width, factor: 1, arguments, stride: width, weights, stride: width + 1, transposed: true,
            into: scores, stride: count)
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
            let total = Rows.logSumExp(scores, count, scratch: scratch)
            for role in 0..<count { scores[role] -= total }
        }
    }

    /// The best role of each word other than the predicate; of several words with one of the single roles, the likeliest keeps it.
    private func bestArguments(_ scores: UnsafePointer<Float>, predicate: Int, rows: Int, offset: Int) -> [Predicate.Argument] {
        var best = (0..<rows).map { $0 == 0 || $0 == predicate ? 0 : Rows.indexOfMaximum(scores + $0 * roles.count, roles.count) }
        for role in single {
            let words = best.indices.filter { best[$0] == role }
            guard words.count > 1 else { continue }
            let likeliest = words.dropFirst().reduce(words[0]) {
                scores[$1 * roles.count + role] > scores[$0 * roles.count + role] ? $1 : $0
            }
            for word in words where word != likeliest { best[word] = 0 }
        }
        return best.indices.filter { best[$0] != 0 }.map {
            Predicate.Argument(token: $0 + offset, role: roles[best[$0]], score: scores[$0 * roles.count + best[$0]])
        }
    }
}
