import ArgumentParser
import Foundation
import GraphFormats
import NewsText
import RelationExtraction
import TextAnalysis

/// How documents are read and what is looked for in them: the options of every command that takes documents.
struct ExtractionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Format of the documents: \(ExtractionOptions.inputFormats.joined(separator: ", ")); lines has one sentence a line; statements \
            (JSON Lines) and csv hold statements made elsewhere, which add, draw, report and who take.
            """,
            valueName: "format"))
    var inputFormat = "auto"

    @Option(help: ArgumentHelp("The documents' date, whatever they say themselves: YYYY-MM-DD.", valueName: "date"))
    var date: DayArgument?

    @Option(
        help: ArgumentHelp("The language model's file; without it, the one that came with the program.", valueName: "file"),
        completion: .file(extensions: ["model"]))
    var model: String?

    @Option(
        name: .customLong("relations"), help: ArgumentHelp("A file of relation types of your own; may be repeated.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var relationFiles: [String] = []

    @Option(help: ArgumentHelp("How many documents are read at the same time.", valueName: "number"))
    var threads = 1

    func validate() throws {
        guard (1...256).contains(threads) else { throw ValidationError("--threads must be 1 to 256") }
        if !Self.inputFormats.contains(inputFormat) {
            throw ValidationError("unknown input format \"\(inputFormat)\"; choose one of \(Self.inputFormats.joined(separator: ", "))")
        }
        if let date, date.days.lowerBound != date.days.upperBound {
            throw ValidationError("--date takes one day, such as 2025-06-01")
        }
    }

    private static let inputFormats = ["auto"] + ArticleFormats.all.map(\.name) + StatementFile.Format.allCases.map(\.rawValue)

    /// The reader and the extractor that these options ask for; the language model is looked for when the first document comes.
    func pipeline() throws -> ArticlePipeline {
        let statementFormat = StatementFile.Format(rawValue: inputFormat)
        let format = try inputFormat == "auto" || statementFormat != nil ? nil : ArticleFormats.named(inputFormat)
        let catalogue = try RelationCatalogue.standard(adding: relationFiles)
        let extractor = DeferredExtractor {
            try Extractor(
                analyzer: try TextAnalyzer(model: model.map { URL(fileURLWithPath: $0) }), catalogue: catalogue,
                segmenter: Segmenter(mode: inputFormat == "lines" ? .oneSentencePerBlock : .automatic))
        }
        let day = date.map { date in
            let (year, month, day) = date.days.lowerBound.components
            return DateComponents(year: year, month: month, day: day)
        }
        return ArticlePipeline(
            reader: ArticleReader(format: format, dateOverride: day), extractor: extractor, relations: catalogue.types,
            statementFiles: statementFormat.map { .all($0) } ?? (format == nil ? .detected : .none), threads: threads)
    }

    /// The pipeline of a command that wants texts and nothing else: the language model is there.
    func textPipeline() throws -> ArticlePipeline {
        let pipeline = try pipeline()
        _ = try pipeline.extractor.extractor()
        return pipeline
    }
}

extension RelationCatalogue {
    /// The catalogue that comes with the library, and the relations of these files.
    static func standard(adding files: [String], withExamples: Bool = false) throws -> RelationCatalogue {
        try files.reduce(into: try .standard(withExamples: withExamples)) { catalogue, file in
            catalogue = try catalogue.merging(yaml: String(contentsOfFile: file, encoding: .utf8), file: file)
        }
    }
}
