import COneDNN
import Foundation

/// Matrix arithmetic by oneDNN, which picks its kernels by the processor's features. The only file that calls it.
///
/// A class because it owns C handles; they are not written after `init`, and oneDNN runs one primitive on many threads at once.
final class OneDNN: MatrixLibrary, @unchecked Sendable {
    private let engine: dnnl_engine_t
    /// Longest first; the last one's length divides the others'.
    private let activations: [Activation]
    private let setThreadCount: (@convention(c) (Int32) -> Void)?

    private struct Activation {
        let length: Int
        let description: dnnl_memory_desc_t
        let primitive: dnnl_primitive_t
    }

    /// Nil if oneDNN does not run here; ``PortableMatrices`` does.
    init?() {
        var handle: dnnl_engine_t?
        guard dnnl_engine_create(&handle, dnnl_cpu, 0) == dnnl_success, let handle else { return nil }
        engine = handle
        activations = [16384, 1024, 64].compactMap { Self.gelu(length: $0, on: handle) }
        // Debian builds oneDNN on OpenMP, whose thread count belongs to the calling thread.
        setThreadCount = dlsym(nil, "omp_set_num_threads").map { unsafeBitCast($0, to: (@convention(c) (Int32) -> Void).self) }
        guard activations.count == 3 else {
            release()
            return nil
        }
    }

    deinit {
        release()
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

    func product(
        rows: Int, columns: Int, depth: Int, factor: Float, _ a: UnsafePointer<Float>, stride aStride: Int,
        _ b: UnsafePointer<Float>, stride bStride: Int, transposed: Bool, into c: UnsafeMutablePointer<Float>, stride cStride: Int
    ) {
        guard rows > 0, columns > 0 else { return }
        let status = dnnl_sgemm(
            ascii("N"), ascii(transposed ? "T" : "N"), dnnl_dim_t(rows), dnnl_dim_t(columns), dnnl_dim_t(depth), factor,
            a, dnnl_dim_t(aStride), b, dnnl_dim_t(bStride), 0, c, dnnl_dim_t(cStride))
        precondition(status == dnnl_success, "oneDNN refused a product of \(rows) × \(columns) × \(depth)")
    }

    func gelu(_ values: UnsafeMutablePointer<Float>, count: Int) {
        var stream: dnnl_stream_t?
        precondition(
            dnnl_stream_create(&stream, engine, UInt32(dnnl_stream_default_flags.rawValue)) == dnnl_success, "oneDNN has no stream")
        defer { dnnl_stream_destroy(stream) }
        var done = 0
        for activation in activations {
            while count - done >= activation.length {
                run(activation, on: values + done, stream)
                done += activation.length
            }
        }
        guard done < count, let shortest = activations.last else { return }
        withUnsafeTemporaryAllocation(of: Float.self, capacity: shortest.length) { padded in
            guard let base = padded.baseAddress else { return }
            base.initialize(repeating: 0, count: shortest.length)
            base.update(from: values + done, count: count - done)
            run(shortest, on: base, stream)
            (values + done).update(from: base, count: count - done)
        }
    }

    private func run(_ activation: Activation, on values: UnsafeMutablePointer<Float>, _ stream: dnnl_stream_t?) {
        var memory: dnnl_memory_t?
        var description = activation.description
        precondition(dnnl_memory_create(&memory, &description, engine, values) == dnnl_success, "oneDNN has no memory object")
        defer { dnnl_memory_destroy(memory) }
        let arguments = [dnnl_exec_arg_t(arg: DNNL_ARG_SRC, memory: memory), dnnl_exec_arg_t(arg: DNNL_ARG_DST, memory: memory)]
        let status = dnnl_primitive_execute(activation.primitive, stream, Int32(arguments.count), arguments)
        precondition(status == dnnl_success, "oneDNN could not run an activation")
    }

    private static func gelu(length: Int, on engine: dnnl_engine_t) -> Activation? {
        var description = dnnl_memory_desc_t()
        var dimensions: [dnnl_dim_t] = [dnnl_dim_t(length)]
        guard dnnl_memory_desc_init_by_tag(&description, 1, &dimensions, dnnl_f32, dnnl_a) == dnnl_success else { return nil }
        var operation = dnnl_eltwise_desc_t()
        guard
            dnnl_eltwise_forward_desc_init(&operation, dnnl_forward_inference, dnnl_eltwise_gelu_erf, &description, 0, 0) == dnnl_success
        else { return nil }
        var descriptor: dnnl_primitive_desc_t?
        guard dnnl_primitive_desc_create(&descriptor, &operation, nil, engine, nil) == dnnl_success else { return nil }
        defer { dnnl_primitive_desc_destroy(descriptor) }
        var primitive: dnnl_primitive_t?
        guard dnnl_primitive_create(&primitive, descriptor) == dnnl_success, let primitive else { return nil }
        return Activation(length: length, description: description, primitive: primitive)
    }

    private func release() {
        for activation in activations { dnnl_primitive_destroy(activation.primitive) }
        dnnl_engine_destroy(engine)
    }

    private func ascii(_ letter: Unicode.Scalar) -> CChar {
        CChar(truncatingIfNeeded: letter.value)
    }
}
