import Foundation
import Testing

@testable import NewsText

@Suite("HTML")
struct HTMLTests {
    @Test("takes the story out of a modern page, and only the story")
    func modern() throws {
        let article = try article(Pages.modern, as: "crane.html")
        #expect(article.title == "Harbour minister resigns over crane deal")
        #expect(article.day == "2024-11-8")
        #expect(article.source == "The Tidewater Post")
        #expect(article.url == "https://tidewater.example/news/crane")
        #expect(article.passages == Pages.modernPassages)
        #expect(article.blocks.map(\.kind).prefix(3) == [.headline, .paragraph, .caption])
        #expect(article.text.hasPrefix(Pages.modernPassages[0] + "\n\n" + Pages.modernPassages[1]) && article.hasSoundBlocks)
    }

    @Test("finds the story in widgets and compiled class names")
    func widgets() throws {
        let article = try article(Pages.widgets, as: "ferry.html")
        #expect(article.title == "Ferry strike enters second week")
        #expect(article.source == "Sound & Straits")
        #expect(
            article.passages == [
                "Ferry strike enters second week", "The strike of the ferry crews entered its second week on Monday, the union said.",
                "Comments by the owner, Lina Aho, made matters worse.",
                "“We will not pay more,” she wrote to the crews. The letter was leaked.",
            ])
    }

    @Test("reads an old page without metadata")
    func old() throws {
        let article = try article(Pages.old, as: "flood.htm")
        #expect(article.title == "Villages cut off by flood")
        #expect(article.day == "2003-5-3")
        #expect(article.source == "Valley Courier")
        #expect(
            article.passages == [
                "Villages cut off by flood",
                "The river Lorn burst its banks on Saturday and cut off three villages, the district said.",
                "Soldiers brought bread and water by boat, Colonel Hana Reyes said.",
                "\"Nobody was hurt, and nobody is missing,\" she said.",
            ])
    }

    @Test("reads through 5,000 levels and broken nesting")
    func hostile() throws {
        let article = try article(Pages.hostile, as: "x.html")
        #expect(article.hasSoundBlocks)
        #expect(
            article.passages.contains { $0.hasPrefix("The envoy of the league") && $0.contains("& nobody") && $0.hasSuffix("trains run.") })
        #expect(article.passages.contains { $0.hasPrefix("Nobody at the ministry") })
    }

    @Test(
        "survives what is hardly HTML",
        arguments: [
            "<", "<html", "<p", "<!--", "<!DOCTYPE html>", "<script>", "<p>\u{0}a</p>", "</p></p>", "<a href='", "&#0;&#99999999;",
            "<title>",
            "<p>" + String(repeating: "&lt;", count: 9999), String(repeating: "<b>", count: 5_000),
            String(repeating: "<p>a<table>", count: 999),
        ])
    func broken(page: String) throws {
        #expect(try article(page, as: "x.html").hasSoundBlocks)
    }

    @Test("reads fragments and single paragraphs")
    func fragment() throws {
        #expect(
            try article("<p>The envoy left.</p><p>She will be back.</p>", as: "x.html").passages == [
                "The envoy left.", "She will be back.",
            ])
    }

    @Test("trusts the bytes over the declared character set")
    func charset() throws {
        let paragraph = "The café “Østersjøen” in Malmö closed on Friday, its owner, a former minister, told the paper."
        let page = "<html><head><meta charset=\"iso-8859-1\"></head><body><p>\(paragraph)</p></body></html>"
        #expect(try article(page, as: "x.html").passages == [paragraph])
        guard let western = page.replacingOccurrences(of: "iso-8859-1", with: "utf-8").data(using: .windowsCP1252) else {
            Issue.record("not encodable")
            return
        }
        let results = try read(Array(western), as: "x.html")
        #expect(try results[0].get().passages == [paragraph])
        let russian = "Министр ушёл в отставку в пятницу, сообщила его пресс-служба, и никто не удивился этому решению."
        let declared = "<html><head><meta charset=windows-1251></head><body><p>\(russian)</p></body></html>"
        guard let cyrillic = declared.data(using: .windowsCP1251) else {
            Issue.record("not encodable")
            return
        }
        #expect(try read(Array(cyrillic), as: "x.html")[0].get().passages == [russian])
    }

    @Test(
        "finds the date wherever the page has it",
        arguments: [
            "<meta property='article:published_time' content='2024-11-08T06:30:00Z'>", "<meta name=date content='8 November 2024'>",
            "<meta itemprop='datePublished' content='2024-11-08'>", "<time datetime='2024-11-08'>Friday</time>",
            "<script type='application/ld+json'>[{\"@type\":\"BlogPosting\",\"datePublished\":\"2024-11-08\"}]</script>",
            "<script type='application/ld+json'>broken{</script><time pubdate>Nov. 8, 2024</time>",
        ])
    func date(markup: String) throws {
        #expect(try article("<html><head>\(markup)</head><body><p>The envoy left.</p></body></html>", as: "x.html").day == "2024-11-8")
    }

    @Test("falls back on the text in JSON-LD when a script builds the page")
    func structuredBody() throws {
        let page = """
            <html><body><div id="app"></div><script type="application/ld+json">{"@type":"NewsArticle","headline":"Envoy leaves",
            "articleBody":"The envoy left the capital.\\nShe will be back in June."}</script></body></html>
            """
        #expect(try article(page, as: "x.html").passages == ["Envoy leaves", "The envoy left the capital.", "She will be back in June."])
    }

    @Test("is recognised without its extension")
    func detection() throws {
        #expect(try read(Pages.modern, as: "download")[0].get().passages == Pages.modernPassages)
    }
}

