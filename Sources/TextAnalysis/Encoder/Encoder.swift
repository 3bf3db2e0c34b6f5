/// Runs the encoder over batches and mixes its layers for the heads.
extension LanguageModel {
    /// The vectors of words that the heads read: one row for the root and each word of each window, for each mix.
    struct Words {
        let base: UnsafeMutablePointer<Float>
        let count: Int
        let size: Int

        func rows(_ mix: LayerMix) -> UnsafeMutablePointer<Float> {
            base + mix.rawValue * count * size
        }
    }

    /// The result lies in the workspace, until its next use.
    func encode(_ batch: Batch, in workspace: Workspace) -> Words {
        let size = configuration.hidden
        let words = Words(
            base: workspace.mixes.reserve(LayerMix.allCases.count * batch.firstPieces.count * size), count: batch.firstPieces.count,
            size: size)
        words.base.update(repeating: 0, count: LayerMix.allCases.count * words.count * size)
        let states = workspace.states.reserve(batch.pieces.count * size)
        embeddings.fill(states, with: batch)
        add(states, batch.firstPieces, of: 0, to: words)
        for (number, layer) in layers.dropLast().enumerated() {
            layer(states, batch, in: workspace, by: library)
            add(states, batch.firstPieces, of: number + 1, to: words)
        }
        // Of the last layer nobody reads more than the first pieces.
        layers.last?(states, batch, selection: batch.firstPieces, in: workspace, by: library)
        add(states, Array(batch.firstPieces.indices), of: layers.count, to: words)
        return words
    }

    private func add(_ states: UnsafePointer<Float>, _ rows: [Int], of layer: Int, to words: Words) {
        for (word, row) in rows.enumerated() {
            Rows.add(
                states + row * words.size, times: mixes + layer * LayerMix.allCases.count, targets: LayerMix.allCases.count,
                to: words.base + word * words.size, stride: words.count * words.size, words.size)
        }
    }
}
