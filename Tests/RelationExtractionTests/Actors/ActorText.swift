import Foundation
import TextAnalysis

@testable import RelationExtraction

/// A text of hand-built sentences and who is who in it.
struct ActorText {
    let sentences: [Sentence]
    let index: ActorIndex

    /// Each sentence is written in the notation of `Sentence.init(_:names:roles:)`, its names after a `;`: `… ; PER 1 2 ; ORG 4`.
    init(_ lines: String...) throws {
        sentences = lines.map { line in
            let parts = line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            return Sentence(parts[0], names: Array(parts.dropFirst()))
        }
        index = ActorResolver(tables: try .bundled()).actors(in: sentences)
    }

    /// Name of the actor that this word stands for; words and sentences count from 1.
    func name(_ sentence: Int, _ word: Int) -> String? { index.actor(sentence: sentence - 1, head: word - 1)?.name }

    func id(_ sentence: Int, _ word: Int) -> String? { index.actor(sentence: sentence - 1, head: word - 1)?.id }

    func members(_ sentence: Int, _ word: Int) -> [String] { index.actors(sentence: sentence - 1, head: word - 1).map(\.name) }
}
