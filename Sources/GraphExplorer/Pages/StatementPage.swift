import GraphFormats
import GraphStore
import KnowledgeGraph
import RelationExtraction

/// The evidence of one statement: its sentence in its article, and how each part of it is known.
struct StatementPage: Page {
    static let template = "statement"

    let frame: PageFrame
    let item: StatementItem
    let source: SourceLink
    /// The paragraph around the sentence, in pieces.
    let passage: [Passage]
    let isPassageWhole: Bool
    let roles: [Role]
    let facts: [Fact]
    let rule: RuleWords?
    let sameSentence: [StatementItem]
    let hasSameSentence: Bool

    struct Passage: Sendable {
        let passageText: String
        let passageRole: String?
        let isContext: Bool
    }

    /// An entry of the legend.
    struct Role: Sendable {
        let roleClass: String
        let roleWords: String
    }

    struct Fact: Sendable {
        let factName: String
        let factText: String
        var factAddress: String?
    }

    init(_ statement: Statement, in store: GraphStore, services: ExplorerServices) throws {
        let words = RelationWords(labels: services.relationLabels)
        let document = try store.document(statement.document)
        let details = try document?.details ?? store.documentDetails(statement.document)
        let item = StatementItem(statement, details: details, words: words)
        self.item = item
        source = SourceLink(statement.document, details)
        frame = PageFrame("\(item.subject.actorName) \(item.relation) \(item.object.actorName)", site: services.options.title)
        let sentence = MarkedSentence(statement).parts
        let context = document.map { PassageContext(of: statement.evidence, in: $0.text) }
        passage =
            [Passage(passageText: context?.before ?? "", passageRole: nil, isContext: true)]
            + sentence.map { Passage(passageText: $0.text, passageRole: $0.role?.rawValue, isContext: false) }
            + [Passage(passageText: context?.after ?? "", passageRole: nil, isContext: true)]
        isPassageWhole = context != nil
        let present = Set(sentence.compactMap(\.role))
        roles = [(MarkedSentence.Role.subject, "who acts"), (.predicate, "what is done"), (.object, "to whom"), (.speaker, "who says so")]
            .filter { present.contains($0.0) }.map { Role(roleClass: $0.0.rawValue, roleWords: $0.1) }
        facts = Self.facts(statement, item)
        rule = RuleWords(statement, services.catalogue)
        let others = try store.statements(inDocument: statement.document, limit: 2_000).filter {
            $0.evidence.span == statement.evidence.span && $0.evidence.sentence == statement.evidence.sentence && $0.id != statement.id
        }
        sameSentence = others.prefix(12).map { StatementItem($0, details: details, words: words, hasSource: false) }
        hasSameSentence = !sameSentence.isEmpty
    }

    private static func facts(_ statement: Statement, _ item: StatementItem) -> [Fact] {
        func line(_ text: String?) -> String? { text.flatMap { LabelText.line($0, columns: 200).nonEmpty } }
        var facts = [
            Fact(factName: "Relation", factText: "\(item.relation) (\(RelationWords.noun(statement.relationClass)))"),
            Fact(factName: "Status", factText: PageWords.status(statement.status)),
        ]
        if let date = statement.date {
            facts.append(Fact(factName: "Day", factText: "\(RelationWords.date(date)): \(RelationWords.resolution(of: date))"))
        } else {
            facts.append(Fact(factName: "Day", factText: "not known"))
        }
        if let attribution = statement.attribution {
            let verb = line(attribution.verb).map { " (“\($0)”)" } ?? ""
            facts.append(
                Fact(
                    factName: "Who says so", factText: PageWords.name(attribution.name) + verb,
                    factAddress: attribution.id.map { PageAddress.actor($0) }))
        } else {
            facts.append(Fact(factName: "Who says so", factText: "the article itself"))
        }
        let rest = [
            ("In full", line(statement.detail)), ("How", line(statement.mode)), ("Where", line(statement.place)),
            ("About", line(statement.topic)),
            ("Counted", line(statement.quantities.map(\.text).joined(separator: ", "))),
            ("Words for it", line(statement.predicate.text)),
            ("Words for who acts", line(statement.subject.mention?.text)), ("Words for whom", line(statement.object.mention?.text)),
        ]
        facts += rest.compactMap { name, text in text.map { Fact(factName: name, factText: $0) } }
        facts.append(Fact(factName: "Confidence", factText: confidence(statement.confidence)))
        facts.append(Fact(factName: "Sentence", factText: "number \(statement.evidence.index + 1) of the document"))
        facts.append(Fact(factName: "Id", factText: line(statement.id) ?? "(none)"))
        return facts
    }

