/// A transformer layer with the norm after each part (BERT): self-attention, then a feed-forward network, each added to its input.
struct EncoderLayer {
    private let projection: Linear
    private let output: Linear
    private let attentionNorm: LayerNorm
    private let up: Linear
    private let down: Linear
    private let outputNorm: LayerNorm
    private let heads: Int
    private let size: Int

    init(_ loader: ModelLoader, number: Int) throws {
        let configuration = loader.configuration
        let name = "layer.\(number)"
        heads = configuration.heads
        size = configuration.hidden
        projection = try loader.linear("\(name).qkv", inputs: size, outputs: 3 * size)
        output = try loader.linear("\(name).out", inputs: size, outputs: size)
        attentionNorm = try loader.norm("\(name).norm1", size: size)
        up = try loader.linear("\(name).up", inputs: size, outputs: configuration.ffn)
        down = try loader.linear("\(name).down", inputs: configuration.ffn, outputs: size)
        outputNorm = try loader.norm("\(name).norm2", size: size)
    }

    /// Replaces the states of all pieces of a batch; or, of the pieces in `selection` alone, which then come first. `selection` is rising.
    func callAsFunction(
        _ states: UnsafeMutablePointer<Float>, _ batch: Batch, selection: [Int]? = nil, in workspace: Workspace,
        by library: any MatrixLibrary
    ) {
        var rows = batch.pieces.count
        let projections = workspace.projections.reserve(rows * 3 * size)
        projection(QuantizedRows(states, rows: rows, depth: size, in: workspace), into: projections, in: workspace, by: library)
        let contexts = workspace.contexts.reserve(rows * size)
        for window in batch.windows {
            attend(projections, window.pieces, into: contexts, in: workspace)
        }
        if let selection {
            for (row, piece) in selection.enumerated() where row < piece {
                (states + row * size).update(from: states + piece * size, count: size)
                (contexts + row * size).update(from: contexts + piece * size, count: size)
            }
            rows = selection.count
        }
        add(
            output, of: QuantizedRows(contexts, rows: rows, depth: size, in: workspace), to: states, then: attentionNorm, workspace, library
        )
        add(down, of: activations(states, rows: rows, workspace, library), to: states, then: outputNorm, workspace, library)
    }

    /// The inner values of the feed-forward network.
    private func activations(
        _ states: UnsafePointer<Float>, rows: Int, _ workspace: Workspace, _ library: any MatrixLibrary
    ) -> QuantizedRows {
        let inputs = QuantizedRows(states, rows: rows, depth: size, in: workspace)
        let integers = up.integers(inputs, in: workspace, by: library)
        // The outputs' scales and minima overwrite those of the inputs, row by row, after their use.
        let outputs = QuantizedRows(reserving: rows, depth: up.outputs, in: workspace)
        let values = workspace.scratch.reserve(up.outputs)
        for row in 0..<rows { up.activate(integers + row * up.outputs, inputs, row: row, into: outputs, values: values) }
        return outputs
    }

    private func add(
        _ linear: Linear, of inputs: QuantizedRows, to states: UnsafeMutablePointer<Float>, then norm: LayerNorm, _ workspace: Workspace,
        _ library: any MatrixLibrary
    ) {
        let integers = linear.integers(inputs, in: workspace, by: library)
        for row in 0..<inputs.rows {
            linear.add(
                integers + row * size, scale: inputs.scales[row], minimum: inputs.minima[row], to: states + row * size, then: norm)
        }
    }

    /// Scaled dot-product attention of the pieces of one window among themselves.
    private func attend(
        _ projections: UnsafePointer<Float>, _ pieces: Range<Int>, into contexts: UnsafeMutablePointer<Float>, in workspace: Workspace
    ) {
        let width = size / heads
        for head in 0..<heads {
            Rows.attention(
                projections + pieces.lowerBound * 3 * size + head * width, distance: size, length: pieces.count, width: width,
                into: contexts + pieces.lowerBound * size + head * width, stride: size, in: workspace)
        }
    }
}
