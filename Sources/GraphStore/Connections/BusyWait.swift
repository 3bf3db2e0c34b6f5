import Foundation

/// How a connection waits for another one that is writing.
enum BusyWait {
    /// Seconds between two tries: short enough to slip in between two transactions of a writer that has many (`gap`).
    private static let interval = 0.002

    /// How long a writer of many transactions leaves the file to others after each.
    static let gap = 0.01

    /// Waits a moment before the next try; false when it has been long enough.
    ///
    /// - Parameters:
    ///   - tries: how many there were before.
    ///   - timeout: seconds to go on for.
    static func waits(tries: Int, timeout: Double) -> Bool {
        guard Double(tries) * interval < timeout else { return false }
        Thread.sleep(forTimeInterval: interval)
        return true
    }
}
