import Foundation
import Synchronization

/// What the server counts of itself, in Prometheus' text form.
///
/// Source: https://prometheus.io/docs/instrumenting/exposition_formats. A class, because all requests count in one place.
final class RequestMetrics: Sendable {
    private struct Counts {
        var inProgress = 0
        var requests: [Key: Int] = [:]
        /// By route: requests at most as long as each of `bounds`, and all; seconds in sum.
        var durations: [String: (buckets: [Int], seconds: Double)] = [:]
    }

    private struct Key: Hashable {
        var route: String
        var status: Int
    }

    private static let bounds = [0.005, 0.02, 0.05, 0.15, 0.5, 1, 5]
    private let counts = Mutex(Counts())
    private let start = Date()

    func begin() {
        counts.withLock { $0.inProgress += 1 }
    }

    /// - Parameter route: as it is declared, never as it was asked for: clients cannot make names.
    func end(route: String, status: Int, after time: Duration) {
        let seconds = time.milliseconds / 1000
        counts.withLock { counts in
            counts.inProgress -= 1
            counts.requests[Key(route: route, status: status), default: 0] += 1
            var entry = counts.durations[route] ?? (Array(repeating: 0, count: Self.bounds.count + 1), 0)
            for (place, bound) in Self.bounds.enumerated() where seconds <= bound { entry.buckets[place] += 1 }
            entry.buckets[Self.bounds.count] += 1
            entry.seconds += seconds
            counts.durations[route] = entry
        }
    }

    var text: String {
        let (inProgress, requests, durations) = counts.withLock { ($0.inProgress, $0.requests, $0.durations) }
        var lines = [
            "# HELP newsgraph_requests_in_progress Requests being answered.", "# TYPE newsgraph_requests_in_progress gauge",
            "newsgraph_requests_in_progress \(inProgress)",
            "# HELP newsgraph_requests_total Requests answered, by route and status.", "# TYPE newsgraph_requests_total counter",
        ]
        for (key, count) in requests.sorted(by: { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }) {
            lines.append("newsgraph_requests_total{route=\"\(key.route)\",status=\"\(key.status)\"} \(count)")
        }
        lines += [
            "# HELP newsgraph_request_seconds Time from request to answer, by route.", "# TYPE newsgraph_request_seconds histogram",
        ]
        for (route, entry) in durations.sorted(by: { $0.key < $1.key }) {
            for (bound, count) in zip(Self.bounds.map { "\($0)" } + ["+Inf"], entry.buckets) {
                lines.append("newsgraph_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(count)")
            }
            lines.append("newsgraph_request_seconds_sum{route=\"\(route)\"} \(entry.seconds)")
            lines.append("newsgraph_request_seconds_count{route=\"\(route)\"} \(entry.buckets[Self.bounds.count])")
        }
        lines += [
            "# HELP process_start_time_seconds When the server started.", "# TYPE process_start_time_seconds gauge",
            "process_start_time_seconds \(start.timeIntervalSince1970)",
        ]
        if let memory = Self.residentBytes {
            lines += [
                "# HELP process_resident_memory_bytes Resident memory.", "# TYPE process_resident_memory_bytes gauge",
                "process_resident_memory_bytes \(memory)",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Nil where the system does not say it in `/proc`.
    private static var residentBytes: Int? {
        guard let status = FileManager.default.contents(atPath: "/proc/self/statm") else { return nil }
        let fields = String(decoding: status, as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? Int(fields[1]).map { $0 * Int(getpagesize()) } : nil
    }
}
