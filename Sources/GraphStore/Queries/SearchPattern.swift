/// Words that people type, as full-text search wants them.
enum SearchPattern {
    /// What a sentence or a name with all of these words matches; nil when there is none.
    ///
    /// Signs of ASCII part words and have no meaning of their own; what other signs are is left to the index ("“Núñez”" is "nunez").
    static func allWords(of query: String) -> String? {
        let words = query.unicodeScalars.split { $0.isASCII && !$0.properties.isAlphabetic && $0.properties.numericType == nil }
        return words.isEmpty ? nil : words.map { "\"\(String($0))\"" }.joined(separator: " ")
    }
}