    /// Two decimals, with a point in every locale.
    private static func confidence(_ value: Double) -> String {
        guard value.isFinite else { return "not known" }
        let hundredths = Int((min(1, max(0, value)) * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) of 1"
    }
}

/// The words of a paragraph before and after a sentence.
private struct PassageContext {
    let before: String
    let after: String

    private static let longest = 1_500

    init(of evidence: Evidence, in text: String) {
        let bytes = Array(text.utf8)
        let span = evidence.span
        guard span.lowerBound >= 0, span.upperBound <= bytes.count, bytes[span].elementsEqual(evidence.sentence.utf8) else {
            (before, after) = ("", "")
            return
        }
        let lowest = max(0, span.lowerBound - Self.longest)
        var start = span.lowerBound
        while start > lowest, !Self.isParagraphEnd(bytes, at: start - 1) { start -= 1 }
        let highest = min(bytes.count, span.upperBound + Self.longest)
        var end = span.upperBound
        while end < highest, !Self.isParagraphEnd(bytes, at: end) { end += 1 }
        // A cut in the middle of a character leaves a replacement sign: it goes.
        let isCut = (start == lowest && start > 0, end == highest && end < bytes.count)
        before = (isCut.0 ? "…" : "") + Self.text(bytes[start..<span.lowerBound])
        after = Self.text(bytes[span.upperBound..<end]) + (isCut.1 ? "…" : "")
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).replacing("\u{FFFD}", with: "")
    }

    /// A line feed with another one beside it.
    private static func isParagraphEnd(_ bytes: [UInt8], at index: Int) -> Bool {
        guard bytes[index] == 0x0A else { return false }
        return index + 1 >= bytes.count || bytes[index + 1] == 0x0A || bytes[index + 1] == 0x0D || (index > 0 && bytes[index - 1] == 0x0A)
    }
}

/// The rule that found a statement, in words.
struct RuleWords: Sendable {
    let ruleName: String
    let ruleSentence: String
    let ruleExamples: [String]
    let hasExamples: Bool

    /// Nil for a statement without a rule.
    init?(_ statement: Statement, _ catalogue: RelationCatalogue?) {
        guard let name = LabelText.line(statement.rule, columns: 120).nonEmpty else { return nil }
        ruleName = name
        guard let description = catalogue?.description(ofRule: statement.rule) else {
            ruleSentence = "The relation catalogue has no entry of this name; the statement may have been made elsewhere."
            (ruleExamples, hasExamples) = ([], false)
            return
        }
        let trigger = statement.rule.split(separator: "#", maxSplits: 1).dropFirst().first.map { String($0).replacing("-", with: " ") }
        let form = trigger.flatMap { words in description.triggers.first { $0.words.contains(words) }?.form }
        let kinds = { (types: [ActorType]) in
            types.count == ActorType.allCases.count ? "anybody or anything" : "a \(PageWords.list(types.map(\.rawValue), "or"))"
        }
        ruleSentence =
            "The words " + (trigger.map { "“\($0)”" } ?? "of the sentence") + (form.map { " (\($0))" } ?? "")
            + " express “\(description.type.label)”: \(kinds(description.subjects)) does it to \(kinds(description.objects))."
        ruleExamples = description.examples.filter { !$0.finds.isEmpty }.prefix(2).map(\.text)
        hasExamples = !ruleExamples.isEmpty
    }
}

/// What `part=evidence` gives: statements with their sentences, for the drawer beside a figure.
struct EvidenceFragment: Sendable {
    let evidenceTitle: String
    let statements: [StatementItem]
    let evidenceNote: String?
}
