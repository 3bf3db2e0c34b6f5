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
            guard let certainty = certainty(of: index, in: tree) else { return false }
            // An element that holds most of the page's prose holds the story, whatever it is called: <div class="content has-sidebar">.
            let share: Double = certainty == .definite ? 0.9 : 0.4
            return total == 0 || Double(mass[index]) < share * Double(total)
        }
    }

    /// Short lines that pages put between paragraphs.
    static func isFiller(_ text: String) -> Bool {
        guard text.utf8.count <= 160 else { return false }
        let lowered = text.lowercased()
        return labels.contains(lowered.trimmingPrefix { !$0.isLetter }.prefix { $0.isLetter || $0 == " " })
            || fillers.contains { lowered.hasPrefix($0) }
    }

    private static let labels: Set<Substring> = [
        "advertisement", "advertising", "related", "related stories", "related articles", "related topics", "recommended", "most read",
        "comments",
        "newsletter", "share", "print", "email", "subscribe", "log in", "sign in", "sign up", "more on this story", "more on this",
        "read also",
        "also read", "see also", "read more", "top stories", "sponsored", "promoted", "topics", "tags",
    ]

    private static let fillers = [
        "read more:", "read more about", "read also:", "also read:", "see also:", "related:", "sign up for", "sign up to",
        "subscribe to our",
        "subscribe to the", "follow us", "share this", "share on", "click here to", "click here for", "all rights reserved", "copyright ©",
        "©",
        "image source", "image credit", "photo credit", "continue reading", "story continues below", "article continues below", "skip to",
        "listen to this", "watch:", "get the latest", "we use cookies", "this site uses cookies", "this website uses cookies",
        "accept cookies",
        "download our app", "join our", "leave a comment", "print this", "email this", "have a tip",
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
        "ad", "ads", "advert", "advertisement", "advertising", "sponsored", "promo", "promotion", "sidebar", "masthead", "share", "sharing",
        "social",
        "newsletter", "subscribe", "subscription", "signup", "paywall", "byline", "timestamp", "credit", "copyright", "disclaimer", "quiz",
    ]

    /// Words that no story's own element has; there may be more of these on a page than story.
    private static let definiteNames: Set<String> = [
        "related", "recommended", "recommendations", "recirculation", "trending", "mostread", "morestories", "readmore", "nav",
        "navigation", "navbar",
        "menu", "breadcrumb", "breadcrumbs", "footer", "comment", "comments", "commentlist", "disqus", "cookie", "cookies", "consent",
        "gdpr", "outbrain",
        "taboola", "taglist", "pagination", "pager", "login",
    ]

    /// Words that also name parts of a story; they count unless a word of ``storyNames`` stands beside them.
    private static let vagueNames: Set<String> = [
        "author", "authors", "banner", "bio", "credits", "livechat", "modal", "overlay", "poll", "popular", "popup", "print", "search",
        "skip",
        "sponsor", "tags", "teaser", "teasers", "toolbar", "topics", "widget",
    ]

    private static let storyNames: Set<String> = ["article", "body", "content", "entry", "paragraph", "post", "story", "text"]

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

    private enum Certainty {
        case definite, likely
    }

    /// Whether an element's tag, role or names say that it is boilerplate.
    private static func certainty(of index: Int, in tree: MarkupTree) -> Certainty? {
        let node = tree.nodes[index]
        guard !["html", "body", "article", "main"].contains(node.name), !inline.contains(node.name), node["itemprop"] != "articleBody"
        else {
            return nil
        }
        if node.name == "footer" { return .definite }
        var words: [String] = []
        for attribute in ["class", "id", "data-component", "data-testid"] { words += node[attribute].map(Self.words) ?? [] }
        if words.contains(where: definiteNames.contains) { return .definite }
        let isNamed = words.contains(where: names.contains) || node["role"].map(roles.contains) ?? false
        let isVaguelyNamed = words.contains(where: vagueNames.contains) && !words.contains(where: storyNames.contains)
        return isNamed || isVaguelyNamed || node.name == "aside" || node.name == "address" || isSiteHeader(index, of: tree) ? .likely : nil
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
