import Dispatch
import GraphDrawing

/// Where questions to the database and extraction run: they block, and the threads that serve connections must not.
///
/// ```swift
/// let reading = BlockingWork("reading", places: 4, longestLine: 256)
/// let page = try await reading.run { try ActorPage(of: id, in: store) }
/// ```
/// So many pieces run at a time, the others wait in order of arrival. What runs may ask `Task.isCancelled`: it keeps the task of its caller.
struct BlockingWork: Sendable {
    private let line: WaitingLine
    private let executor: ThreadExecutor

    /// - Parameters:
    ///   - places: how many pieces of work run at a time.
    ///   - longestLine: how many may wait; what comes then is refused with `WaitingLine.IsFull`.
    init(_ label: String, places: Int, longestLine: Int) {
        line = WaitingLine(places: places, longest: longestLine)
        executor = ThreadExecutor(label: "newsgraph.\(label)")
    }

    func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await line.enter()
        defer { line.leave() }
        return try await withTaskExecutorPreference(executor) { try body() }
    }
}

/// Runs tasks on threads of Dispatch, which makes as many as there is work. A class, for the identity that executors have.
private final class ThreadExecutor: TaskExecutor {
    private let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label, qos: .userInitiated, attributes: .concurrent)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
