import Foundation
import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("Templates of reports")
struct ReportTemplatesTests {
    @Test("can be replaced one by one")
    func replaced() throws {
        try withFolder([
            "sources.mustache": "<p>{{#sources}}{{documentTitle}} of {{documentDate}}{{> line}}{{/sources}}</p>\n",
            "line.mustache": "; {{publisher}}\n", "notes.txt": "{{",
        ]) { folder in
            var text = ""
            try HTMLReport(templates: ReportTemplates(folder: folder)).write(Report(of: harbourStrikeContents), to: &text)
            #expect(text.contains("<p>Harbour strike: ministers talk as yards burn of 3 May 2031; Harbour Gazette\n</p>"))
            #expect(text.contains("<h2 id=\"statements-title\">"))
        }
    }

    @Test("can be written out, and are the same when read again; nothing is written over")
    func writtenOut() throws {
        try withFolder([:]) { folder in
            try ReportTemplates.writeBuiltIn(toFolder: folder + "/mine")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/mine").sorted() == ReportTemplates.fileNames.sorted())
            #expect(try ReportTemplates(folder: folder + "/mine").files == ReportTemplates().files)
            #expect(
                throws: GraphFormatError.templateFile(folder + "/mine/report.mustache", reason: "is there already; name an empty folder")
            ) {
                try ReportTemplates.writeBuiltIn(toFolder: folder + "/mine")
            }
        }
    }

    @Test(
        "that are broken say where and what to do",
        arguments: [
            ("<p>\n{{titel}}", "2:1: there is no variable “titel”; did you mean “title”?"),
            ("{{#actors}}\n\n", "1:1: “actors” is not closed; end it with “{{/actors}}”"),
            ("a\n b {{#actors}}{{/sources}}", "2:15: “{{/sources}}” closes “actors” of line 2; write “{{/actors}}”"),
            ("{{/actors}}", "1:1: “{{/actors}}” closes nothing"), ("x\n\n{{title", "3:1: this tag is not closed"),
            ("{{{title}}", "1:1: this tag is not closed"),
            ("{{> metings}}", "1:1: there is no file metings.mustache to include; did you mean “meetings”?"),
            ("{{> *title}}", "1:1: the name of an included file cannot come from the report"),
            ("{{> markdown}}", "1:1: markdown.mustache is not of the same kind"),
            ("{{> sources}}", "1:1: this file includes itself"), ("{{=<% %>=}}", "1:1: other delimiters"),
            ("{{}}", "1:1: this tag has no name"),
            ("\n{{title$}}", "2:1: there is no variable “title$”"), ("{{% CONTENT_TYPE:PDF}}", "1:"),
            ("{{title\n}} {{x}}", "2:4: there is no variable “x”"),
        ])
    func broken(text: String, message: String) throws {
        try withFolder(["sources.mustache": text]) { folder in
            let error = #expect(throws: GraphFormatError.self) { try ReportTemplates(folder: folder) }
            let text = "\(try #require(error))"
            #expect(text.hasPrefix("\(folder)/sources.mustache:\(message)"), "\(text)")
        }
    }

    @Test("of unknown names, wrong encodings and missing folders are refused")
    func files() throws {
        try withFolder(["raport.css": "p {}"]) { folder in
            let error = #expect(throws: GraphFormatError.self) { try ReportTemplates(folder: folder) }
            #expect("\(error!)".contains("raport.css: no report uses a file of this name; did you mean “report.css”?"))
            let missing = #expect(throws: GraphFormatError.self) { try ReportTemplates(folder: folder + "/none") }
            #expect("\(missing!)".contains("--write-templates"))
            try Data([0x70, 0xFF]).write(to: URL(fileURLWithPath: folder + "/report.css"))
            try FileManager.default.removeItem(atPath: folder + "/raport.css")
            let encoding = #expect(throws: GraphFormatError.self) { try ReportTemplates(folder: folder) }
            #expect("\(encoding!)".contains("UTF-8"))
        }
    }

    @Test(
        "may not end their own element",
        arguments: [("report.js", "x = '</SCRIPT>'"), ("report.css", "p::before { content: '</style>' }"), ("report.js", "a[b[0]]>1")])
    func embedded(file: String, text: String) throws {
        try withFolder([file: text]) { folder in
            let templates = try ReportTemplates(folder: folder)
            #expect(throws: GraphFormatError.self) {
                var text = ""
                try HTMLReport(templates: templates).write(Report(of: harbourStrikeContents), to: &text)
            }
        }
    }

    @Test("have every variable in the documentation, and no other")
    func documented() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Docs/Reports.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        func rows<Subject: TemplateSubject>(_ subject: Subject.Type) -> [String] {
            subject.variables.map { "| `{{\($0.name)}}` | \($0.meaning) |" }
        }
        let written = text.split(separator: "\n").filter { $0.hasPrefix("| `{{") }.map(String.init)
        #expect(written == ReportTemplates.subjects.flatMap { rows($0) })
        for subject in ReportTemplates.subjects { #expect(text.contains("### \(subject.heading)\n")) }
        for name in ReportTemplates.fileNames { #expect(text.contains("`\(name)`")) }
    }

    private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "newsgraph-templates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        try body(folder.path)
    }
}
