import KnowledgeGraph

/// How firms are named.
enum FirmNames {
    /// The last words of firms' names, by which they are known: "Acme Corp", "Acme Shipping Co".
    static let forms: Set<String> = [
        "inc", "corp", "co", "cos", "ltd", "plc", "llc", "lp", "ag", "sa", "nv", "bv", "ab", "as", "asa", "oy", "oyj", "spa", "gmbh",
        "kgaa", "kk", "se", "pty", "company", "companies", "corporation", "incorporated", "limited", "industries", "enterprises",
        "holdings", "bancorp", "airlines", "airways", "group",
    ]

    /// Whether the name is one that only firms bear.
    static func isFirm(_ name: [String]) -> Bool {
        guard name.count > 1, let last = name.last else { return false }
        return forms.contains(folded(last.replacing(".", with: "")))
    }

    /// "Co" and "Sons", who are named with somebody.
    static func isPartners(_ word: String) -> Bool {
        ["co", "company", "sons", "brothers", "bros", "partners", "associates"].contains(folded(word.replacing(".", with: "")))
    }

    /// What is left of a firm's name without the words that all firms have: "acme" of "Acme Industries Inc".
    static func stem(_ name: [String]) -> String {
        let words = name.map { folded($0.replacing(".", with: "")) }
        return words.prefix(1 + (words.dropFirst().lastIndex { !forms.contains($0) } ?? 0)).joined(separator: " ")
    }
}
