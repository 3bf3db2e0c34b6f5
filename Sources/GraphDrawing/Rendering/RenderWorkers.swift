import Foundation
import Synchronization

/// Draws in child processes, each figure within limits of time and memory: for servers that draw what others ask for.
///
/// ```swift
/// let workers = RenderWorkers(.thisExecutable, count: 2, limits: RenderLimits(seconds: 5))
/// let svg = try await drawing.render(as: .svg, in: workers)
/// ```
/// Workers are started when they are needed, used again, and replaced after a crash, a limit or many figures. Any number of tasks
/// may ask at once; as many figures as there are workers are drawn at a time, in order of arrival. A task that is cancelled leaves
/// the line, or ends the worker that draws for it. Workers end with the last reference to this object, and with this process.
///
/// A class because it owns processes. The first one makes the process ignore `SIGPIPE`, unless it handles the signal already:
/// a worker may be gone when it is written to.
public final class RenderWorkers: Renderer {
    /// How a worker is started: a program that calls ``RenderWorker/run()``.
    public struct Command: Sendable, Hashable {
        public var executable: String
        public var arguments: [String]

        public init(executable: String, arguments: [String]) {
            self.executable = executable
            self.arguments = arguments
        }

        /// The hidden argument by which `newsgraph` becomes a worker.
        public static let argument = "render-worker"

        /// The program that runs, with ``argument``.
        public static var thisExecutable: Command {
            let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
            return Command(executable: path, arguments: [argument])
        }
    }

    private let command: Command
    private let limits: RenderLimits
    private let line: WaitingLine
    private let idle = Mutex<[WorkerProcess]>([])

    public init(_ command: Command = .thisExecutable, count: Int = 2, limits: RenderLimits = RenderLimits()) {
        self.command = command
        self.limits = limits
        line = WaitingLine(places: count)
        WorkerProcess.ignoreBrokenPipes()
    }

    deinit {
        idle.withLock { $0.forEach { $0.dismiss() } }
    }

    public func image(of request: RenderRequest) async throws -> RenderedImage {
        let size = request.pages.reduce(0) { $0 + $1.dot.utf8.count }
        guard size <= limits.requestSize else { throw DrawingError.tooLarge(bytes: size, limit: limits.requestSize) }
        let message = try WorkerMessage.payload(request)
        guard message.count <= limits.requestSize * 2 else {
            throw DrawingError.tooLarge(bytes: message.count, limit: limits.requestSize)
        }
        try await line.enter()
        defer { line.leave() }
        let worker = try await idleWorker()
        do {
            let image = try await worker.image(message)
            if await worker.figureCount < limits.figuresPerWorker {
                idle.withLock { $0.append(worker) }
            } else {
                worker.dismiss()
            }
            return image
        } catch {
            worker.dismiss()
            throw error
        }
    }

    /// One that lives; a worker may have been ended from outside while it had nothing to do.
    private func idleWorker() async throws -> WorkerProcess {
        while let worker = idle.withLock({ $0.popLast() }) {
            if worker.isAlive { return worker }
            worker.dismiss()
        }
        return try await WorkerProcess.start(command, limits)
    }
}
