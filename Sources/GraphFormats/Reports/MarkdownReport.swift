public import KnowledgeGraph

/// A readable report in Markdown (CommonMark with tables): what was found, who is in it, and the sentence behind every statement.
///
/// ```swift
/// MarkdownReport(title: "What the articles say").write(statements, to: &output)
/// ```
public struct MarkdownReport: Sendable {
    public var title: String
    /// Labels of relation types by name; a type that is missing is written as its name.
    public var labels: [String: String]

    public init(title: String, labels: [String: String] = [:]) {
        self.title = title
        self.labels = labels
    }

    /// Writes the report: summary, then one section a class in the order of `RelationClass`.
    public func write(_ statements: [Statement], to output: inout some TextOutputStream) {
        output.write("# \(markdown(title))\n\n")
        guard !statements.isEmpty else {
            output.write("No statements were found.\n")
            return
        }
        output.write(summary(of: statements))
        for relationClass in RelationClass.allCases {
            let members = statements.filter { $0.relationClass == relationClass }
            guard !members.isEmpty else { continue }
            output.write("\n## \(heading(of: relationClass)) (\(members.count))\n")
            for statement in members {
                output.write("\n" + entry(of: statement))
            }
        }
    }

    private func summary(of statements: [Statement]) -> String {
        let documents = Set(statements.map(\.document)).count
        let days = statements.compactMap(\.date)
        var text = "\(counted(statements.count, "statement")) from \(counted(documents, "document"))"
        if let first = days.map(\.start).min(), let last = days.map(\.end).max() {
            text += first == last ? ", \(first)" : ", \(first) to \(last)"
        }
        text += ".\n\n| actor | type | statements |\n| --- | --- | ---: |\n"
        for (actor, count) in busiestActors(in: statements).prefix(15) {
            text += "| \(markdown(actor.name)) | \(actor.type.rawValue) | \(count) |\n"
        }
        return text
    }

    private func busiestActors(in statements: [Statement]) -> [(actor: Actor, count: Int)] {
        var counts: [Actor: Int] = [:]
        for statement in statements {
            counts[statement.subject.actor, default: 0] += 1
            counts[statement.object.actor, default: 0] += 1
        }
        return counts.map { (actor: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.actor.id, $0.actor.name) < ($0.count, $1.actor.id, $1.actor.name) }
    }

    private func entry(of statement: Statement) -> String {
        let label = labels[statement.relation] ?? statement.relation
        let status = statement.status == .actual ? "" : " _(\(statement.status.rawValue))_"
        var facts: [String] = []
        if let date = statement.date {
            facts.append(date.start == date.end ? "\(date.start)" : "\(date.start) to \(date.end)")
        }
        if let detail = statement.detail { facts.append(markdown(detail)) }
        if let place = statement.place { facts.append("in " + markdown(place)) }
        if let topic = statement.topic { facts.append("about " + markdown(topic)) }
        if let attribution = statement.attribution { facts.append("says " + markdown(attribution.name)) }
        let suffix = facts.isEmpty ? "" : " — " + facts.joined(separator: "; ")
        return """
            - **\(markdown(statement.subject.actor.name))** \(markdown(label)) **\(markdown(statement.object.actor.name))**\(status)\(suffix)
              > \(markdown(statement.evidence.sentence)) \\[\(markdown(statement.document)), sentence \(statement.evidence.index + 1)\\]

            """
    }

    private func heading(of relationClass: RelationClass) -> String {
        switch relationClass {
        case .state: "Offices, memberships and places"
        case .business: "Business and contests"
        case .speech: "Speech"
        case .other: "Other"
        default: relationClass.rawValue.prefix(1) + relationClass.rawValue.dropFirst().lowercased()
        }
    }
}

private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// Text that came from a document, as inline Markdown that shows just this text: on one line, with every character that Markdown or
/// HTML reads specially escaped (CommonMark 0.31, 2.4), and without control characters.
private func markdown(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": escaped += "&amp;"
        case "<": escaped += "&lt;"
        case ">": escaped += "&gt;"
        case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!", "$": escaped += "\\\(scalar)"
        case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
        case _ where scalar.properties.isWhitespace || scalar.properties.generalCategory == .control:
            if escaped.last != " " { escaped += " " }
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return escaped
}
