import Foundation
import GraphFormats
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphDrawing

/// Serialized, because some count processes and pipes.
@Suite("Workers", .serialized)
struct RenderWorkersTests {
    private let drawing: Drawing

    init() throws {
        drawing = try Drawing(statements: harbourStrike)
    }

    @Test("give the same bytes as this process", arguments: DrawingFormat.allCases)
    func sameBytes(format: DrawingFormat) async throws {
        let workers = RenderWorkers(program(), count: 1)
        let here = try await drawing.render(as: format)
        for _ in 0..<2 {
            let there = try await drawing.render(as: format, in: workers)
            // Not compared inside the expectation, which would look for the shortest difference for minutes.
            let isSame = there == here
            #expect(isSame)
        }
    }

    @Test("serve 200 callers at once, with two processes that are used again and again")
    func manyCallers() async throws {
        let small = try Drawing(statements: harbourStrike.prefix(4))
        let expected = try await small.render(as: .svg)
        let workers = RenderWorkers(program(), count: 2)
        let right = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 { group.addTask { (try? await small.render(as: .svg, in: workers)) == expected } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(right == 200)
        #expect(children().count == 2)
    }

    @Test("are replaced after so many figures, and leave neither processes nor pipes behind")
    func replacement() async throws {
        let before = pipes()
        do {
            let workers = RenderWorkers(program(), count: 1, limits: RenderLimits(figuresPerWorker: 2))
            var processes: Set<Int> = []
            for _ in 0..<5 {
                _ = try await drawing.render(as: .svg, in: workers)
                processes.formUnion(children())
            }
            #expect(processes.count == 3)
        }
        try await expectNothingLeft(pipes: before)
    }

    @Test("end what takes too long: processor time, and time on the clock")
    func endless() async throws {
        let before = pipes()
        do {
            let byProcessor = RenderWorkers(program(), count: 1, limits: RenderLimits(processorSeconds: 1, seconds: 60))
            await #expect(throws: DrawingError.timedOut(seconds: 1)) { try await byProcessor.image(of: endlessFigure) }
            let byClock = RenderWorkers(program(), count: 1, limits: RenderLimits(processorSeconds: 60, seconds: 2))
            await #expect(throws: DrawingError.timedOut(seconds: 2)) { try await byClock.image(of: endlessFigure) }
            // The next figure gets a new process.
            #expect(try await drawing.render(as: .svg, in: byClock).isEmpty == false)
        }
        try await expectNothingLeft(pipes: before)
    }

    @Test("end what needs too much memory")
    func memory() async throws {
        let workers = RenderWorkers(program(), count: 1, limits: RenderLimits(memory: 40_000_000))
        let nodes = (0..<200_000).map { "n\($0)" }.joined(separator: ";")
        let hostile = RenderRequest(format: .svg, title: "", pages: [.init(dot: "digraph x { \(nodes) }", engine: "nop2")])
        await #expect(throws: DrawingError.outOfMemory(bytes: 40_000_000)) { try await workers.image(of: hostile) }
        let raster = RenderRequest(
            format: .png, title: "", pages: [.init(dot: "digraph x { a [pos=\"0,0!\"]; b [pos=\"9000,9000!\"] }", engine: "neato")])
        await #expect(throws: DrawingError.outOfMemory(bytes: 40_000_000)) { try await workers.image(of: raster) }
        // Whatever library is the first to get none: GLib traps, Graphviz aborts, the Swift runtime stops.
        for megabytes in [1, 5, 10, 15, 20] {
            let tight = RenderWorkers(program(), count: 1, limits: RenderLimits(memory: megabytes * 1_000_000))
            await #expect(throws: DrawingError.outOfMemory(bytes: megabytes * 1_000_000)) { try await tight.image(of: hostile) }
        }
    }

    @Test(
        "that are none give an error that says so",
        arguments: [
            ("babbling", DrawingError.workerFailed("it sent what is no image")),
            ("boasting", .workerFailed("it sent what is no image")),
            ("silent", .timedOut(seconds: 1)),
            ("leaving", .workerFailed("it exited with code 3")),
            ("dying", .crashed(signal: Int(SIGBUS))),
        ])
    func badWorker(argument: String, error: DrawingError) async throws {
        let before = pipes()
        do {
            let workers = RenderWorkers(program(argument), count: 1, limits: RenderLimits(seconds: 1))
            await #expect(throws: error) { try await drawing.render(as: .svg, in: workers) }
            await #expect(throws: error) { try await drawing.render(as: .svg, in: workers) }
        }
        try await expectNothingLeft(pipes: before)
    }

    @Test("that cannot be started give an error with the path")
    func missing() async throws {
        let workers = RenderWorkers(.init(executable: "/nowhere/newsgraph", arguments: []))
        let error = await #expect(throws: DrawingError.self) { try await drawing.render(as: .svg, in: workers) }
        #expect("\(try #require(error))".contains("/nowhere/newsgraph"))
    }

    @Test("killed while they have nothing to do are replaced unnoticed")
    func killedIdle() async throws {
        let workers = RenderWorkers(program(), count: 1)
        let first = try await drawing.render(as: .svg, in: workers)
        let child = try #require(children().first)
        kill(pid_t(child), SIGKILL)
        try await Task.sleep(for: .milliseconds(300))
        let isSame = try await drawing.render(as: .svg, in: workers) == first
        #expect(isSame)
        #expect(!children().contains(child))
    }

    @Test("pass on what Graphviz refuses, and draw the next figure")
    func refusal() async throws {
        let workers = RenderWorkers(program(), count: 1)
        let broken = RenderRequest(format: .svg, title: "", pages: [.init(dot: "digraph {", engine: "dot")])
        let error = await #expect(throws: DrawingError.self) { try await workers.image(of: broken) }
        guard case .refused(let step, let messages) = error else {
            Issue.record("refused expected, not \(String(describing: error))")
            return
        }
        #expect(step == "input" && messages.contains { $0.contains("syntax error") })
        #expect(try await drawing.render(as: .svg, in: workers).isEmpty == false)
    }

    @Test("refuse texts and images beyond their limits")
    func sizes() async throws {
        let workers = RenderWorkers(program(), count: 1, limits: RenderLimits(imageSize: 1_000, requestSize: 20_000))
        await #expect(throws: DrawingError.imageTooLarge(limit: 1_000)) { try await drawing.render(as: .svg, in: workers) }
        let long = RenderRequest(format: .svg, title: "", pages: [.init(dot: String(repeating: " ", count: 20_001), engine: "dot")])
        await #expect(throws: DrawingError.tooLarge(bytes: 20_001, limit: 20_000)) { try await workers.image(of: long) }
    }

    @Test("stop drawing for a task that is cancelled, and let one that waits go")
    func cancellation() async throws {
        let before = pipes()
        do {
            let workers = RenderWorkers(program(), count: 1, limits: RenderLimits(processorSeconds: 60, seconds: 60))
            let drawn = Task { try await workers.image(of: endlessFigure) }
            try await Task.sleep(for: .milliseconds(500))
            let waiting = Task { try await workers.image(of: endlessFigure) }
            try await Task.sleep(for: .milliseconds(100))
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            drawn.cancel()
            await #expect(throws: CancellationError.self) { try await drawn.value }
        }
        try await expectNothingLeft(pipes: before)
    }

    @Test("see nothing of their parent's environment but what fonts are found by, and no open file")
    func surroundings() async throws {
        setenv("NEWSGRAPH_SECRET", "hidden", 1)
        defer { unsetenv("NEWSGRAPH_SECRET") }
        let secret = open("/etc/hostname", O_RDONLY)
        defer { close(secret) }
        let workers = RenderWorkers(program(), count: 1)
        _ = try await drawing.render(as: .svg, in: workers)
        let child = try #require(children().first)
        let environment = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(child)/environ"))
        let names = environment.split(separator: 0).map { String(decoding: $0.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self) }
        let allowed: Set = [
            "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "GVBINDIR", "HOME", "MALLOC_ARENA_MAX", "SWIFT_BACKTRACE",
            "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
        ]
        #expect(Set(names).isSubset(of: allowed), "\(names)")
        let files = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(child)/fd").compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(child)/fd/\($0)")
        }
        #expect(!files.contains("/etc/hostname"))
        let known = ["pipe:", "/dev/null", "anon_inode:"]
        #expect(files.allSatisfy { file in known.contains(where: file.hasPrefix) || file.contains("/fonts/") }, "\(files)")
        let limits = try String(contentsOfFile: "/proc/\(child)/limits", encoding: .utf8)
        for limit in ["Max core file size +0 +0 ", "Max file size +0 +0 ", "Max open files +64 +64 ", "Max address space +[0-9]+ +[0-9]+ "]
        {
            #expect(try limits.contains(Regex(limit)), "\(limit)\n\(limits)")
        }
    }

    // MARK: Processes

    private func program(_ argument: String = RenderWorkers.Command.argument) -> RenderWorkers.Command {
        RenderWorkers.Command(executable: productsDirectory.appendingPathComponent("RenderWorkerProgram").path, arguments: [argument])
    }

    private func expectNothingLeft(pipes before: Int) async throws {
        // A process needs a moment to see that it is dismissed, and other tests have pipes for a while.
        for _ in 0..<600 where !children().isEmpty || pipes() > before { try await Task.sleep(for: .milliseconds(50)) }
        #expect(children() == [])
        #expect(pipes() <= before)
    }
}

/// A small graph that `neato` is asked to improve for ever: no size tells it.
private let endlessFigure: RenderRequest = {
    let edges = (0..<300).flatMap { node in [1, 7, 31].map { "n\(node) -> n\((node * $0 + 13) % 300)" } }.joined(separator: "\n")
    return RenderRequest(
        format: .svg, title: "", pages: [.init(dot: "digraph x { graph [maxiter=2000000000, epsilon=0]\n\(edges)\n}", engine: "neato")])
}()

/// Process ids of this process's workers, the dead ones that nobody waited for too; other tests have children of other names.
private func children() -> [Int] {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
    return threads.flatMap { thread in
        let list = (try? String(contentsOfFile: "/proc/self/task/\(thread)/children", encoding: .utf8)) ?? ""
        return list.split(separator: " ").compactMap { Int($0) }.filter { child in
            (try? String(contentsOfFile: "/proc/\(child)/comm", encoding: .utf8))?.hasPrefix("RenderWorker") == true
        }
    }
}

private func pipes() -> Int {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return files.count { (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)"))?.hasPrefix("pipe:") == true }
}

/// Where the build put its executables, beside the tests.
var productsDirectory: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
}
