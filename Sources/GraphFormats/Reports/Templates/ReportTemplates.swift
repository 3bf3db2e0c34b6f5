import Foundation
import Mustache

/// The files that a report is made with: Mustache templates, a style sheet and a script; each can be replaced.
///
/// ```swift
/// let templates = try ReportTemplates(folder: "house-style")   // what it has replaces the built-in file of the same name
/// try HTMLReport(templates: templates).write(report, figure: figure, to: &output)
/// ```
/// `Docs/Reports.md` lists the files and every variable.
public struct ReportTemplates: Sendable {
    /// Text by file name.
    let files: [String: String]
    private let library: MustacheLibrary

    /// The built-in files, in the order of a report.
    public static let fileNames = builtInFiles.map(\.name)

    /// The built-in files as they are.
    public init() {
        do {
            try self.init(replacing: [:], places: [:])
        } catch {
            preconditionFailure("the built-in templates are tested: \(error)")
        }
    }

    /// The built-in files, with those of a folder in their place; files with other names can be included by these.
    ///
    /// - Throws: `GraphFormatError.template` with file, line and remedy when a template is broken or names what does not exist;
    ///   `.templateFile` for a folder or file that cannot be read or that no report uses.
    public init(folder: String) throws(GraphFormatError) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw .templateFile(
                folder, reason: "is no folder that can be read; `newsgraph report --write-templates DIR` writes one to begin with")
        }
        var replacements: [String: String] = [:]
        var places: [String: String] = [:]
        for name in names {
            let path = folder + "/" + name
            let isScriptOrStyle = name.hasSuffix(".css") || name.hasSuffix(".js")
            guard name.hasSuffix(".mustache") || isScriptOrStyle else { continue }
            if isScriptOrStyle, !Self.fileNames.contains(name) {
                throw .templateFile(
                    path,
                    reason:
                        "no report uses a file of this name\(TemplateCheck.hint(name, among: Set(Self.fileNames))); rename it or take it away"
                )
            }
            guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
                throw .templateFile(path, reason: "cannot be read as UTF-8; save it in that encoding")
            }
            replacements[name] = text
            places[name] = path
        }
        try self.init(replacing: replacements, places: places)
    }

    /// Writes the built-in files into a folder, which is made if need be; a file that is there already is never written over.
    public static func writeBuiltIn(toFolder folder: String) throws(GraphFormatError) {
        let url = URL(fileURLWithPath: folder, isDirectory: true)
        if let existing = fileNames.first(where: { FileManager.default.fileExists(atPath: url.appendingPathComponent($0).path) }) {
            throw .templateFile(url.appendingPathComponent(existing).path, reason: "is there already; name an empty folder")
        }
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            for file in builtInFiles { try Data(file.bytes).write(to: url.appendingPathComponent(file.name)) }
        } catch {
            throw .templateFile(folder, reason: "cannot be written: \(error.localizedDescription)")
        }
    }

    private init(replacing replacements: [String: String], places: [String: String]) throws(GraphFormatError) {
        TextEscaping.registered
        let builtIn = Self.builtInFiles.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
        files = Dictionary(builtIn, uniquingKeysWith: { first, _ in first }).merging(replacements) { _, new in new }
        let check = TemplateCheck(files: files, places: places)
        try check.run()
        var library = MustacheLibrary()
        for (name, text) in files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".mustache") {
            // Mustache escapes included files as HTML whatever includes them: each says for itself what it is part of.
            let escaping = Self.escaping(of: name)
            do {
                try library.register(
                    "{{% CONTENT_TYPE:\(escaping.contentType)}}\n\(text)", named: String(name.dropLast(".mustache".count)))
            } catch let error as MustacheTemplate.ParserError {
                throw check.failure(
                    name, error.context.lineNumber - 1, error.context.columnNumber, "Mustache does not understand this: \(error.error)")
            } catch {
                throw check.failure(name, 1, 1, "Mustache does not understand this: \(error)")
            }
        }
        self.library = library
    }

    /// The text that a template makes of a report.
    func text(of file: String, for subject: ReportSubject) -> String {
        library.render(subject, withTemplate: String(file.dropLast(".mustache".count))) ?? ""
    }

    /// Files whose names begin with `markdown` are Markdown, all others HTML.
    static func escaping(of file: String) -> TextEscaping { file.hasPrefix("markdown") ? .markdown : .html }

    /// Everything that templates can be about.
    static let subjects: [any TemplateSubject.Type] = [
        ReportSubject.self, FigureSubject.self, ChoiceSubject.self, MeetingSubject.self, PeriodSubject.self, EventSubject.self,
        ActorSubject.self, NameSubject.self, GroupSubject.self, SourceSubject.self, EntrySubject.self, PartSubject.self,
    ]

    private static let builtInFiles: [(name: String, bytes: [UInt8])] = [
        ("report.mustache", PackageResources.report_mustache), ("summary.mustache", PackageResources.summary_mustache),
        ("figure.mustache", PackageResources.figure_mustache), ("meetings.mustache", PackageResources.meetings_mustache),
        ("timeline.mustache", PackageResources.timeline_mustache), ("actors.mustache", PackageResources.actors_mustache),
        ("sources.mustache", PackageResources.sources_mustache), ("statements.mustache", PackageResources.statements_mustache),
        ("report.css", PackageResources.report_css), ("report.js", PackageResources.report_js),
        ("markdown.mustache", PackageResources.markdown_mustache),
    ]
}
