import Foundation
import SampleGraphs
import Testing

@testable import GraphDrawing

@Suite("Drawing again and again")
struct MemoryTests {
    /// `RENDER_ROUNDS=10000` is the long run; a short one finds a leak of 10 KB a figure.
    @Test("needs no more memory than at first")
    func rounds() async throws {
        let rounds = ProcessInfo.processInfo.environment["RENDER_ROUNDS"].flatMap(Int.init) ?? 400
        let drawing = try Drawing(statements: harbourStrike)
        let small = try Drawing(statements: harbourStrike.prefix(5))
        var sizes: [Int] = []
        for round in 0..<rounds {
            switch round % 10 {
            case 0: _ = try await small.render(as: .png)
            case 1: _ = try await small.render(as: .pdf)
            default: _ = try await drawing.render(as: .svg)
            }
            if round % (rounds / 40) == 0 { sizes.append(residentSize()) }
        }
        print("resident memory over \(rounds) figures, MB: \(sizes.map { $0 / 1_000_000 })")
        // Other tests run beside this one and take memory too, but give it back.
        let early = sizes[sizes.count / 4], late = sizes.suffix(5).min() ?? 0
        #expect(late - early < 4_000_000, "\(sizes)")
    }
}

/// Bytes of this process in memory.
private func residentSize() -> Int {
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")[1]
    return pages.flatMap { Int($0) }.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } ?? 0
}
