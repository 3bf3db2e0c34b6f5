import Foundation
import SampleGraphs
import Testing

@testable import GraphDrawing

@Suite("Drawing again and again")
struct MemoryTests {
    /// What libgvc 2.42 itself loses with each figure of this size: text of HTML-like labels (`free_html_text` of htmltable.c) and of
    /// bold type (its pango plugin). A surface or a graph that we forgot would be many times that.
    private static let lostByGraphviz = 12_000
    /// Other tests run beside this one.
    private static let leeway = 10_000_000

    /// `RENDER_ROUNDS=10000` is the long run.
    @Test("needs no more memory with every figure than Graphviz loses")
    func rounds() async throws {
        let rounds = ProcessInfo.processInfo.environment["RENDER_ROUNDS"].flatMap(Int.init) ?? 200
        let drawing = try Drawing(statements: harbourStrike)
        var sizes: [Int] = []
        for round in 0..<rounds {
            switch round % 10 {
            case 0: _ = try await drawing.render(as: .png)
            case 1: _ = try await drawing.render(as: .pdf)
            default: _ = try await drawing.render(as: .svg)
            }
            if round.isMultiple(of: max(1, rounds / 40)) { sizes.append(residentSize()) }
        }
        let warm = sizes.count / 4
        let growth = (sizes.suffix(5).min() ?? 0) - sizes[warm]
        #expect(growth < rounds * 3 / 4 * MemoryTests.lostByGraphviz + MemoryTests.leeway, "\(sizes)")
        if rounds >= 1000 { print("\(rounds) figures: resident bytes \(sizes), \(growth / (rounds * 3 / 4)) a figure once warm") }
    }
}

/// Bytes of this process in memory.
private func residentSize() -> Int {
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")[1]
    return pages.flatMap { Int($0) }.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } ?? 0
}
