import Foundation

/// Axe-core, which looks for what readers with a screen reader, a keyboard or weak eyes could not use. From PyPI: `.ci/setup tests`.
enum Axe {
    static let isInstalled = script != nil

    private static let script: String? = {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../../.build/axe/axe.min.js")
        return FileManager.default.contents(atPath: package.standardizedFileURL.path).map { String(decoding: $0, as: UTF8.self) }
    }()

    /// What it finds serious or critical on the page that the browser shows: rule, words, and the first elements.
    static func seriousFindings(in browser: Browser) async throws -> [String] {
        try await browser.run(
            (script ?? "") + "\nwindow.axeResult = null; axe.run().then(function (result) { window.axeResult = result; });")
        try await browser.wait(until: "window.axeResult", seconds: 60)
        let found = try await browser.run(
            """
            return window.axeResult.violations.filter(function (rule) { return rule.impact === "serious" || rule.impact === "critical"; })
              .map(function (rule) {
                return rule.id + ": " + rule.help + " " + rule.nodes.slice(0, 4).map(function (node) {
                  return node.target.join(" ") + " (" + (node.any[0] ? node.any[0].message : "") + ")"; }).join("; ");
              });
            """)
        return found as? [String] ?? []
    }
}
