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

    /// Replaces the states of all pieces of a batch.
    func callAsFunction(_ states: UnsafeMutablePointer<Float>, _ batch: Batch, in workspace: Workspace, by library: any MatrixLibrary) {
        let rows = batch.pieces.count
        let projections = workspace.projections.reserve(rows * max(3 * size, up.outputs))
        projection(QuantizedRows(states, rows: rows, depth: size, in: workspace), into: projections, in: workspace, by: library)
        let contexts = workspace.contexts.reserve(rows * size)
        for window in batch.windows {
            attend(projections, window.pieces, into: contexts, in: workspace, by: library)
        }
        add(output, of: contexts, to: states, rows: rows, then: attentionNorm, in: workspace, by: library)
        up(QuantizedRows(states, rows: rows, depth: size, in: workspace), into: projections, in: workspace, by: library)
        library.gelu(projections, count: rows * up.outputs)
        add(down, of: projections, to: states, rows: rows, then: outputNorm, in: workspace, by: library)
    }

    private func add(
        _ linear: Linear, of inputs: UnsafePointer<Float>, to states: UnsafeMutablePointer<Float>, rows: Int, then norm: LayerNorm,
        in workspace: Workspace, by library: any MatrixLibrary
    ) {
        let quantized = QuantizedRows(inputs, rows: rows, depth: linear.inputs, in: workspace)
        let integers = linear.integers(quantized, in: workspace, by: library)
        for row in 0..<rows {
            let state = states + row * size
            linear.addDequantized(integers + row * size, scale: quantized.scales[row], minimum: quantized.minima[row], to: state)
            norm(state)
        }
    }

    /// Scaled dot-product attention of the pieces of one window among themselves.
    private func attend(
        _ projections: UnsafePointer<Float>, _ pieces: Range<Int>, into contexts: UnsafeMutablePointer<Float>, in workspace: Workspace,
        by library: any MatrixLibrary
    ) {
        let (length, width, stride) = (pieces.count, size / heads, 3 * size)
        let attention = workspace.attention.reserve(length * length)
        let queries = projections + pieces.lowerBound * stride
        for head in 0..<heads {
            let query = queries + head * width
            library.product(
                rows: length, columns: length, depth: width, factor: 1 / Float(width).squareRoot(), query, stride: stride,
                query + size, stride: stride, transposed: true, into: attention, stride: length)
            for row in 0..<length { Rows.softmax(attention + row * length, length) }
            library.product(
                rows: length, columns: width, depth: length, factor: 1, attention, stride: length, query + 2 * size, stride: stride,
                transposed: false, into: contexts + pieces.lowerBound * size + head * width, stride: size)
        }
    }
}
