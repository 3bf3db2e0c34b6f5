import Foundation
import GraphFormats
import Logging

/// Log entries as JSON Lines on standard error: `{"time":…,"level":…,"message":…, …}`.
struct JSONLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var json = JSONText()
        json.object { json in
            json.key("time", Date().formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true)))
            json.key("level", event.level.rawValue)
            json.key("message", event.message.description)
            for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }).sorted(by: { $0.key < $1.key }) {
                json.key(escaping: key) { $0.write(value.description) }
            }
        }
        FileHandle.standardError.write(Data((json.text + "\n").utf8))
    }
}
