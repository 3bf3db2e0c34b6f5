/// Rows of numbers in bytes: `x ≈ scale · byte + minimum`, with a scale and a minimum of its own for each row.
///
/// A row's bytes depend on that row alone, therefore results do not depend on what else is in a batch.
struct QuantizedRows {
    let bytes: UnsafeMutablePointer<UInt8>
    let scales: UnsafeMutablePointer<Float>
    let minima: UnsafeMutablePointer<Float>
    let rows: Int
    let depth: Int

    /// Quantises `rows` rows of `depth` numbers into the workspace, as bytes from 0 to `greatest`.
    init(_ x: UnsafePointer<Float>, rows: Int, depth: Int, greatest: Float = 255, in workspace: Workspace) {
        self.init(reserving: rows, depth: depth, in: workspace)
        for row in 0..<rows { quantize(x + row * depth, row, greatest) }
    }

    /// Room for rows that ``quantize(_:_:_:)`` will fill.
    init(reserving rows: Int, depth: Int, in workspace: Workspace) {
        bytes = workspace.bytes.reserve(rows * depth)
        scales = workspace.scales.reserve(rows)
        minima = workspace.minima.reserve(rows)
        self.rows = rows
        self.depth = depth
    }

    @inline(__always)
    func quantize(_ x: UnsafePointer<Float>, _ row: Int, _ greatest: Float = 255) {
        let (low, high) = Rows.range(x, depth)
        let range = high - low
        let inverse = range > 0 ? greatest / range : 0
        let target = bytes + row * depth
        var i = 0
        while i < depth {
            // Adding 2²³ rounds to an integer, which then is in the lowest bits.
            target[i] = UInt8(truncatingIfNeeded: ((x[i] - low) * inverse + 8_388_608).bitPattern)
            i &+= 1
        }
        scales[row] = range / greatest
        minima[row] = low
    }
}
