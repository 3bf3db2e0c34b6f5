import Digests
import Foundation

@testable import TextAnalysis

/// A model file of the real format with few, random weights: for tests of reading, decoding and determinism, not of quality.
struct TinyModel {
    var header: [String: Any] = [:]
    var payload = Data()
    private var tensors: [String: [String: Any]] = [:]
    private var random = Random(state: 42)

    static let pieces = [
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "port", "##s", "open", "##ed", "on", "monday", ".", ",", "a", "un", "##known",
    ]

    static let labels: [String: [String]] = [
        "upos": ["NOUN", "VERB", "PUNCT", "DET"], "xpos": ["NN", "VBD", "."], "feats": ["_", "Number=Sing"],
        "lemmaRule": ["L|0|", "L|2|", "L|=|be"], "deprel": ["root", "nsubj", "obl", "punct"],
        "entity": ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"], "predicate": ["O", "v", "n", "x"], "role": ["-", "ARG0", "ARG1", "ARGM-TMP"],
    ]

    init(prior: String = "") {
        let (hidden, ffn, arc, label, role) = (24, 48, 10, 6, 8)
        let l = Self.labels.mapValues(\.count)
        func size(_ name: String) -> Int { l[name] ?? 0 }
        addText("vocab", Self.pieces.joined(separator: "\n"))
        addBytes("embed.word", Self.pieces.count, hidden)
        addBytes("embed.position", 512, hidden)
        addFloats("embed.shape", [24, hidden])
        addFloats("embed.mode", [4, hidden])
        addNorm("embed.norm", hidden)
        for layer in 0..<2 {
            for (part, outputs, inputs) in [
                ("qkv", 3 * hidden, hidden), ("out", hidden, hidden), ("up", ffn, hidden), ("down", hidden, ffn),
            ] {
                addLinear("layer.\(layer).\(part)", outputs, inputs)
            }
            addNorm("layer.\(layer).norm1", hidden)
            addNorm("layer.\(layer).norm2", hidden)
        }
        for mix in ["tags", "parse", "entity", "predicate", "argument"] { add("mix.\(mix)", [0.2, 0.3, 0.5], [3]) }
        for (name, set) in [("upos", "upos"), ("xpos", "xpos"), ("feats", "feats"), ("lemma", "lemmaRule"), ("entity", "entity")] {
            addLinear(name, size(set), hidden)
        }
        for (name, outputs) in [("arc.head", arc), ("arc.dependent", arc), ("label.head", label), ("label.dependent", label)] {
            addLinear(name, outputs, hidden)
        }
        addBytes("arc.bilinear", arc + 1, arc)
        addBytes("label.bilinear", size("deprel") * (label + 1), label + 1)
        addLinear("predicate.hidden", 12, hidden)
        addLinear("predicate.out", size("predicate"), 12)
        addLinear("role.predicate", role, hidden)
        addLinear("role.argument", role, hidden)
        addFloats("role.class", [size("predicate"), hidden])
        addBytes("role.bilinear", size("role") * (role + 1), role + 1)
        addFloats("role.distance", [33, size("role")])
        addFloats("role.arc", [size("role"), 2])
        addText("path.prior", prior)
        header = [
            "format": 2, "name": "tiny", "version": "1", "language": "en", "licence": "none", "labels": Self.labels,
            "config": [
                "layers": 2, "hidden": hidden, "heads": 3, "ffn": ffn, "positions": 512, "arc": arc, "label": label, "role": role,
                "maxPieces": 12, "layerNormEpsilon": 1e-12,
            ] as [String: Any],
        ]
    }

    /// Sets a value of the header, such as `tensors.vocab.offset`.
    mutating func set(_ path: String, _ value: Any) {
        let keys = path.split(separator: ".", maxSplits: 1).map(String.init)
        if keys.first == "tensors", let last = keys.last {
            let name = last.split(separator: ".").dropLast().joined(separator: ".")
            tensors[name]?[String(last.split(separator: ".").last ?? "")] = value
        } else if keys.count == 2, var inner = header[keys[0]] as? [String: Any] {
            inner[keys[1]] = value
            header[keys[0]] = inner
        } else {
            header[path] = value
        }
    }

    mutating func removeTensor(_ name: String) {
        tensors[name] = nil
    }

    /// The bytes of the file.
    func data() throws -> Data {
        var header = header
        header["tensors"] = tensors
        if header["payloadLength"] == nil { header["payloadLength"] = payload.count }
        if header["sha256"] == nil { header["sha256"] = payload.withUnsafeBytes { SHA256.hexDigest(of: $0) } }
        let json = try JSONSerialization.data(withJSONObject: header, options: [.sortedKeys])
        var file = Data("NGMODEL1".utf8)
        withUnsafeBytes(of: UInt64(json.count).littleEndian) { file.append(contentsOf: $0) }
        file.append(json)
        file.append(Data(count: (64 - file.count % 64) % 64))
        return file + payload
    }

    /// A file of these bytes, which `body` may read.
    static func withFile<Result>(_ data: Data, _ body: (URL) throws -> Result) throws -> Result {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("newsgraph-\(UUID().uuidString).model")
        try data.write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try body(url)
    }

    private mutating func addLinear(_ name: String, _ outputs: Int, _ inputs: Int) {
        addBytes("\(name).weight", outputs, inputs, limit: 63)
        addFloats("\(name).bias", [outputs])
    }

    private mutating func addNorm(_ name: String, _ size: Int) {
        add("\(name).weight", [Float](repeating: 1, count: size), [size])
        addFloats("\(name).bias", [size])
    }

    private mutating func addFloats(_ name: String, _ shape: [Int]) {
        add(name, (0..<shape.reduce(1, *)).map { _ in random.number() * 0.5 }, shape)
    }

    private mutating func addBytes(_ name: String, _ rows: Int, _ columns: Int, limit: Float = 127) {
        let values = (0..<rows * columns).map { _ in Int8((random.number() * limit).rounded()) }
        addTensor(name, "i8", [rows, columns], values.withUnsafeBytes { Data($0) }, scale: "\(name).scale")
        add("\(name).scale", [Float](repeating: 2 / limit, count: rows), [rows])
    }

    private mutating func addText(_ name: String, _ text: String) {
        addTensor(name, "u8", [text.utf8.count], Data(text.utf8))
    }

    private mutating func add(_ name: String, _ values: [Float], _ shape: [Int]) {
        addTensor(name, "f32", shape, values.withUnsafeBytes { Data($0) })
    }

    private mutating func addTensor(_ name: String, _ type: String, _ shape: [Int], _ bytes: Data, scale: String? = nil) {
        payload.append(Data(count: (64 - payload.count % 64) % 64))
        tensors[name] = ["type": type, "shape": shape, "offset": payload.count]
        if let scale { tensors[name]?["scale"] = scale }
        payload.append(bytes)
    }
}

/// Numbers that are the same in every run (SplitMix64).
struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }

    /// From −1 to 1.
    mutating func number() -> Float {
        Float.random(in: -1...1, using: &self)
    }
}
