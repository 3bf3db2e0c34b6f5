/// A strict reader of the flowcharts we write, by code points as Mermaid's own is: each line is of one of a few forms, and labels hold nothing that Mermaid would obey.
struct MermaidReader {
    var nodes: [String] = []
    /// Labels as the figure shows them.
    var labels: [String] = []
    var edges: [(from: String, arrow: String, to: String)] = []

    init(_ text: String) throws {
        guard text.utf16.count <= 50_000 else { throw SyntaxError(description: "longer than Mermaid draws") }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        let title = #/title: "([^"]*)"/#.matchingSemantics(.unicodeScalar)
        guard lines.last == "", lines.count > 6, lines.removeFirst() == "---", let match = lines.removeFirst().wholeMatch(of: title),
            lines.removeFirst() == "---", lines.removeFirst() == "flowchart LR"
        else { throw SyntaxError(description: "no head") }
        labels.append(try Self.shown(match.1))
        for line in lines.dropLast() { try read(line) }
        for edge in edges where !nodes.contains(edge.from) || !nodes.contains(edge.to) {
            throw SyntaxError(description: "an edge of a box that is none")
        }
    }

    private mutating func read(_ line: Substring) throws {
        let access = #/  acc(?:Title|Descr): (.*)/#.matchingSemantics(.unicodeScalar)
        let node = #/  (n[0-9]+|omission)(?:\("([^"]*)"\)|\["([^"]*)"\]|\{\{"([^"]*)"\}\}):::[a-z]+/#.matchingSemantics(.unicodeScalar)
        let edge = #/  (n[0-9]+) (<?-->|<?-\.->|x?-\.-x)(?:\|"([^"]*)"\|)? (n[0-9]+)/#.matchingSemantics(.unicodeScalar)
        let style = #/  (?:linkStyle [0-9,]+|classDef [a-z]+) [a-z0-9#:,. -]+/#.matchingSemantics(.unicodeScalar)
        if let match = line.wholeMatch(of: access) {
            labels.append(try Self.shown(match.1))
        } else if let match = line.wholeMatch(of: node) {
            nodes.append(String(match.1))
            labels.append(try Self.shown(match.2 ?? match.3 ?? match.4 ?? ""))
        } else if let match = line.wholeMatch(of: edge) {
            edges.append((String(match.1), String(match.2), String(match.4)))
            labels.append(try Self.shown(match.3 ?? ""))
        } else if line.wholeMatch(of: style) == nil {
            throw SyntaxError(description: "no line of a flowchart: \(line)")
        }
    }

    /// Undoes the entities; refuses every other character that is punctuation to Mermaid, Markdown or HTML.
    private static func shown(_ label: Substring) throws -> String {
        var result = String.UnicodeScalarView()
        var rest = label.replacing("<br/>", with: " ").unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "#":
                guard let end = rest.firstIndex(of: ";") else { throw SyntaxError(description: "an entity without end in \(label)") }
                let name = String(rest[..<end])
                guard let decoded = name == "quot" ? "\"" : UInt32(name).flatMap(Unicode.Scalar.init) else {
                    throw SyntaxError(description: "unknown entity \(name)")
                }
                result.append(decoded)
                rest = rest[rest.index(after: end)...]
            case " ", ",", "'", "(", ")", "0"..."9", "A"..."Z", "a"..."z", "\u{A0}"...: result.append(scalar)
            default: throw SyntaxError(description: "\(scalar) stands bare in \(label)")
            }
        }
        return String(result)
    }
}
