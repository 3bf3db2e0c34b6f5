import Digests
import Foundation
import GraphDrawing
import GraphFormats

/// The style sheets inside figures, as a content security policy names them: by their hashes.
enum FigureStyle {
    static let sources: [String] = Theme.allCases.map { theme in
        let digest = Data(Array(Drawing.styleSheet(theme).utf8).withUnsafeBytes(SHA256.digest))
        return "'sha256-\(digest.base64EncodedString())'"
    }
}
