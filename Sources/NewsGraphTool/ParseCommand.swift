import ArgumentParser
import Foundation
import TextAnalysis

/// `newsgraph parse`: the analysis of a text without the graph.
struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Print tokens, tags, lemmas, dependency trees, named entities and semantic roles.",
        discussion: """
            Examples:

              newsgraph parse article.txt > article.conllu
              echo "Lavrov met Rubio in Geneva." | newsgraph parse - --format json
              newsgraph parse gold.conllu --pretokenized > system.conllu

            CoNLL-U has ten columns; named entities stand in the last one as Entity=B-PER. JSON has one sentence a line, with the \
            predicates and their PropBank roles; words are counted from 1, as in CoNLL-U.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case conllu, json
    }

    @Argument(help: "Text files; - is standard input.")
    var files: [String] = ["-"]

    @Flag(help: "Read CoNLL-U and keep its words and sentences.")
    var pretokenized = false

    @Option(help: "conllu or json.")
    var format = Format.conllu

    @Option(help: "The language model's file.", completion: .file(extensions: ["model"]))
    var model: String?

    @Flag(help: "Compare the model with its checksum first.")
    var verifyModel = false

    func run() throws {
        let analyzer: TextAnalyzer
        do {
            analyzer = try TextAnalyzer(model: model.map { URL(fileURLWithPath: $0) })
            if verifyModel { try analyzer.verifyModel() }
        } catch {
            StandardError.write("newsgraph: \(error)")
            throw ExitCode.wrongUsage
        }
        var failures = 0
        for file in files {
            do {
                var document = try read(file)
                analyzer.annotate(&document.sentences)
                try write(document)
            } catch {
                StandardError.write("newsgraph: \(error)")
                failures += 1
            }
        }
        if failures > 0 { throw failures == files.count ? ExitCode.wrongUsage : .incomplete }
    }

    private func read(_ file: String) throws -> CoNLLUDocument {
        let data: Data
        do {
            data = try file == "-" ? FileHandle.standardInput.readToEnd() ?? Data() : Data(contentsOf: URL(fileURLWithPath: file))
        } catch {
            throw TextAnalysisError.unreadableFile(path: file, reason: "the file does not exist or may not be read")
        }
        let text = String(decoding: data, as: UTF8.self)
        if pretokenized { return try CoNLLUDocument(reading: text, path: file) }
        return CoNLLUDocument(sentences: Segmenter().sentences(in: text), text: text)
    }

    private func write(_ document: CoNLLUDocument) throws {
        switch format {
        case .conllu: FileHandle.standardOutput.write(Data(document.description.utf8))
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            var lines = Data()
            for (sentence, comments) in zip(document.sentences, document.comments) {
                lines += try encoder.encode(ParsedSentence(sentence, comments: comments))
                lines.append(UInt8(ascii: "\n"))
            }
            FileHandle.standardOutput.write(lines)
        }
    }
}
