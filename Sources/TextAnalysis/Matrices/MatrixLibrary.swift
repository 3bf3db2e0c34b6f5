/// The products of bytes that the network needs; row-major throughout. Products of floats are in ``Rows``.
///
/// They are exact, so every conformance gives the same integers.
/// A call runs on the calling thread alone: analysis is parallel over batches.
protocol MatrixLibrary: Sendable {
    /// To be called on a thread before its first product.
    func prepareThread()

    /// `c[rows × columns] = a[rows × depth] · bᵀ`, with `b` of `columns × depth`.
    ///
    /// Entries of `b` lie within −63…63, or those of `a` within 0…127: a sum of two byte products is then below 2¹⁵, as kernels for
    /// processors without VNNI need, which add them in 16 bits.
    func product(
        rows: Int, columns: Int, depth: Int, _ a: UnsafePointer<UInt8>, stride aStride: Int, _ b: UnsafePointer<Int8>, stride bStride: Int,
        into c: UnsafeMutablePointer<Int32>)
}
