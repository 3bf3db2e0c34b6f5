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
        for row in 0..<rows {
            Rows.quantize(
                x + row * depth, depth, greatest: greatest, into: bytes + row * depth, scale: scales + row, minimum: minima + row)
        }
    }

    /// Room for rows that ``Linear/activate(_:_:row:into:values:)`` fills.
    init(reserving rows: Int, depth: Int, in workspace: Workspace) {
        bytes = workspace.bytes.reserve(rows * depth)
        scales = workspace.scales.reserve(rows)
        minima = workspace.minima.reserve(rows)
        self.rows = rows
        self.depth = depth
    }
}
