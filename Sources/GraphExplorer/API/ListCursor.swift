import Foundation

/// Where a page of a list ended: what its order goes by, of the last element.
///
/// Its text may stand in an address and is not for reading. It holds while elements come and go.
struct ListCursor: Sendable, Hashable {
    let number: Int
    let id: String

    init(number: Int = 0, id: String) {
        self.number = number
        self.id = id
    }

    /// - Throws: `Problem` when the text is none of a cursor.
    init(_ text: String) throws(Problem) {
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        let padded = standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded), let content = String(validating: data, as: UTF8.self),
            let space = content.firstIndex(of: " "), let number = Int(content[..<space])
        else { throw .noCursor }
        self.init(number: number, id: String(content[content.index(after: space)...]))
        guard self.text == text else { throw .noCursor }
    }

    var text: String {
        Data("\(number) \(id)".utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

extension Problem {
    static let noCursor = Problem.badRequest("`cursor` is none that this server gave; take it from `next` of the page before")
}
