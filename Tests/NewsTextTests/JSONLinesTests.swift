import Foundation
import Testing

@testable import NewsText

@Suite("JSON Lines")
struct JSONLinesTests {
    @Test("reads every field, and needs only the text")
    func fields() throws {
        let line =
            #"{"id":7,"date":"2024-03-05T10:00:00Z","title":"Envoy leaves","text":"The envoy left.","source":"NW","url":"https://example.org/7"}"#
        let results = try read(line + "\n\n{\"text\":\"Bare.\"}", as: "batch.jsonl")
        let full = try results[0].get()
        #expect(full.id == "7" && full.day == "2024-3-5" && full.source == "NW" && full.url == "https://example.org/7")
        #expect(try results[1].get().id == "batch-3")
    }

    @Test("keeps spans true to the text, with the title behind it as a headline")
    func title() throws {
        let article = try read(#"{"title":"Envoy leaves","text":"The envoy left."}"#, as: "a.jsonl")[0].get()
        #expect(article.text == "The envoy left.\n\nEnvoy leaves")
        #expect(article.passages == ["The envoy left.", "Envoy leaves"])
        #expect(article.blocks.map(\.kind) == [.paragraph, .headline])
        let repeated = try read(#"{"title":"Envoy leaves","text":"Envoy leaves\n\nThe envoy left."}"#, as: "a.jsonl")[0].get()
        #expect(repeated.passages == ["Envoy leaves", "The envoy left."])
    }

    @Test(
        "reports a bad line with its number and goes on",
        arguments: [
            ("{\"text\":1}", NewsTextError.Problem.wrongType(field: "text", expected: "a string")),
            ("{\"id\":[],\"text\":\"a\"}", .wrongType(field: "id", expected: "a string or whole number")),
            ("{\"id\":\"a\"}", .missingText),
            ("[1]", .invalidJSON("not an object")),
        ])
    func badLine(line: String, problem: NewsTextError.Problem) throws {
        let results = try read("{\"text\":\"One.\"}\n\(line)\n{\"text\":\"Two.\"}", as: "a.jsonl")
        try #require(results.count == 3)
        #expect(try results[0].get().text == "One.")
        #expect(try results[2].get().text == "Two.")
        guard case .failure(let error) = results[1] else {
            Issue.record("the line was taken")
            return
        }
        #expect(error.line == 2)
        #expect(error.problem == problem)
    }

    @Test("reports broken JSON", arguments: ["{", "{\"text\":\"a", "nonsense", "{\"text\":\"a\"} trailing", "\u{0}"])
    func broken(line: String) throws {
        let results = try read("{\"text\":\"One.\"}\n\(line)\n", as: "a.jsonl")
        try #require(results.count == 2)
        #expect(throws: NewsTextError.self) { try results[1].get() }
    }

    @Test("says when a date is not understood")
    func date() throws {
        let article = try read(#"{"date":"last week","text":"a"}"#, as: "a.jsonl")[0].get()
        #expect(article.date == nil && article.warnings.count == 1)
    }

    @Test("is recognised without its extension")
    func detection() throws {
        #expect(try read(" {\"text\": \"One.\"}\n{\"text\": \"Two.\"}", as: "data").count == 2)
    }

    @Test("reads lines across the borders of its buffer")
    func longLines() throws {
        let lines = (0..<9).map { "{\"text\":\"\(String(repeating: "é", count: 40_000 + $0))\"}" }
        let results = try read(lines.joined(separator: "\r\n"), as: "a.jsonl")
        #expect(try results.map { try $0.get().text.count } == (0..<9).map { 40_000 + $0 })
    }
}
