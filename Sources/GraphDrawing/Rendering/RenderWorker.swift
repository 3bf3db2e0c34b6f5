import Glibc

/// The other side of ``RenderWorkers``: a process that draws what its standard input asks for, within limits, until it ends.
///
/// An executable that offers it calls this, and nothing else, when it is started as a worker:
/// ```swift
/// if CommandLine.arguments.dropFirst().first == RenderWorkers.Command.argument { await RenderWorker.run() }
/// ```
public enum RenderWorker {
    /// What a worker exits with when memory ran out, as `EX_OSERR` of sysexits.h.
    static let outOfMemory: Int32 = 71
    /// … and when what it read is no request, as `EX_PROTOCOL`.
    static let noRequest: Int32 = 76

    private static let mostFiles: rlim_t = 64
    /// Of what Graphviz says, so much is sent on.
    private static let mostWarnings = 50

    /// Returns never: the process exits when standard input ends.
    @GraphvizActor
    public static func run() async -> Never {
        let output = takeStandardOutput()
        exitWhenMemoryRunsOut()
        guard let first = readFrame(atMost: WorkerMessage.longestAnswer),
            let limits = try? WorkerMessage.value(RenderLimits.self, from: first)
        else { exit(noRequest) }
        limitEverything(limits)
        while let payload = readFrame(atMost: limits.requestSize * 2) {
            guard let request = try? WorkerMessage.value(RenderRequest.self, from: payload) else { exit(noRequest) }
            limitProcessorTime(limits)
            let (answer, image) = answer(request, limits)
            guard let answer = try? WorkerMessage.payload(answer) else { exit(noRequest) }
            write(WorkerMessage.frame(answer) + WorkerMessage.frame(image), to: output)
        }
        exit(0)
    }

    @GraphvizActor
    private static func answer(_ request: RenderRequest, _ limits: RenderLimits) -> (WorkerMessage.Answer, image: [UInt8]) {
        do throws(DrawingError) {
            errno = 0
            let image = try Graphviz.image(of: request)
            guard image.bytes.count <= limits.imageSize else { return (.failed(.imageTooLarge(limit: limits.imageSize)), []) }
            return (.drawn(warnings: image.warnings.prefix(mostWarnings).map { String($0.prefix(200)) }), image.bytes)
        } catch {
            if case .refused(let step, let messages) = error {
                let told = messages.prefix(mostWarnings).map { String($0.prefix(200)) }
                let ranOut = told.contains { $0.contains("out of memory") }
                return (.failed(ranOut ? .outOfMemory(bytes: limits.memory) : .refused(step: step, messages: told)), [])
            }
            return (.failed(error), [])
        }
    }

    // MARK: Limits

    private static func limitEverything(_ limits: RenderLimits) {
        set(RLIMIT_CORE, 0)
        // Nothing is written to files, and few are read: fonts and their index. Without a handler the first try would be the end.
        signal(SIGXFSZ, SIG_IGN)
        set(RLIMIT_FSIZE, 0)
        set(RLIMIT_NOFILE, mostFiles)
        set(RLIMIT_AS, rlim_t(addressSpace() + limits.memory))
    }

    /// The limit counts from the process's start, so it moves with each figure.
    private static func limitProcessorTime(_ limits: RenderLimits) {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1
        var limit = rlimit(rlim_cur: rlim_t(used + limits.processorSeconds), rlim_max: rlim_t(bitPattern: -1))
        setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
    }

    private static func set(_ resource: __rlimit_resource, _ value: rlim_t) {
        var limit = rlimit(rlim_cur: value, rlim_max: value)
        setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }

    /// Bytes mapped now: a runtime reserves more than it uses.
    private static func addressSpace() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        return strtol(line, nil, 10) * sysconf(Int32(_SC_PAGESIZE))
    }

    /// Libraries abort, trap or fall over when they get no memory. In the handler `errno` still tells, or what they printed last, and
    /// the exit code tells the parent.
    private static func exitWhenMemoryRunsOut() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        dup2(ends[1], STDERR_FILENO)
        close(ends[1])
        lastWords = ends[0]
        words.initialize(repeating: 0, count: wordsSize + 1)
        for fatal in [SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP] {
            var action = sigaction()
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_NODEFER
            action.__sigaction_handler.sa_handler = { fatal in
                if errno == ENOMEM || saidMemoryRanOut() { _exit(RenderWorker.outOfMemory) }
                raise(fatal)
            }
            sigaction(fatal, &action, nil)
        }
    }

    // MARK: Reading and writing

    /// What libraries print must not come between the frames.
    private static func takeStandardOutput() -> Int32 {
        let output = dup(STDOUT_FILENO)
        let nowhere = open("/dev/null", O_WRONLY)
        dup2(nowhere, STDOUT_FILENO)
        close(nowhere)
        return output
    }

    /// Nil at the end of standard input.
    private static func readFrame(atMost limit: Int) -> [UInt8]? {
        guard let length = readBytes(WorkerMessage.lengthSize).map(WorkerMessage.length) else { return nil }
        guard length <= limit else { exit(noRequest) }
        return readBytes(length)
    }

    private static func readBytes(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes.withUnsafeMutableBytes {
                read(STDIN_FILENO, UnsafeMutableRawBufferPointer(rebasing: $0[filled...]).baseAddress, count - filled)
            }
            if got < 0 && errno == EINTR { continue }
            guard got > 0 else { return nil }
            filled += got
        }
        return bytes
    }

    private static func write(_ bytes: [UInt8], to output: Int32) {
        var written = 0
        while written < bytes.count {
            let step = bytes.withUnsafeBytes {
                Glibc.write(output, UnsafeRawBufferPointer(rebasing: $0[written...]).baseAddress, $0.count - written)
            }
            if step < 0 && errno == EINTR { continue }
            guard step > 0 else { exit(0) }
            written += step
        }
    }
}

/// The reading end of what libraries print as errors. Set once, before anything is drawn.
nonisolated(unsafe) private var lastWords: Int32 = -1
private let wordsSize = 4096
nonisolated(unsafe) private let words = UnsafeMutablePointer<CChar>.allocate(capacity: wordsSize + 1)

/// Called in a signal handler: takes no memory and calls only what POSIX allows there.
private func saidMemoryRanOut() -> Bool {
    let count = read(lastWords, words, wordsSize)
    guard count > 0 else { return false }
    words[count] = 0
    // GLib for memory and for the stack of a thread, and Graphviz.
    return strstr(words, "failed to allocate") != nil || strstr(words, "creating thread") != nil || strstr(words, "out of memory") != nil
}
