import Foundation
import Testing

/// Figures drawn again and again, in a process of its own: other tests would be counted too.
@Suite("Drawing again and again")
struct MemoryTests {
    /// What libgvc 2.42 itself loses with each figure of this size: the lines of HTML-like labels (`free_html_text` of htmltable.c). A surface
    /// or a graph that we forgot would be many times that.
    private static let lostByGraphviz = 8_000
    private static let leeway = 2_000_000

    /// `RENDER_ROUNDS=10000` is the long run.
    private static let rounds = ProcessInfo.processInfo.environment["RENDER_ROUNDS"].flatMap(Int.init) ?? 200

    @Test("in one process needs no more memory with every figure than Graphviz loses")
    func here() throws {
        let growth = try growth(["rounds", "\(Self.rounds)"])
        #expect(growth < Self.rounds * 3 / 4 * Self.lostByGraphviz + Self.leeway)
    }

    @Test("in workers needs no more memory than the first figures do")
    func workers() throws {
        #expect(try growth(["rounds", "\(Self.rounds)", "workers"]) < Self.leeway)
    }

    /// How many bytes the program has grown once it was warm, after a quarter of the figures.
    private func growth(_ arguments: [String]) throws -> Int {
        let process = Process()
        process.executableURL = productsDirectory.appendingPathComponent("RenderWorkerProgram")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let sizes = text.split(separator: "\n").compactMap { Int($0) }
        try #require(sizes.count >= 40)
        let growth = (sizes.suffix(5).min() ?? 0) - sizes[sizes.count / 4]
        if Self.rounds >= 1000 { print("\(arguments): resident bytes \(sizes), grown by \(growth)") }
        return growth
    }
}
