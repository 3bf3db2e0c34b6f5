import GraphFormats
import GraphStore

extension Endpoint {
    static let search = Endpoint(
        path: "search", summary: "Actors and sentences for words that somebody is typing",
        details:
            "Actors have a name in which words begin with all the words; sentences have all the words, the last perhaps as the beginning of one.",
        fields: [
            QueryField(
                name: "q", summary: "the words", kind: .text(longest: 200), isRequired: true, example: "ida h"),
            .limit(of: 1...50, standard: 10),
        ],
        answers: [.json(.reference("SearchAnswer"))]
    ) { request in
        let words = request.fields["q"] ?? "", limit = request.number(.limit, default: 10)
        return .json(
            try await request.services.read { store in
                let actors = try store.completions(of: words, limit: limit)
                let sentences = try store.sentences(beginning: words, limit: limit)
                return JSONText.text { json in json.write(actors, sentences) }
            })
    }
}

extension JSONText {
    /// What was found for words.
    mutating func write(_ actors: [NameCompletion], _ sentences: [SentenceHit]) {
        object { json in
            json.key("actors") { $0.array(actors) { $0.write($1) } }
            json.key("sentences") { $0.array(sentences) { $0.write($1) } }
        }
    }
}
