/// What is wrong in a file of the relation catalogue, and where.
public struct CatalogueError: Error, Hashable, CustomStringConvertible {
    /// File name, such as `relations/ASSAULT.yaml`.
    public var file: String
    /// From 1; nil when the place is not known.
    public var line: Int?
    public var column: Int?
    public var message: String

    public init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// `relations/ASSAULT.yaml:14:9: unknown key "verb"; did you mean "verbs"?`
    public var description: String {
        let place = [line, column].compactMap { $0.map(String.init) }
        return ([file] + place).joined(separator: ":") + ": " + message
    }
}

/// `unknown key "verb"; did you mean "verbs"?`, or the list of what is known when nothing is near.
func unknown(_ what: String, _ name: String, known: [String]) -> String {
    let nearest = known.map { ($0, editDistance(name, $0)) }.min { $0.1 < $1.1 }
    if let (candidate, distance) = nearest, distance <= max(2, name.count / 3) {
        return "unknown \(what) \"\(name)\"; did you mean \"\(candidate)\"?"
    }
    return "unknown \(what) \"\(name)\"; known are \(known.joined(separator: ", "))"
}

/// Levenshtein's distance of the two words' lower-case forms.
private func editDistance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.lowercased()), Array(right.lowercased()))
    var row = Array(0...b.count)
    for i in a.indices {
        var diagonal = row[0]
        row[0] = i + 1
        for j in b.indices {
            let substituted = diagonal + (a[i] == b[j] ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[b.count]
}
