/// A linear layer whose weights are bytes, `w ≈ scale · byte` with one scale for each output.
///
/// With inputs `x ≈ s · q + m` (``QuantizedRows``) an output is `s · scale · Σ q·w  +  m · scale · Σ w  +  bias`;
/// the sums are of integers and exact.
struct Linear {
    let weights: UnsafePointer<Int8>
    /// Distance between the rows of ``weights``.
    let stride: Int
    let scales: UnsafePointer<Float>
    /// `scale · Σ w` for each output.
    let sums: UnsafePointer<Float>
    let bias: UnsafePointer<Float>
    let inputs: Int
    let outputs: Int

    /// `rows × outputs` integers `Σ q·w`, in the workspace.
    func integers(_ x: QuantizedRows, in workspace: Workspace, by library: any MatrixLibrary) -> UnsafeMutablePointer<Int32> {
        precondition(x.depth == inputs, "a layer of \(inputs) inputs got rows of \(x.depth)")
        let sums = workspace.integers.reserve(x.rows * outputs)
        library.product(
            rows: x.rows, columns: outputs, depth: inputs, x.bytes, stride: inputs, weights, stride: stride, into: sums)
        return sums
    }

    /// `rows × outputs` numbers.
    func callAsFunction(
        _ x: QuantizedRows, into y: UnsafeMutablePointer<Float>, in workspace: Workspace, by library: any MatrixLibrary
    ) {
        let integers = integers(x, in: workspace, by: library)
        for row in 0..<x.rows {
            dequantize(integers + row * outputs, scale: x.scales[row], minimum: x.minima[row], into: y + row * outputs)
        }
    }

    func dequantize(_ integers: UnsafePointer<Int32>, scale: Float, minimum: Float, into y: UnsafeMutablePointer<Float>) {
        Rows.dequantize(integers, of: self, scale: scale, minimum: minimum, into: y)
    }

    /// The outputs for row `row` of `x` through GELU, as that row of `result`. `values` is room for a row.
    func activate(
        _ integers: UnsafePointer<Int32>, _ x: QuantizedRows, row: Int, into result: QuantizedRows, values: UnsafeMutablePointer<Float>
    ) {
        Rows.activate(
            integers, of: self, scale: x.scales[row], minimum: x.minima[row], values: values, into: result.bytes + row * outputs,
            newScale: result.scales + row, newMinimum: result.minima + row)
    }

    /// The outputs added to `state`, which then is normalised.
    func add(_ integers: UnsafePointer<Int32>, scale: Float, minimum: Float, to state: UnsafeMutablePointer<Float>, then norm: LayerNorm) {
        Rows.add(integers, of: self, scale: scale, minimum: minimum, to: state, then: norm)
    }
}
