import Foundation
import TextAnalysis

/// Reads sentences from CoNLL-U, and their semantic roles from a PropBank file in JSON Lines, so that rules can be tried on gold trees.
struct CoNLLU {
    /// Sentences with their `sent_id`; words are laid out with single spaces unless `SpaceAfter=No`.
    static func sentences(in text: String) -> [(id: String, sentence: Sentence)] {
        var found: [(String, Sentence)] = []
        for block in text.components(separatedBy: "\n\n") {
            var id = ""
            var tokens: [Token] = []
            var marks: [String] = []
            var offset = 0
            for line in block.split(separator: "\n") {
                if line.hasPrefix("#") {
                    if line.hasPrefix("# sent_id = ") { id = String(line.dropFirst(12)) }
                    continue
                }
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                guard fields.count >= 8, Int(fields[0]) != nil else { continue }
                let end = offset + fields[1].utf8.count
                let isFollowedBySpace = fields.count < 10 || !fields[9].contains("SpaceAfter=No")
                tokens.append(
                    Token(
                        form: fields[1], lemma: fields[2], upos: PartOfSpeech(rawValue: fields[3]) ?? .other, xpos: fields[4],
                        features: fields[5], head: Int(fields[6]).flatMap { $0 == 0 ? nil : $0 - 1 },
                        relation: DependencyRelation(rawValue: fields[7]), span: offset..<end, surface: tokens.count,
                        isFollowedBySpace: isFollowedBySpace))
                let mark = fields.last?.components(separatedBy: "Entity=").dropFirst().first ?? ""
                marks.append(["B", "I"].contains(mark.prefix(1)) && mark.dropFirst().hasPrefix("-") ? mark : "")
                offset = end + (isFollowedBySpace ? 1 : 0)
            }
            guard !tokens.isEmpty else { continue }
            found.append((id, Sentence(tokens: tokens, span: 0..<offset, entities: names(in: tokens, marks: marks))))
        }
        return found
    }

    /// Gold predicates by `sent_id`.
    static func predicates(in text: String) throws -> [String: [TextAnalysis.Predicate]] {
        struct Line: Decodable {
            struct Predicate: Decodable {
                struct Argument: Decodable {
                    var role: String
                    var head: Int
                }
                var token: Int
                var pos: String
                var roleset: String
                var args: [Argument]
            }
            var sent_id: String
            var predicates: [Predicate]
        }
        var found: [String: [TextAnalysis.Predicate]] = [:]
        for line in text.split(separator: "\n") {
            let record = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
            found[record.sent_id] = record.predicates.filter {
                !["be.03", "do.01", "have.01", "get.03"].contains($0.roleset) || !$0.args.isEmpty
            }
            .map { predicate in
                TextAnalysis.Predicate(
                    token: predicate.token - 1, kind: TextAnalysis.Predicate.Kind(rawValue: predicate.pos) ?? .verb,
                    arguments: predicate.args.map { .init(token: $0.head - 1, role: SemanticRole(rawValue: $0.role)) })
            }
        }
        return found
    }

    /// Names from `Entity=B-PER` marks; without any, runs of proper nouns stand in for them.
    private static func names(in tokens: [Token], marks: [String]) -> [NamedEntity] {
        var found: [NamedEntity] = []
        let isMarked = marks.contains { !$0.isEmpty }
        for (index, token) in tokens.enumerated() {
            guard isMarked ? !marks[index].isEmpty : token.upos == .properNoun else { continue }
            let kind = NamedEntity.Kind(rawValue: String(marks[index].dropFirst(2))) ?? .organization
            if let last = found.last, last.tokens.upperBound == index, last.kind == kind, !marks[index].hasPrefix("B-") {
                found[found.count - 1].tokens = last.tokens.lowerBound..<index + 1
            } else {
                found.append(NamedEntity(kind: kind, tokens: index..<index + 1))
            }
        }
        return found
    }
}
