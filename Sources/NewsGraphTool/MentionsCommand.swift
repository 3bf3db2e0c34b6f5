import ArgumentParser
import Foundation
import RelationExtraction
import TextAnalysis

/// `newsgraph mentions`: who is who in a text, before any relation is looked for.
struct MentionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentions",
        abstract: "Print the actors of each document and the words that stand for them.",
        discussion: """
            Examples:

              newsgraph mentions article.txt > mentions.jsonl
              newsgraph mentions --parsed gold.conllu > mentions.jsonl

            One document a line: its actors with their names, and its mentions with sentence, head and words (counted from 0, the last \
            excluded) and the actor's place in the list. With --parsed, the words, trees and names of CoNLL-U files are taken as they \
            are; a comment "# newdoc id = NAME" begins a document.
            """)

    @Argument(help: "Documents; - is standard input.", completion: .file())
    var files: [String] = ["-"]

    @Flag(help: "Read CoNLL-U and keep its trees and names.")
    var parsed = false

    @Flag(help: ArgumentHelp("With --parsed: write what the ranker of antecedents sees, for Training/coreference.py.", visibility: .hidden))
    var antecedents = false

    @OptionGroup var options: ExtractionOptions

    func run() throws {
        let output = try OutputFile(path: nil)
        if parsed {
            let resolver = try Failure.reported { ActorResolver(tables: try .bundled()) }
            if antecedents { try output.write(AntecedentExampleRecord.header()) }
            for file in files {
                for (name, sentences) in try Failure.reported({ try documents(in: file) }) {
                    if antecedents {
                        for example in resolver.antecedentExamples(in: sentences) {
                            try output.write(AntecedentExampleRecord(document: name, example: example).line())
                        }
                        continue
                    }
                    try output.write(DocumentMentionsRecord(document: name, resolver.actors(in: sentences)).line())
                }
            }
            try output.close()
            return
        }
        let pipeline = try Failure.reported { try options.textPipeline() }
        let outcome = try pipeline.run(files) { document in
            output.write(try DocumentMentionsRecord(document: document.article.id, document.actors).line())
            output.flush()
        }
        try output.close()
        try outcome.check()
    }

    /// The documents of a CoNLL-U file; one with the file's name where nothing parts them.
    private func documents(in file: String) throws -> [(String, [Sentence])] {
        let data: Data
        do {
            data = try file == "-" ? FileHandle.standardInput.readToEnd() ?? Data() : Data(contentsOf: URL(fileURLWithPath: file))
        } catch {
            throw TextAnalysisError.unreadableFile(path: file, reason: "the file does not exist or may not be read")
        }
        let read = try CoNLLUDocument(reading: String(decoding: data, as: UTF8.self), path: file)
        var documents: [(String, [Sentence])] = []
        for (sentence, comments) in zip(read.sentences, read.comments) {
            if let start = comments.first(where: { $0.hasPrefix("# newdoc") }) {
                let name = start.split(separator: "=").dropFirst().joined(separator: "=").trimmingCharacters(in: .whitespaces)
                documents.append((name, []))
            } else if documents.isEmpty {
                documents.append((URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent, []))
            }
            documents[documents.count - 1].1.append(sentence)
        }
        return documents
    }
}

/// A line of `newsgraph mentions`.
private struct DocumentMentionsRecord: Encodable {
    struct Named: Encodable {
        var id: String
        var name: String
        var type: String
        var aliases: [String]
    }

    struct Mention: Encodable {
        var sentence: Int
        var head: Int
        var words: [Int]
        var form: String
        var actor: Int
        var members: [Int]?
    }

    var document: String
    var actors: [Named]
    var mentions: [Mention]

    init(document: String, _ index: ActorIndex) {
        self.document = document
        actors = zip(index.actors, index.aliases).map { Named(id: $0.id, name: $0.name, type: $0.type.rawValue, aliases: $1) }
        mentions = index.mentions.map {
            Mention(
                sentence: $0.sentence, head: $0.head, words: [$0.tokens.lowerBound, $0.tokens.upperBound], form: "\($0.form)",
                actor: $0.actor,
                members: $0.members.isEmpty ? nil : $0.members)
        }
    }

    func line() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}

/// A pronoun with its candidates, for `Training/coreference.py`.
private struct AntecedentExampleRecord: Encodable {
    var document: String
    var example: AntecedentExample

    /// The first line of the examples: the names of the features.
    static func header() throws -> String {
        let names = ["names": AntecedentExample.featureNames, "none": AntecedentExample.expletiveNames]
        return String(decoding: try JSONEncoder().encode(names), as: UTF8.self) + "\n"
    }

    func line() throws -> String { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) + "\n" }
}
