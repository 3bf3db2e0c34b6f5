import SampleGraphs
import Testing

@testable import GraphDrawing

@Suite("A line to wait in")
struct WaitingLineTests {
    @Test("lets no more in than there are places, and everybody in the end", arguments: [1, 3])
    func places(count: Int) async throws {
        let line = WaitingLine(places: count)
        let room = Room()
        await withThrowingTaskGroup { group in
            for _ in 0..<200 {
                group.addTask {
                    try await line.enter()
                    await room.enter()
                    await Task.yield()
                    await room.leave()
                    line.leave()
                }
            }
        }
        #expect(await room.most <= count)
        #expect(await room.total == 200)
    }

    private actor Room {
        private var now = 0
        private(set) var most = 0
        private(set) var total = 0

        func enter() {
            now += 1
            total += 1
            most = max(most, now)
        }

        func leave() { now -= 1 }
    }

    @Test("lets a cancelled task go at once, and keeps its place for the next")
    func cancellation() async throws {
        let line = WaitingLine(places: 1)
        try await line.enter()
        let waiting = (0..<50).map { _ in Task { try await line.enter() } }
        try await Task.sleep(for: .milliseconds(20))
        for task in waiting { task.cancel() }
        for task in waiting { await #expect(throws: CancellationError.self) { try await task.value } }
        line.leave()
        try await line.enter()
        let cancelled = Task { try await line.enter() }
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
    }
}

@Suite("Drawing in this process")
struct ThisProcessTests {
    @Test("serves 200 tasks at once with the bytes that one gets")
    func manyCallers() async throws {
        let drawing = try Drawing(statements: harbourStrike.prefix(4))
        let expected = try await drawing.render(as: .svg)
        let right = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 { group.addTask { (try? await drawing.render(as: .svg)) == expected } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(right == 200)
    }

    @Test("does not draw for tasks that are cancelled while they wait")
    func cancellation() async throws {
        let drawing = try Drawing(statements: sampleNetwork(statements: 150))
        let tasks = (0..<200).map { _ in Task { try await drawing.render(as: .png) } }
        try await Task.sleep(for: .milliseconds(50))
        for task in tasks { task.cancel() }
        var cancelled = 0
        for task in tasks {
            do { _ = try await task.value } catch is CancellationError { cancelled += 1 }
        }
        // One may have been drawing already.
        #expect(cancelled >= 198)
    }
}
