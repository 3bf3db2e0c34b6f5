import Digests
import Foundation

/// A file that pages need: style sheet, scripts, icon.
struct Asset: Sendable {
    let name: String
    let mediaType: String
    let bytes: [UInt8]
    /// Changes with the content: clients keep what they have for as long as they like.
    let version: String

    var address: String { "/assets/\(name)?v=\(version)" }

    static let styleSheet = Asset("explorer.css", "text/css; charset=utf-8", PackageResources.explorer_css)
    static let searchScript = Asset("search.js", "text/javascript; charset=utf-8", PackageResources.search_js)
    static let figureScript = Asset("figure.js", "text/javascript; charset=utf-8", PackageResources.figure_js)
    static let icon = Asset("icon.svg", "image/svg+xml", PackageResources.icon_svg)

    static let all = [styleSheet, searchScript, figureScript, icon]

    private init(_ name: String, _ mediaType: String, _ bytes: [UInt8]) {
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
        version = bytes.withUnsafeBytes(SHA256.digest).prefix(6).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0\(digits)" : digits
        }.joined()
    }
}