@Suite("Feeds")
struct FeedTests {
    private static let rss = """
        <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel><title>Tidewater Post &amp; Mail</title>
        <item><title>Envoy &amp;amp; aide leave</title><link>https://tidewater.example/1</link><pubDate>Fri, 08 Nov 2024 06:30:00 GMT</pubDate>
        <description><![CDATA[<p>WESTHAVEN (TPM) — The <b>envoy</b> left.</p><p>Her aide stayed.</p>]]></description></item>
        <item><title>Storm ahead</title><dc:date>2024-11-09</dc:date><description>Short.</description>
        <content:encoded>&lt;p&gt;A storm is coming, the office said.&lt;/p&gt;</content:encoded></item>
        </channel></rss>
        """

    @Test("RSS: every item is an article")
    func rss() throws {
        let articles = try read(Self.rss, as: "news.rss").map { try $0.get() }
        #expect(articles.map(\.id) == ["news-1", "news-2"])
        #expect(articles.map(\.day) == ["2024-11-8", "2024-11-9"])
        #expect(articles[0].title == "Envoy & aide leave")
        #expect(articles[0].passages == ["Envoy & aide leave", "The envoy left.", "Her aide stayed."])
        #expect(articles[0].url == "https://tidewater.example/1" && articles[0].source == "Tidewater Post & Mail")
        #expect(articles[1].passages == ["Storm ahead", "A storm is coming, the office said."])
    }

    @Test("Atom: every entry is an article")
    func atom() throws {
        let feed = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title type="html">Envoy leaves</title>
            <link rel="self" href="x"/><link href="https://tidewater.example/2"/><updated>2024-11-08T06:30:00Z</updated>
            <summary>The envoy left.</summary></entry></feed>
            """
        let articles = try read(feed, as: "download").map { try $0.get() }
        #expect(articles.map(\.passages) == [["Envoy leaves", "The envoy left."]])
        #expect(articles[0].url == "https://tidewater.example/2" && articles[0].day == "2024-11-8")
    }

    @Test("broken feeds give the items that can be read, and entities are not expanded without end")
    func broken() throws {
        let cut = String(Self.rss.prefix(upTo: Self.rss.range(of: "<item><title>Storm")?.lowerBound ?? Self.rss.endIndex))
        #expect(try read(cut, as: "news.rss").count == 1)
        let bomb = """
            <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
            <rss><channel><item><title>Envoy</title><description>&c;&c;&c;</description></item></channel></rss>
            """
        #expect(try read(bomb, as: "bomb.rss").allSatisfy { try $0.get().text.utf8.count < 10_000 })
    }
}
