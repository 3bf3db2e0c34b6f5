import Mustache

/// Finds what is wrong with a set of templates: Mustache itself writes nothing for a misspelt name.
struct TemplateCheck {
    /// Text by file name.
    let files: [String: String]
    /// Where a file lies, for messages.
    let places: [String: String]

    /// Names of all variables.
    private static let names: Set<String> = {
        func names<Subject: TemplateSubject>(_ subject: Subject.Type) -> [String] { subject.variables.map(\.name) }
        return Set(ReportTemplates.subjects.flatMap { names($0) })
    }()

    func run() throws(GraphFormatError) {
        let templates = files.keys.filter { $0.hasSuffix(".mustache") }.sorted()
        var partials: [String: [String]] = [:]
        for file in templates { partials[file] = try check(file) }
        for file in templates { try checkCircles(from: file, partials) }
    }

    /// Checks one file and returns the files that it includes.
    private func check(_ file: String) throws(GraphFormatError) -> [String] {
        let tags: [TemplateTags.Tag]
        do {
            tags = try TemplateTags(files[file] ?? "").tags
        } catch {
            throw failure(file, error.line, error.column, "this tag is not closed; end it with “}}”, or “}}}” where it begins with three")
        }
        var open: [TemplateTags.Tag] = []
        var partials: [String] = []
        for tag in tags {
            switch tag.mark {
            case "#", "^", "$":
                open.append(tag)
                if tag.mark != "$" { try checkName(tag, in: file) }
            case "<", ">":
                partials.append(try partial(tag, in: file))
                if tag.mark == "<" { open.append(tag) }
            case "/":
                guard let last = open.popLast() else {
                    throw failure(file, tag, "“{{/\(tag.name)}}” closes nothing; take it out, or open it before with “{{#\(tag.name)}}”")
                }
                guard last.name == tag.name else {
                    throw failure(
                        file, tag, "“{{/\(tag.name)}}” closes “\(last.name)” of line \(last.line); write “{{/\(last.name)}}”")
                }
            case "=": throw failure(file, tag, "other delimiters than “{{” and “}}” are not supported here; write the tags with those")
            case "!", "%": break
            default: try checkName(tag, in: file)
            }
        }
        if let last = open.last {
            throw failure(file, last, "“\(last.name)” is not closed; end it with “{{/\(last.name)}}”")
        }
        return partials
    }

    private func checkName(_ tag: TemplateTags.Tag, in file: String) throws(GraphFormatError) {
        let name = tag.variable
        guard name != ".", !name.isEmpty || tag.name.contains("(") else {
            if name.isEmpty { throw failure(file, tag, "this tag has no name; name a variable, such as “{{title}}”") }
            return
        }
        for part in name.split(separator: ".").map(String.init) where !Self.names.contains(part) {
            throw failure(file, tag, "there is no variable “\(part)”\(Self.hint(part, among: Self.names)); Docs/Reports.md lists them all")
        }
    }

    private func partial(_ tag: TemplateTags.Tag, in file: String) throws(GraphFormatError) -> String {
        guard !tag.name.hasPrefix("*") else {
            throw failure(file, tag, "the name of an included file cannot come from the report; write it out")
        }
        let name = tag.name + ".mustache"
        guard files[name] != nil else {
            let others = Set(files.keys.filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(9)) })
            throw failure(file, tag, "there is no file \(name) to include\(Self.hint(tag.name, among: others))")
        }
        guard ReportTemplates.escaping(of: file) == ReportTemplates.escaping(of: name) else {
            throw failure(file, tag, "\(name) is not of the same kind: files of the Markdown report have names that begin with “markdown”")
        }
        return name
    }

    private func checkCircles(from file: String, _ partials: [String: [String]]) throws(GraphFormatError) {
        var path: [String] = []
        /// The first file on the way that is met again.
        func circle(_ name: String) -> String? {
            if path.contains(name) { return name }
            path.append(name)
            defer { path.removeLast() }
            return (partials[name] ?? []).lazy.compactMap(circle).first
        }
        if let culprit = circle(file) {
            throw failure(culprit, 1, 1, "this file includes itself, directly or through others; take one of these tags out")
        }
    }

    private func failure(_ file: String, _ tag: TemplateTags.Tag, _ reason: String) -> GraphFormatError {
        failure(file, tag.line, tag.column, reason)
    }

    func failure(_ file: String, _ line: Int, _ column: Int, _ reason: String) -> GraphFormatError {
        .template(file: places[file] ?? file, line: line, column: column, reason: reason)
    }

    /// `; did you mean “title”?` when one of the names is near.
    static func hint(_ name: String, among names: Set<String>) -> String {
        let near = names.map { (distance: distance(name, $0), name: $0) }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        guard let near, near.distance <= (name.count + 1) / 3 else { return "" }
        return "; did you mean “\(near.name)”?"
    }

    /// How many letters to change, add, leave out or swap with the next (optimal string alignment).
    private static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.lowercased()), Array(right.lowercased()))
        var rows = [Array(0...right.count)]
        for (row, letter) in left.enumerated() {
            rows.append([row + 1])
            for (column, other) in right.enumerated() {
                var best = min(
                    rows[row][column] + (letter == other ? 0 : 1), rows[row][column + 1] + 1, rows[row + 1][column] + 1)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    best = min(best, rows[row - 1][column - 1] + 1)
                }
                rows[row + 1].append(best)
            }
        }
        return rows[left.count][right.count]
    }
}
