import CRowKernels

/// Loops over rows of numbers, in C: compiled for several generations of processors, with the same bits from each. The only file that
/// calls them.
enum Rows {
    private static let kernels = row_kernels_newest().pointee

    static func dot(_ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ count: Int) -> Float {
        kernels.dot(x, y, count)
    }

    /// Index of the first greatest number.
    static func indexOfMaximum(_ x: UnsafePointer<Float>, _ count: Int) -> Int {
        var best = 0
        var i = 1
        while i < count {
            if x[i] > x[best] { best = i }
            i &+= 1
        }
        return best
    }

    /// `y += x`.
    static func add(_ x: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>, _ count: Int) {
        withUnsafePointer(to: Float(1)) { kernels.mix(x, count, $0, 1, y, count) }
    }

    /// `y[k] += factors[k] · x` for rows `y` that are `stride` apart.
    static func add(
        _ x: UnsafePointer<Float>, times factors: UnsafePointer<Float>, targets: Int, to y: UnsafeMutablePointer<Float>, stride: Int,
        _ count: Int
    ) {
        kernels.mix(x, count, factors, targets, y, stride)
    }

    /// Brings `x` to mean 0 and variance 1, then scales and shifts it.
    static func normalize(_ x: UnsafeMutablePointer<Float>, _ norm: LayerNorm) {
        kernels.normalize(x, norm.size, norm.weight, norm.bias, norm.epsilon)
    }

    /// Logarithm of the soft-max, in place.
    static func logSoftmax(_ x: UnsafeMutablePointer<Float>, _ count: Int) {
        kernels.log_softmax(x, count)
    }

    /// Gaussian error linear unit, `x/2 · (1 + erf(x/√2))`, in place.
    static func gelu(_ x: UnsafeMutablePointer<Float>, _ count: Int) {
        kernels.gelu(x, count)
    }

    /// A row of the encoder's input: vectors of a word piece and a position, in bytes with a scale, of a shape and a mode.
    static func embed(
        word: UnsafePointer<Int8>, _ wordScale: Float, position: UnsafePointer<Int8>, _ positionScale: Float, shape: UnsafePointer<Float>,
        mode: UnsafePointer<Float>, into x: UnsafeMutablePointer<Float>, _ count: Int
    ) {
        kernels.embed(word, wordScale, position, positionScale, shape, mode, count, x)
    }

    // MARK: Bytes

    /// A row as bytes from 0 to `greatest`: `x ≈ scale · byte + minimum`.
    static func quantize(
        _ x: UnsafePointer<Float>, _ count: Int, greatest: Float, into bytes: UnsafeMutablePointer<UInt8>,
        scale: UnsafeMutablePointer<Float>, minimum: UnsafeMutablePointer<Float>
    ) {
        kernels.quantize(x, count, greatest, bytes, scale, minimum)
    }

    /// A row of a layer's outputs from its integer sums.
    static func dequantize(
        _ sums: UnsafePointer<Int32>, of layer: Linear, scale: Float, minimum: Float, into y: UnsafeMutablePointer<Float>
    ) {
        kernels.dequantize(sums, layer.outputs, row_linear(layer), scale, minimum, y)
    }

    /// The same through GELU, as bytes again. `values` is room for the row.
    static func activate(
        _ sums: UnsafePointer<Int32>, of layer: Linear, scale: Float, minimum: Float, values: UnsafeMutablePointer<Float>,
        into bytes: UnsafeMutablePointer<UInt8>, newScale: UnsafeMutablePointer<Float>, newMinimum: UnsafeMutablePointer<Float>
    ) {
        kernels.activate(sums, layer.outputs, row_linear(layer), scale, minimum, values, bytes, newScale, newMinimum)
    }

    /// The same added to `x`, which then is normalised.
    static func add(
        _ sums: UnsafePointer<Int32>, of layer: Linear, scale: Float, minimum: Float, to x: UnsafeMutablePointer<Float>,
        then norm: LayerNorm
    ) {
        kernels.add_normalize(sums, layer.outputs, row_linear(layer), scale, minimum, x, norm.weight, norm.bias, norm.epsilon)
    }

    // MARK: Products

    /// `c = a · b`, or `a · bᵀ` if `transposed`; strides are the distances between rows.
    static func product(
        rows: Int, columns: Int, depth: Int, _ a: UnsafePointer<Float>, stride aStride: Int, _ b: UnsafePointer<Float>,
        stride bStride: Int, transposed: Bool, into c: UnsafeMutablePointer<Float>, stride cStride: Int, in workspace: Workspace
    ) {
        withExtendedLifetime(workspace) {
            kernels.product(
                rows, columns, depth, a, aStride, b, bStride, transposed ? 1 : 0, c, cStride,
                workspace.panels.reserve(row_product_scratch(depth)))
        }
    }

    /// Scaled dot-product attention of one head. Key and value stand `distance` and twice that behind each query, the next row thrice that.
    static func attention(
        _ query: UnsafePointer<Float>, distance: Int, length: Int, width: Int, into context: UnsafeMutablePointer<Float>, stride: Int,
        in workspace: Workspace
    ) {
        withExtendedLifetime(workspace) {
            kernels.attention(
                query, query + distance, query + 2 * distance, 3 * distance, length, width, 1 / Float(width).squareRoot(), context, stride,
                workspace.panels.reserve(row_attention_scratch(length, width)))
        }
    }
}

extension row_linear {
    fileprivate init(_ layer: Linear) {
        self.init(scales: layer.scales, offsets: layer.sums, bias: layer.bias)
    }
}
