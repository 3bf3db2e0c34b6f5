import GraphFormats
import HTTPTypes
import Hummingbird

extension Endpoint {
    static let export = Endpoint(
        path: "export", summary: "The graph for other tools",
        details: GraphFormats.all.map { "- `\($0.name)`: \($0.summary)" }.joined(separator: "\n")
            + "\n\nIt is sent while it is written, from one state of the database. An answer that stops before its end is not whole: ask again.",
        fields: [
            QueryField(
                name: "format", summary: "the form of the file", kind: .choice(GraphFormats.all.map(\.name)), isRequired: true,
                example: "graphml"),
            QueryField(
                name: "file", summary: "of a form that has several files, which; the first when not given", kind: .choice(files),
                example: "edges.csv"),
        ] + QueryField.filters,
        answers: mediaTypes.map { .text($0) }, problems: [.unprocessableContent], isWatched: true
    ) { request in
        let name = (request.fields["format"] ?? "").lowercased()
        guard let format = GraphFormats.named(name) else { throw Problem.badRequest("there is no such `format`") }
        let file = try file(of: format, named: request.fields["file"]), filter = try request.fields.filter()
        let headers: HTTPFields = [
            .contentType: format.mediaType,
            .contentDisposition: "attachment; filename=\"\(file ?? "newsgraph.\(format.fileExtension)")\"",
        ]
        guard request.request.method != .head else { return Response(status: .ok, headers: headers, body: ResponseBody { _ in }) }
        let export = StreamedExport(format, file: file, where: filter, services: request.services)
        return Response(status: .ok, headers: headers, body: try await export.body())
    }

    private static let files = GraphFormats.all.compactMap { $0 as? any FileSetFormat }.flatMap(\.files)
    private static let mediaTypes: [String] = GraphFormats.all.map { String($0.mediaType.prefix { $0 != ";" }) }.reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
    }

    /// The name of one of the format's files, in our own spelling; nil for a format that has one file.
    private static func file(of format: any GraphFormat, named name: String?) throws(Problem) -> String? {
        guard let set = format as? any FileSetFormat else {
            guard name == nil else { throw .badRequest("\(format.name) is one file; leave out `file`") }
            return nil
        }
        guard let name else { return set.files[0] }
        guard let file = set.files.first(where: { $0.lowercased() == name.lowercased() }) else {
            throw .badRequest("the files of \(format.name) are \(set.files.joined(separator: ", "))")
        }
        return file
    }
}
