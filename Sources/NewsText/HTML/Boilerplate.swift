/// Tells which elements of a page are not the story: scripts, menus, banners, comments, teasers, advertisements.
enum Boilerplate {
    /// One flag a node; descendants of a flagged element need not be flagged.
    static func elements(of tree: MarkupTree) -> [Bool] {
        let mass = proseMass(of: tree)
        let total = mass.first ?? 0
        return tree.nodes.indices.map { index in
            let node = tree.nodes[index]
            if node.isText { return false }
            if neverText.contains(node.name) { return true }
            if isHidden(node) { return true }
            guard hasBoilerplateName(node) || isSiteHeader(index, of: tree) else { return false }
            // An element that holds most of the page's prose holds the story, whatever it is called: <div class="content has-sidebar">.
            return total == 0 || Double(mass[index]) < 0.4 * Double(total)
        }
    }

    /// Short lines that pages put between paragraphs.
    static func isFiller(_ text: String) -> Bool {
        guard text.utf8.count <= 160 else { return false }
        let lowered = text.lowercased()
        return fillers.contains { lowered.hasPrefix($0) }
    }

    private static let fillers = [
        "advertisement", "read more", "read also", "also read", "related:", "related stories", "related articles", "more on this",
        "see also", "sign up",
        "subscribe", "follow us", "share this", "share on", "click here", "all rights reserved", "copyright ©", "©", "image source",
        "image credit",
        "photo credit", "continue reading", "story continues", "skip to", "listen to this", "watch:", "get the latest", "most read",
        "recommended",
        "we use cookies", "this site uses cookies", "accept cookies", "download our app", "join our", "comments", "leave a comment",
        "log in", "print this",
        "email this", "last modified", "have a tip", "newsletter",
    ]

    private static let neverText: Set<String> = [
        "script", "style", "noscript", "template", "head", "nav", "form", "button", "select", "option", "textarea", "input", "iframe",
        "svg", "canvas",
        "object", "embed", "audio", "video", "dialog", "menu", "math", "map",
    ]

    private static let roles: Set<String> = [
        "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "alert",
        "tooltip",
    ]

    /// Words of `class` and `id`.
    private static let names: Set<String> = [
        "ad", "ads", "advert", "advertisement", "advertising", "sponsored", "sponsor", "promo", "promotion", "related", "recommended",
        "recommendations", "recirculation", "trending", "popular", "mostread", "sidebar", "nav", "navigation", "navbar", "menu",
        "breadcrumb",
        "breadcrumbs", "footer", "masthead", "share", "sharing", "social", "comment", "comments", "disqus", "cookie", "cookies", "consent",
        "gdpr",
        "newsletter", "subscribe", "subscription", "signup", "paywall", "popup", "modal", "overlay", "banner", "widget", "outbrain",
        "taboola", "tags",
        "taglist", "topics", "byline", "author", "authors", "bio", "timestamp", "dateline-date", "pagination", "pager", "toolbar", "teaser",
        "teasers",
        "skip", "login", "search", "print", "credit", "credits", "copyright", "disclaimer", "livechat", "poll", "quiz", "readmore",
        "morestories",
    ]

    /// Hidden also from sight, and in the middle of a sentence.
    private static let hiddenNames: Set<String> = ["hidden", "sronly", "visuallyhidden", "screenreader", "screenreadertext", "tooltip"]

    private static let inline: Set<String> = [
        "a", "b", "i", "em", "strong", "span", "u", "small", "cite", "q", "abbr", "mark", "sub", "sup", "time", "font",
    ]

    private static func isHidden(_ node: MarkupTree.Node) -> Bool {
        for (name, value) in node.attributes {
            switch name {
            case "hidden": return value != "until-found"
            case "aria-hidden": if value == "true" { return true }
            case "style":
                let style = value.lowercased().filter { !$0.isWhitespace }
                if style.contains("display:none") || style.contains("visibility:hidden") { return true }
            case "class":
                let names = value.lowercased().split(separator: " ").map { $0.filter(\.isLetter) }
                if names.contains(where: hiddenNames.contains) { return true }
            default: break
            }
        }
        return false
    }

    private static func hasBoilerplateName(_ node: MarkupTree.Node) -> Bool {
        guard !["html", "body", "article", "main"].contains(node.name), !inline.contains(node.name) else { return false }
        if node.name == "aside" || node.name == "footer" || node.name == "address" { return true }
        if node["role"].map(roles.contains) ?? false { return true }
        if node["itemprop"] == "articleBody" { return false }
        return ["class", "id", "data-component", "data-testid"].contains { attribute in
            node[attribute].map { words(of: $0).contains(where: names.contains) } ?? false
        }
    }

    /// A <header> that is not the story's own.
    private static func isSiteHeader(_ index: Int, of tree: MarkupTree) -> Bool {
        guard tree.nodes[index].name == "header" else { return false }
        var parent = tree.nodes[index].parent
        while parent >= 0 {
            if tree.nodes[parent].name == "article" || tree.nodes[parent].name == "main" { return false }
            parent = tree.nodes[parent].parent
        }
        return true
    }

    /// "relatedStories_box-2" gives related, stories, box and the parts without breaks.
    private static func words(of value: String) -> [String] {
        var words: [String] = []
        for name in value.split(separator: " ") {
            var word = ""
            var wasLower = false
            for character in name.unicodeScalars {
                let isLetter = character.properties.isAlphabetic
                if !isLetter || (wasLower && character.properties.isUppercase) {
                    if !word.isEmpty { words.append(word.lowercased()) }
                    word = ""
                }
                if isLetter { word.unicodeScalars.append(character) }
                wasLower = character.properties.isLowercase
            }
            if !word.isEmpty { words.append(word.lowercased()) }
            words.append(name.lowercased().filter { $0.isLetter })
        }
        return words
    }

    /// Characters of longer texts below each node, links and scripts left out.
    private static func proseMass(of tree: MarkupTree) -> [Int] {
        var mass = [Int](repeating: 0, count: tree.nodes.count)
        for index in tree.nodes.indices.reversed() {
            let node = tree.nodes[index]
            if node.isText {
                let count = node.text.utf8.count
                let parent = node.parent >= 0 ? tree.nodes[node.parent].name : ""
                mass[index] = count >= 60 && !neverText.contains(parent) && parent != "a" ? count : 0
            }
            if node.parent >= 0 { mass[node.parent] += mass[index] }
        }
        return mass
    }
}
