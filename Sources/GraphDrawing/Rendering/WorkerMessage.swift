import Foundation

/// How a process and its workers talk: frames of a length (four bytes, highest first) and so many bytes.
///
/// To a worker: one frame with ``RenderLimits``, then one with a ``RenderRequest`` for each figure. From a worker: two frames for
/// each figure, an ``Answer`` and the image. All but the image are JSON.
enum WorkerMessage {
    enum Answer: Codable {
        case drawn(warnings: [String])
        case failed(DrawingError)
    }

    static let lengthSize = 4
    /// An answer without its image is short.
    static let longestAnswer = 100_000

    static func frame(_ payload: [UInt8]) -> [UInt8] {
        withUnsafeBytes(of: UInt32(payload.count).bigEndian, Array.init) + payload
    }

    static func length(_ bytes: some Collection<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }

    static func payload(_ value: some Encodable) throws -> [UInt8] {
        try Array(JSONEncoder().encode(value))
    }

    static func value<Value: Decodable>(_ type: Value.Type, from payload: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(payload))
    }
}
