import Digests
import Foundation

/// Words of a content security policy (https://www.w3.org/TR/CSP3).
package enum ContentPolicy {
    /// The source that a script or style sheet inside a page is, by its hash: `'sha256-…'`.
    package static func source(of text: String) -> String {
        "'sha256-\(Data(Array(text.utf8).withUnsafeBytes(SHA256.digest)).base64EncodedString())'"
    }
}
