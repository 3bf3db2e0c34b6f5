extension CoNLLUDocument {
    /// Reads CoNLL-U. Empty nodes (`8.1`) and enhanced dependencies are left out; the text is put together from the words.
    ///
    /// - Parameter path: Named in errors.
    /// - Throws: ``TextAnalysisError/malformedCoNLLU(path:line:reason:)`` for lines that do not have ten columns, words that are not
    ///   numbered 1, 2, 3 …, and heads outside of the sentence.
    public init(reading lines: String, path: String) throws {
        var reader = CoNLLUReader(path: path)
        var number = 0
        for line in lines.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            try reader.read(Substring(line), number: number)
        }
        try reader.finishSentence(line: number)
        self.init(text: reader.text, sentences: reader.sentences, comments: reader.comments)
    }
}

private struct CoNLLUReader {
    let path: String
    private(set) var text: [UInt8] = []
    private(set) var sentences: [Sentence] = []
    private(set) var comments: [[String]] = []
    private var open: [String] = []
    private var tokens: [Token] = []
    /// Heads as numbers of words, 0 for the root; nil if none is given.
    private var heads: [Int?] = []
    private var entities: [NamedEntity] = []
    private var entityBefore: NamedEntity.Kind?
    private var surface = -1
    /// The multiword token that is being read: its last word, its span, and where its next word begins.
    private var multiword: (last: Int, span: Range<Int>, next: Int, isFollowedBySpace: Bool)?

    init(path: String) {
        self.path = path
    }

    mutating func read(_ line: Substring, number: Int) throws {
        if line.isEmpty { return try finishSentence(line: number) }
        if line.hasPrefix("#") { return open.append(String(line)) }
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count == 10 else { throw malformed(number, "\(columns.count) columns instead of the ten of CoNLL-U") }
        let misc = columns[9].split(separator: "|")
        let isFollowedBySpace = !misc.contains("SpaceAfter=No")
        if columns[0].contains(".") { return }
        if columns[0].contains("-") {
            let ends = columns[0].split(separator: "-").compactMap { Int($0) }
            guard ends.count == 2, ends[0] == tokens.count + 1, ends[1] >= ends[0], multiword == nil else {
                throw malformed(number, "the range “\(columns[0])” does not start with word \(tokens.count + 1)")
            }
            surface += 1
            let span = append(columns[1], isFollowedBySpace: isFollowedBySpace)
            multiword = (ends[1], span, span.lowerBound, isFollowedBySpace)
            return
        }
        guard Int(columns[0]) == tokens.count + 1 else {
            throw malformed(number, "word “\(columns[0])” stands where word \(tokens.count + 1) is due")
        }
        heads.append(try head(columns[6], line: number))
        appendToken(columns, isFollowedBySpace: isFollowedBySpace)
        appendEntity(misc)
    }

    mutating func finishSentence(line: Int) throws {
        defer {
            (tokens, heads, entities, open) = ([], [], [], [])
            (entityBefore, surface, multiword) = (nil, -1, nil)
        }
        if let range = multiword {
            throw malformed(line, "the sentence before this line lacks word \(range.last), with which a range ends")
        }
        guard let first = tokens.first, let last = tokens.last else { return }
        for (index, head) in heads.enumerated() {
            guard let head, head > 0 else { continue }
            guard head <= tokens.count, head != index + 1 else {
                throw malformed(line, "word \(index + 1) of the sentence before this line has the impossible head \(head)")
            }
            tokens[index].head = head - 1
        }
        sentences.append(Sentence(tokens: tokens, span: first.span.lowerBound..<last.span.upperBound, entities: entities))
        comments.append(open)
    }

    private func head(_ column: Substring, line: Int) throws -> Int? {
        if column == "_" { return nil }
        guard let head = Int(column), head >= 0 else { throw malformed(line, "“\(column)” is no head: write a word's number, 0 or _") }
        return head
    }

    private mutating func appendToken(_ columns: [Substring], isFollowedBySpace: Bool) {
        let span: Range<Int>
        let isFollowed: Bool
        if let range = multiword {
            let isLast = tokens.count + 1 == range.last
            let end = range.next + columns[1].utf8.count
            // Words that spell their surface token have spans of their own; others (“im” → “in dem”) share the whole token's.
            let spells = end <= range.span.upperBound && text[range.next..<end].elementsEqual(columns[1].utf8)
            span = spells ? range.next..<end : range.span
            if spells { multiword?.next = end }
            isFollowed = isLast && range.isFollowedBySpace
            if isLast { multiword = nil }
        } else {
            surface += 1
            span = append(columns[1], isFollowedBySpace: isFollowedBySpace)
            isFollowed = isFollowedBySpace
        }
        tokens.append(
            Token(
                form: String(columns[1]), lemma: String(columns[2]), upos: PartOfSpeech(rawValue: String(columns[3])) ?? .other,
                xpos: String(columns[4]), features: String(columns[5]), relation: DependencyRelation(rawValue: String(columns[7])),
                span: span, surface: surface, isFollowedBySpace: isFollowed))
    }

    private mutating func append(_ form: Substring, isFollowedBySpace: Bool) -> Range<Int> {
        let start = text.count
        text += form.utf8
        let end = text.count
        if isFollowedBySpace { text.append(UInt8(ascii: " ")) }
        return start..<end
    }

    private mutating func appendEntity(_ misc: [Substring]) {
        let value = misc.first { $0.hasPrefix("Entity=") }?.dropFirst(7)
        guard let value, value.hasPrefix("B-") || value.hasPrefix("I-"), let kind = NamedEntity.Kind(rawValue: String(value.dropFirst(2)))
        else {
            entityBefore = nil
            return
        }
        let word = tokens.count - 1
        if value.hasPrefix("I-"), entityBefore == kind, let last = entities.last {
            entities[entities.count - 1].tokens = last.tokens.lowerBound..<word + 1
        } else {
            entities.append(NamedEntity(kind: kind, tokens: word..<word + 1))
        }
        entityBefore = kind
    }

    private func malformed(_ line: Int, _ reason: String) -> TextAnalysisError {
        .malformedCoNLLU(path: path, line: line, reason: reason)
    }
}
