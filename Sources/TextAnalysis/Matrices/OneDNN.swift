import COneDNN
import Foundation

/// Products of bytes by oneDNN, which picks its kernels by the processor's features. The only file that calls it.
struct OneDNN: MatrixLibrary {
    private let setThreadCount: (@convention(c) (Int32) -> Void)?

    /// Nil if oneDNN does not run here; ``PortableMatrices`` does.
    init?() {
        var engine: dnnl_engine_t?
        guard dnnl_engine_create(&engine, dnnl_cpu, 0) == dnnl_success, let engine else { return nil }
        dnnl_engine_destroy(engine)
        // Debian builds oneDNN on OpenMP, whose thread count belongs to the calling thread.
        setThreadCount = dlsym(nil, "omp_set_num_threads").map { unsafeBitCast($0, to: (@convention(c) (Int32) -> Void).self) }
    }

    func prepareThread() {
        setThreadCount?(1)
    }

    func product(
        rows: Int, columns: Int, depth: Int, _ a: UnsafePointer<UInt8>, stride aStride: Int, _ b: UnsafePointer<Int8>, stride bStride: Int,
        into c: UnsafeMutablePointer<Int32>
    ) {
        guard rows > 0, columns > 0 else { return }
        var offset: Int32 = 0
        let status = dnnl_gemm_u8s8s32(
            ascii("N"), ascii("T"), ascii("F"), dnnl_dim_t(rows), dnnl_dim_t(columns), dnnl_dim_t(depth), 1, a, dnnl_dim_t(aStride), 0,
            b, dnnl_dim_t(bStride), 0, 0, c, dnnl_dim_t(columns), &offset)
        precondition(status == dnnl_success, "oneDNN refused an integer product of \(rows) × \(columns) × \(depth)")
    }

    private func ascii(_ letter: Unicode.Scalar) -> CChar {
        CChar(truncatingIfNeeded: letter.value)
    }
}
