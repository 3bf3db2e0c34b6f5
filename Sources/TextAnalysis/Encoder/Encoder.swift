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
        add(states, of: 0, to: words, batch)
        for (number, layer) in layers.enumerated() {
            layer(states, batch, in: workspace, by: library)
            add(states, of: number + 1, to: words, batch)
        }
        return words
    }

    private func add(_ states: UnsafePointer<Float>, of layer: Int, to words: Words, _ batch: Batch) {
        for (row, piece) in batch.firstPieces.enumerated() {
            for mix in 0..<mixes.count {
                Rows.add(
                    states + piece * words.size, times: mixes[mix][layer], to: words.base + (mix * words.count + row) * words.size,
                    words.size)
            }
        }
    }
}
