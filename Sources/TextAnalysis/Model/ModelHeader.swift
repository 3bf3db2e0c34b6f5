/// The JSON at the start of a model file: what the model is, its sizes, its labels, and where each tensor lies.
struct ModelHeader: Decodable, Sendable {
    static let supportedFormat = 2

    struct Configuration: Decodable, Sendable {
        var layers: Int
        var hidden: Int
        var heads: Int
        var ffn: Int
        /// Word pieces that the position table holds.
        var positions: Int
        var arc: Int
        var label: Int
        var role: Int
        /// Word pieces of one word that are read.
        var maxPieces: Int
        var layerNormEpsilon: Float
    }

    /// A label's number is its index.
    struct Labels: Decodable, Sendable {
        var upos: [String]
        var xpos: [String]
        var feats: [String]
        var lemmaRule: [String]
        var deprel: [String]
        var entity: [String]
        var predicate: [String]
        var role: [String]
    }

    struct Tensor: Decodable, Sendable {
        /// `i8`, `u8` or `f32`, little endian.
        var type: String
        var shape: [Int]
        /// From the start of the payload, in bytes.
        var offset: Int
        /// Name of the tensor with one scale a row, for `i8`.
        var scale: String?
    }

    var format: Int
    var name: String
    var version: String
    var language: String
    var config: Configuration
    var labels: Labels
    var licence: String
    var payloadLength: Int
    /// Hexadecimal, of the payload.
    var sha256: String
    var tensors: [String: Tensor]

    /// Read before the rest, which another format may hold differently.
    struct Format: Decodable {
        var format: Int
    }
}
