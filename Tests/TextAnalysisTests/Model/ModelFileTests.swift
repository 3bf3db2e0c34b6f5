import Foundation
import Testing

@testable import TextAnalysis

@Suite("A model file")
struct ModelFileTests {
    @Test("opens, and agrees with its checksum")
    func opens() throws {
        try TinyModel.withFile(TinyModel().data()) { url in
            let file = try ModelFile(url)
            #expect(file.header.name == "tiny")
            try file.verify()
            _ = try TextAnalyzer(model: url)
        }
    }

    @Test("does not open when it is missing")
    func missing() {
        #expect(throws: TextAnalysisError.self) { try TextAnalyzer(model: URL(fileURLWithPath: "/nowhere/newsgraph-en.model")) }
    }

    @Test("does not open when it is a folder")
    func folder() {
        #expect(throws: TextAnalysisError.self) { try ModelFile(FileManager.default.temporaryDirectory) }
    }

    @Test("does not open when it is cut short anywhere", arguments: [0, 7, 8, 15, 16, 100, 5_000, 30_000])
    func truncated(length: Int) throws {
        try TinyModel.withFile(TinyModel().data().prefix(length)) { url in
            #expect(throws: TextAnalysisError.self) { try ModelFile(url) }
        }
    }

    @Test("does not open when its last byte is missing, or one is too many")
    func lastByte() throws {
        let data = try TinyModel().data()
        for wrong in [data.dropLast(), data + [0]] {
            try TinyModel.withFile(Data(wrong)) { url in
                #expect(throws: TextAnalysisError.self) { try ModelFile(url) }
            }
        }
    }

    @Test("names the file, the fault and the remedy")
    func message() throws {
        var data = try TinyModel().data()
        data[0] = UInt8(ascii: "X")
        try TinyModel.withFile(data) { url in
            let error = #expect(throws: TextAnalysisError.self) { try ModelFile(url) }
            let text = error?.description ?? ""
            #expect(text.contains(url.path) && text.contains("NGMODEL1") && text.contains("rebuild"))
        }
    }

    @Test("of another format is told apart from a damaged one")
    func format() throws {
        var model = TinyModel()
        model.set("format", 1)
        try TinyModel.withFile(model.data()) { url in
            let error = #expect(throws: TextAnalysisError.self) { try ModelFile(url) }
            guard case .unsupportedModel? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test(
        "whose header contradicts itself is damaged",
        arguments: [
            ("payloadLength", "123"), ("tensors.embed.word.offset", "100000000"), ("tensors.embed.word.offset", "-64"),
            ("tensors.embed.word.offset", "3"), ("tensors.embed.word.shape", "[16,25]"), ("tensors.embed.word.shape", "[-16,-24]"),
            ("tensors.embed.word.shape", "[9223372036854775807,9223372036854775807]"), ("tensors.embed.word.shape", "[4000000,24]"),
            ("tensors.embed.word.type", "\"i4\""), ("tensors.embed.word.type", "\"f32\""), ("tensors.embed.word.scale", "\"vocab\""),
            ("tensors.embed.word.scale", "\"nothing\""), ("config.hidden", "25"), ("config.heads", "0"), ("config.layers", "-1"),
            ("config.layers", "7"), ("labels.upos", "[\"NOUN\",\"VERB\",\"PUNCT\",\"WORD\"]"), ("labels.upos", "[]"),
            ("labels.upos", "[\"NOUN\",\"NOUN\",\"PUNCT\",\"DET\"]"), ("labels.lemmaRule", "[\"L|0|\",\"L|x|\",\"L|=|be\"]"),
            ("labels.entity", "[\"O\",\"B-PER\",\"I-PER\",\"B-LOC\",\"X-LOC\"]"),
            ("labels.role", "[\"ARG2\",\"ARG0\",\"ARG1\",\"ARGM-TMP\"]"),
            ("labels.deprel", "[\"case\",\"nsubj\",\"obl\",\"punct\"]"), ("labels", "3"), ("tensors.vocab.shape", "[20]"),
        ])
    func contradictions(path: String, value: String) throws {
        var model = TinyModel()
        model.set(path, try JSONSerialization.jsonObject(with: Data(value.utf8), options: [.fragmentsAllowed]))
        try TinyModel.withFile(model.data()) { url in
            let error = #expect(throws: TextAnalysisError.self) { try TextAnalyzer(model: url) }
            guard case .damagedModel? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test(
        "that lacks a tensor is damaged", arguments: ["vocab", "layer.1.up.weight", "role.bilinear", "mix.argument", "arc.bilinear.scale"])
    func missingTensor(name: String) throws {
        var model = TinyModel()
        model.removeTensor(name)
        try TinyModel.withFile(model.data()) { url in
            let error = #expect(throws: TextAnalysisError.self) { try TextAnalyzer(model: url) }
            #expect(error?.description.contains(name) == true)
        }
    }

    @Test("with changed weights opens, and fails its checksum")
    func checksum() throws {
        var data = try TinyModel().data()
        data[data.count - 1] ^= 1
        try TinyModel.withFile(data) { url in
            let analyzer = try TextAnalyzer(model: url)
            #expect(throws: TextAnalysisError.self) { try analyzer.verifyModel() }
        }
    }

    @Test("with a malformed path prior is damaged", arguments: ["alpha\t3\n", "alpha\t3\nweight\t1\npath\tnsubj\nv\t\t\taz2\n", "x"])
    func prior(text: String) throws {
        try TinyModel.withFile(TinyModel(prior: text).data()) { url in
            #expect(throws: TextAnalysisError.self) { try TextAnalyzer(model: url) }
        }
    }
}
