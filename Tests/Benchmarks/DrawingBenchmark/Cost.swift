import Foundation

/// Seconds on the clock, and of the processor, children included.
struct Cost: CustomStringConvertible {
    var wall, processor: Double

    static func of(_ work: @Sendable () async throws -> Void) async rethrows -> Cost {
        let clock = ContinuousClock()
        let (start, used) = (clock.now, usedByNow())
        try await work()
        return Cost(wall: (clock.now - start) / .seconds(1), processor: usedByNow() - used)
    }

    var description: String { "wall \(tenths(wall * 1000)) ms, processor \(tenths(processor * 1000)) ms" }

    private static func usedByNow() -> Double {
        [RUSAGE_SELF, RUSAGE_CHILDREN].reduce(0) { sum, who in
            var usage = rusage()
            getrusage(__rusage_who_t(who.rawValue), &usage)
            let times = [usage.ru_utime, usage.ru_stime]
            return times.reduce(sum) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000 }
        }
    }
}

extension [Cost] {
    var median: Cost { Cost(wall: map(\.wall).median, processor: map(\.processor).median) }
}

extension [Double] {
    var median: Double {
        let sorted = sorted()
        return (sorted[count / 2] + sorted[(count - 1) / 2]) / 2
    }
}

func tenths(_ value: Double) -> String { String(format: "%.1f", value) }
