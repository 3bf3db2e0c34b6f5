import Hummingbird

/// A page for people: what its template shows.
///
/// A page is a value made from the database; `layout.mustache` puts the head, the search box and the navigation around it. Templates see
/// stored properties only, and look for a name in what is around when it is not there: names differ from level to level.
protocol Page: Sendable {
    /// The name of the file in `Pages/Files`, without extension.
    static var template: String { get }
    var frame: PageFrame { get }
}

extension Page {
    var html: String { PageTemplates.text(of: Self.template, for: self) }

    func response(status: HTTPResponse.Status = .ok) -> Response {
        .html(html, status: status)
    }
}

extension Response {
    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: [.contentType: "text/html; charset=utf-8"], body: .text(text))
    }

    /// Leads on to another page; what was sent is not sent again when that one is reloaded.
    static func leading(to address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }
}
