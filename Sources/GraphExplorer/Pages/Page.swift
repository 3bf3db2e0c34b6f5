import Hummingbird

/// A page for people: what its template shows.
///
/// A page is a value made from the database; `layout.mustache` puts the head, the search box and the navigation around it.
protocol Page: Sendable {
    /// The name of the file in `Pages/Files`, without extension.
    static var template: String { get }
    /// What the window and the history call it.
    var title: String { get }
}

extension Page {
    var html: String { PageTemplates.text(of: Self.template, for: self) }

    func response(status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: [.contentType: "text/html; charset=utf-8"], body: .text(html))
    }
}
