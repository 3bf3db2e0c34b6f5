import Dispatch

/// Where all of libgvc runs: one thread at a time, in the whole process.
///
/// The library keeps global mutable state (parser, plugin registry, error buffers, layout statics). A queue of its own also
/// keeps layouts of seconds off the cooperative thread pool.
@globalActor
actor GraphvizActor {
    static let shared = GraphvizActor()

    private let executor = QueueExecutor()

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
}

/// A class, as executors have identity.
private final class QueueExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "newsgraph.graphviz")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
