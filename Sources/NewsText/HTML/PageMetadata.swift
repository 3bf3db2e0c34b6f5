import Foundation

/// What a page says about its story: Open Graph and other `<meta>` tags, JSON-LD (schema.org NewsArticle), `<time>`.
struct PageMetadata {
    var title: String?
    var date: DateComponents?
    var source: String?
    var url: String?
    /// JSON-LD's `articleBody`, for pages that build their text with a script.
    var body: String?

    init(of tree: MarkupTree) {
        let tags = Self.tags(of: tree)
        let story = Self.structuredStory(of: tree)
        let headings = tree.elements(named: "h1").map { tree.text(of: $0) }.filter { !$0.isEmpty }
        let pageTitle = tree.elements(named: "title").first.map { tree.text(of: $0) }
        let announced =
            Self.nonEmpty(tags["og:title"]) ?? Self.nonEmpty(story?["headline"] as? String) ?? Self.nonEmpty(tags["twitter:title"])
        // The heading as readers see it; site names are cut from the others.
        let visible = headings.first { heading in (announced ?? pageTitle)?.lowercased().hasPrefix(heading.lowercased()) ?? false }
        source = Self.name(of: story?["publisher"]) ?? Self.nonEmpty(tags["og:site_name"]) ?? Self.nonEmpty(tags["application-name"])
        title =
            visible ?? announced.map { Self.withoutSite($0, source) } ?? (headings.count == 1 ? headings[0] : nil)
            ?? Self.nonEmpty(pageTitle).map { Self.withoutSite($0, source) }
        url = Self.canonical(of: tree) ?? Self.nonEmpty(tags["og:url"])
        body = (story?["articleBody"] as? String).flatMap { Self.nonEmpty($0) == nil ? nil : $0 }
        let dates = [story?["datePublished"] as? String] + Self.dateTags.map { tags[$0] } + Self.times(of: tree)
        date = dates.lazy.compactMap { $0 }.compactMap { DateScanner.date(in: $0) }.first
    }

    private static let dateTags = [
        "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish_date",
        "publication_date",
        "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "article.published",
        "cxenseparse:recs:publishtime",
        "release_date", "article_date_original", "timestamp",
    ]

    /// `content` of the `<meta>` tags by name, property or itemprop in lower case; the first of each counts.
    private static func tags(of tree: MarkupTree) -> [String: String] {
        var tags: [String: String] = [:]
        for index in tree.elements(named: "meta") {
            let node = tree.nodes[index]
            guard let content = node["content"] else { continue }
            for key in ["property", "name", "itemprop"] {
                if let name = node[key]?.lowercased(), tags[name] == nil {
                    tags[name] = content.trimmingCharacters(in: .whitespacesAndNewlines)
                }
            }
        }
        return tags
    }

    private static func times(of tree: MarkupTree) -> [String?] {
        let times = tree.elements(named: "time")
        let published = times.filter { tree.nodes[$0]["itemprop"] == "datePublished" || tree.nodes[$0]["pubdate"] != nil }
        return (published + times).map { tree.nodes[$0]["datetime"] ?? tree.text(of: $0) }
    }

    private static func canonical(of tree: MarkupTree) -> String? {
        tree.elements(named: "link").first { tree.nodes[$0]["rel"]?.lowercased() == "canonical" }.flatMap {
            nonEmpty(tree.nodes[$0]["href"])
        }
    }

    // MARK: JSON-LD

    /// The first object of a kind of article in the page's JSON-LD; scripts that are no JSON are passed over, as search engines do.
    private static func structuredStory(of tree: MarkupTree) -> [String: Any]? {
        for index in tree.elements(named: "script") where tree.nodes[index]["type"]?.lowercased() == "application/ld+json" {
            let data = Data(tree.rawText(of: index).utf8)
            guard let value = try? JSONSerialization.jsonObject(with: data) else { continue }
            if let story = story(in: value, depth: 0) { return story }
        }
        return nil
    }

    private static func story(in value: Any, depth: Int) -> [String: Any]? {
        guard depth < 6 else { return nil }
        if let list = value as? [Any] { return list.lazy.compactMap { story(in: $0, depth: depth + 1) }.first }
        guard let object = value as? [String: Any] else { return nil }
        let types = (object["@type"] as? [String]) ?? (object["@type"] as? String).map { [$0] } ?? []
        if types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }) { return object }
        return ["@graph", "mainEntity", "mainEntityOfPage"].lazy.compactMap { object[$0] }.compactMap { story(in: $0, depth: depth + 1) }
            .first
    }

    private static func name(of value: Any?) -> String? {
        if let list = value as? [Any] { return name(of: list.first) }
        return nonEmpty((value as? [String: Any])?["name"] as? String ?? value as? String)
    }

    private static func nonEmpty(_ text: String?) -> String? {
        text.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// "Ministers meet | The Daily" without the site's name.
    private static func withoutSite(_ title: String, _ site: String?) -> String {
        for separator in [" | ", " – ", " — ", " - ", " :: "] {
            guard let cut = title.range(of: separator, options: .backwards) else { continue }
            let tail = title[cut.upperBound...].lowercased()
            let isSite =
                site.map { tail.contains($0.lowercased()) || $0.lowercased().contains(tail) }
                ?? (separator != " - " || tail.split(separator: " ").count <= 3)
            if isSite, title[..<cut.lowerBound].split(separator: " ").count >= 3 { return String(title[..<cut.lowerBound]) }
        }
        return title
    }
}
