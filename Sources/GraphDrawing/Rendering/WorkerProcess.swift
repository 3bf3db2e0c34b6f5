import Foundation
import Glibc
import Subprocess
import Synchronization

/// A worker as its parent sees it: draws one figure at a time, and is of no use after the first failure.
actor WorkerProcess {
    private typealias Connection = Execution<CustomWriteInput, SequenceOutput, DiscardedOutput>

    /// Why its parent ended a worker that drew.
    private enum Reason {
        case cancelled, timedOut, misunderstood
    }

    private enum Work {
        case idle, drawing
        case ended(Reason)
    }

    private let connection: Connection
    private let limits: RenderLimits
    /// Ends the scope that keeps the process and its pipes.
    private let dismissal: AsyncStream<Never>.Continuation
    private let ending: Task<TerminationStatus, any Error>
    private let work = Mutex(Work.idle)
    private var output: SubprocessOutputSequence.Iterator
    /// Read, but not used yet.
    private var rest: [UInt8] = []
    private(set) var figureCount = 0

    private init(
        _ connection: Connection, _ limits: RenderLimits, dismissal: AsyncStream<Never>.Continuation,
        ending: Task<TerminationStatus, any Error>
    ) {
        self.connection = connection
        self.limits = limits
        self.dismissal = dismissal
        self.ending = ending
        output = connection.standardOutput.makeAsyncIterator()
    }

    static func start(_ command: RenderWorkers.Command, _ limits: RenderLimits) async throws -> WorkerProcess {
        let (connections, connected) = AsyncThrowingStream<Connection, any Error>.makeStream()
        let (dismissals, dismissal) = AsyncStream<Never>.makeStream()
        // The library ends a process with the scope it was started in; this task is the scope.
        let ending = Task {
            do {
                return try await run(
                    .path(.init(command.executable)), arguments: Arguments(command.arguments), environment: .custom(environment),
                    workingDirectory: "/", platformOptions: ownSession, input: .inputWriter, output: .sequence, error: .discarded
                ) { connection in
                    connected.yield(connection)
                    for await _ in dismissals {}
                }.terminationStatus
            } catch {
                connected.finish(throwing: error)
                throw error
            }
        }
        do {
            for try await connection in connections {
                let worker = WorkerProcess(connection, limits, dismissal: dismissal, ending: ending)
                _ = try await connection.standardInputWriter.write(WorkerMessage.frame(WorkerMessage.payload(limits)))
                return worker
            }
        } catch {
            dismissal.finish()
            throw DrawingError.workerFailed("\(command.executable) could not be started: \(error)")
        }
        // The stream ends without an error when the task that waits is cancelled.
        dismissal.finish()
        throw CancellationError()
    }

    /// - Parameter message: a ``RenderRequest`` as JSON.
    func image(_ message: [UInt8]) async throws -> RenderedImage {
        figureCount += 1
        work.withLock { $0 = .drawing }
        let timer = Task { [limits] in
            try await Task.sleep(for: .seconds(limits.seconds))
            self.end(because: .timedOut)
        }
        defer { timer.cancel() }
        let answer = try await withTaskCancellationHandler {
            // Whatever goes wrong with a pipe, the process's end tells why.
            do { return try await reply(to: message) } catch is SubprocessError { return nil }
        } onCancel: {
            end(because: .cancelled)
        }
        guard let answer else { throw await failure() }
        work.withLock { if case .drawing = $0 { $0 = .idle } }
        return try answer.get()
    }

    /// Lets the process end: it sees the end of its input.
    nonisolated func dismiss() {
        dismissal.finish()
    }

    /// False when the process has ended, by itself or from outside.
    nonisolated var isAlive: Bool {
        var found = siginfo_t()
        // Looks without taking the process's end away from those who wait for it.
        let status = waitid(P_PID, id_t(connection.processIdentifier.value), &found, WEXITED | WNOHANG | WNOWAIT)
        return status == 0 && found.si_signo == 0
    }

    // MARK: Talking

    /// Nil when the process ends, by itself or because it sent what is no answer.
    private func reply(to message: [UInt8]) async throws -> Result<RenderedImage, DrawingError>? {
        _ = try await connection.standardInputWriter.write(WorkerMessage.frame(message))
        guard let text = try await readFrame(atMost: WorkerMessage.longestAnswer) else { return nil }
        guard let answer = try? WorkerMessage.value(WorkerMessage.Answer.self, from: text) else {
            end(because: .misunderstood)
            return nil
        }
        guard let bytes = try await readFrame(atMost: limits.imageSize) else { return nil }
        return switch answer {
        case .drawn(let warnings): .success(RenderedImage(bytes: bytes, warnings: warnings))
        case .failed(let error): .failure(error)
        }
    }

    private func readFrame(atMost limit: Int) async throws -> [UInt8]? {
        guard let length = try await readBytes(WorkerMessage.lengthSize).map(WorkerMessage.length) else { return nil }
        guard length <= limit else {
            end(because: .misunderstood)
            return nil
        }
        return try await readBytes(length)
    }

    private func readBytes(_ count: Int) async throws -> [UInt8]? {
        while rest.count < count {
            var iterator = output
            guard let more = try await iterator.next(isolation: self) else { return nil }
            output = iterator
            more.withUnsafeBytes { rest += $0 }
        }
        defer { rest.removeFirst(count) }
        return Array(rest.prefix(count))
    }

    // MARK: Ending

    private nonisolated func end(because reason: Reason) {
        work.withLock {
            guard case .drawing = $0 else { return }
            $0 = .ended(reason)
            // Fails only when the process is gone already.
            try? connection.send(signal: .kill)
        }
    }

    /// Why the process ended. One that closed its output but lives is ended by the timer.
    private func failure() async -> any Error {
        dismiss()
        let status = try? await ending.value
        if case .ended(let reason) = work.withLock({ $0 }) {
            return switch reason {
            case .cancelled: CancellationError()
            case .timedOut: DrawingError.timedOut(seconds: limits.seconds)
            case .misunderstood: DrawingError.workerFailed("it sent what is no image")
            }
        }
        return switch status {
        case .signaled(SIGXCPU): DrawingError.timedOut(seconds: limits.processorSeconds)
        case .exited(RenderWorker.outOfMemory): DrawingError.outOfMemory(bytes: limits.memory)
        case .signaled(let signal): DrawingError.crashed(signal: Int(signal))
        case .exited(let code): DrawingError.workerFailed("it exited with code \(code)")
        case nil: DrawingError.workerFailed("its end could not be learnt")
        }
    }

    // MARK: Surroundings

    /// Nothing but what fontconfig and Graphviz's plugins are found by; one arena, as each more reserves 64 MB of address space; and no
    /// backtraces, which would start a further process.
    private static var environment: [Environment.Key: String] {
        let names = [
            "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "GVBINDIR", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
        ]
        var environment: [Environment.Key: String] = ["MALLOC_ARENA_MAX": "1", "SWIFT_BACKTRACE": "enable=no"]
        for name in names {
            if let value = ProcessInfo.processInfo.environment[name] { environment[.init(stringLiteral: name)] = value }
        }
        return environment
    }

    /// A terminal's interrupt is for the parent, which then ends its workers in good order.
    private static var ownSession: PlatformOptions {
        var options = PlatformOptions()
        options.createSession = true
        return options
    }

    static func ignoreBrokenPipes() {
        let former = signal(SIGPIPE, SIG_IGN)
        if let former, unsafeBitCast(former, to: Int.self) != 0 { signal(SIGPIPE, former) }
    }
}
