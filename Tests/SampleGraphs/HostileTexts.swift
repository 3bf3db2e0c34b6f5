/// Texts that break what writes them carelessly: markup, quotes, escapes, control characters, directions, lengths.
public let hostileTexts: [String] = [
    "", " ", "\0", "a\0b", "\"quoted\" \\ back\\slash \\n \\N \\G", "</script><script>alert(1)</script>",
    "<B>bold</B> & &amp; &#x41; &nope;",
    "]]> --> <!-- <![CDATA[", "<TABLE><TR><TD>", "unbalanced < and > and <", "}; digraph x { a -> b }", "javascript:alert(1)",
    "=HYPERLINK(\"http://example.org\")", "line\nbreak\r\nand\ttab\u{2028}and\u{85}more", "\u{1}\u{8}\u{1B}[31m\u{7F}\u{9B}",
    "\u{202E}gnitirw desrever\u{202C} \u{2067}isolated\u{2069}", "\u{FEFF}" + noncharacters,
    "e" + String(repeating: "\u{301}", count: 5_000), String(repeating: "x", count: 100_000),
    String(repeating: "word ", count: 20_000), String(repeating: "\\", count: 40_000), String(repeating: "\"", count: 40_000),
    "東京都知事選挙管理委員会および関係省庁連絡会議", "وزارة الخارجية والتعاون الدولي", "משרד החוץ (ירושלים) – דובר", "👩🏽‍🚀🚀 🏳️‍🌈", "İstanbul Şişli Çağlayan",
]

/// Literals may not hold them, but texts do.
private let noncharacters = [0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE].compactMap { Unicode.Scalar(UInt32($0)) }.map { String($0) }.joined()
