/// A relation phrase with its subject and arguments in the sentence's own words, as open information extraction writes them.
public struct OpenExtraction: Sendable, Hashable {
    /// Verb with auxiliaries, negation, particle, and the preposition of the first argument: "was sent to".
    public var relation: String
    public var subject: String
    /// Objects, complements, then times and places, the later ones with their prepositions. Empty for "Ada slept".
    public var arguments: [String]
    /// 0…1: how likely the extraction is to be one that a reader would write down.
    public var confidence: Double

    public init(relation: String, subject: String, arguments: [String], confidence: Double) {
        self.relation = relation
        self.subject = subject
        self.arguments = arguments
        self.confidence = confidence
    }

    /// `sentence⇥confidence⇥relation⇥subject⇥argument…`, the form that open-extraction benchmarks read.
    ///
    /// Tabs and line ends inside a field become spaces, so that the line always has its fields.
    public func line(for sentence: String) -> String {
        let hundredths = Int((min(max(confidence, 0), 1) * 1000).rounded())
        let digits = String(hundredths % 1000)
        let number = "\(hundredths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
        return ([sentence, number, relation, subject] + arguments).map { field in
            String(field.map { $0 == "\t" || $0.isNewline ? " " : $0 })
        }.joined(separator: "\t")
    }
}
