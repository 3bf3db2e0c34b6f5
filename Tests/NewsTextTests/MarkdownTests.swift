import Testing

@testable import NewsText

@Suite("Markdown")
struct MarkdownTests {
    private let page = """
        ---
        title: "Grain port opens"
        date: 2024-03-05
        ---
        # Grain port *opens*

        The envoy of the [Northern League](https://example.org/league_(n)), **Ann Roe**,
        opened the `main` port. ![quay](quay.png)

        > "We are
        > glad," she said.

        Next steps
        ----------

        1. Ships sail.
        2. Trains run.

        ```
        let hidden = code
        ```

        | table | cell |
        <div class="ad">
        <!-- note -->

        [ref]: https://example.org
        """

    @Test("has blocks for headings, paragraphs, quotations and items only")
    func blocks() throws {
        let article = try article(page, as: "story.md")
        #expect(article.title == "Grain port opens")
        #expect(article.day == "2024-3-5")
        #expect(article.text == page)
        #expect(article.hasSoundBlocks)
        #expect(article.blocks.map(\.kind) == [.headline, .paragraph, .paragraph, .headline, .listItem, .listItem])
        #expect(article.passages[3...] == ["Next steps", "Ships sail.", "Trains run."])
        for hidden in ["hidden", "cell", "note", "---"] { #expect(!article.passages.contains { $0.contains(hidden) }) }
    }

    @Test("marks what is not to be read")
    func markup() throws {
        let article = try article(page, as: "story.md")
        var bytes = Array(article.text.utf8)
        for range in article.markup { for index in range { bytes[index] = 1 } }
        let visible = article.blocks.map { String(decoding: bytes[$0.range].filter { $0 != 1 }, as: UTF8.self) }
        #expect(visible[0] == "Grain port opens")
        #expect(visible[1] == "The envoy of the Northern League, Ann Roe,\nopened the main port. ")
        #expect(visible[2].split(separator: "\n").joined(separator: " ") == "\"We are glad,\" she said.")
    }

    @Test("leaves signs alone that mark nothing", arguments: ["2 * 3 * 4", "snake_case_name", "a ~ b", "[not a link] (really)", "5 < 6"])
    func literal(text: String) throws {
        #expect(try article("# T\n\n\(text) words", as: "a.md").markup.isEmpty)
    }

    @Test("survives hostile input", arguments: ["[", "![", "](", "*", "_", "<", "`", "> ", "# ", "- ", "\\", "---\n", "[[", "[a]("])
    func hostile(piece: String) throws {
        for count in [1, 3, 3000] {
            let article = try article(String(repeating: piece, count: count), as: "a.md")
            #expect(article.hasSoundBlocks)
            #expect(zip(article.markup, article.markup.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
        }
    }
}
