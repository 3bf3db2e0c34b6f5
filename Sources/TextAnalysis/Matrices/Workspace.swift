/// Memory for the intermediate values of one batch, kept from batch to batch.
///
/// A class because it owns memory. One task uses it at a time; ``TextAnalyzer`` keeps a pool.
final class Workspace: @unchecked Sendable {
    let bytes = ReusableMemory<UInt8>()
    let scales = ReusableMemory<Float>()
    let minima = ReusableMemory<Float>()
    let integers = ReusableMemory<Int32>()
    /// One row a word piece.
    let states = ReusableMemory<Float>()
    let projections = ReusableMemory<Float>()
    let contexts = ReusableMemory<Float>()
    /// One row a word, for each ``LayerMix``.
    let mixes = ReusableMemory<Float>()
    let logits = ReusableMemory<Float>()
    let arcHeads = ReusableMemory<Float>()
    let arcDependents = ReusableMemory<Float>()
    let arcProducts = ReusableMemory<Float>()
    let labelHeads = ReusableMemory<Float>()
    let labelDependents = ReusableMemory<Float>()
    let arcs = ReusableMemory<Float>()
    let arguments = ReusableMemory<Float>()
    let predicates = ReusableMemory<Float>()
    let predicateProducts = ReusableMemory<Float>()
    let scratch = ReusableMemory<Float>()
    /// What products and attention need while they run.
    let panels = ReusableMemory<Float>()
}

/// A block of memory that grows. Its content is undefined after ``reserve(_:)``.
final class ReusableMemory<Element: BitwiseCopyable> {
    private var memory: UnsafeMutablePointer<Element>?
    private var capacity = 0

    func reserve(_ count: Int) -> UnsafeMutablePointer<Element> {
        if let memory, count <= capacity { return memory }
        memory?.deallocate()
        capacity = max(count, 64)
        let grown = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        memory = grown
        return grown
    }

    deinit {
        memory?.deallocate()
    }
}
