import Foundation
import GraphStore
import Hummingbird

/// `/duplicates`: see ``DuplicatesPage``; `/merge` and `/split` are what its forms send.
struct DuplicatesRoutes: RouteGroup {
    let services: ExplorerServices

    private static let longestReason = 300

    func add(to router: Router<ExplorerContext>) {
        router.page("duplicates", services) { fields in
            try await services.read { try DuplicatesPage(fields, in: $0, services: services) }.response()
        }
        router.post("merge") { request, _ -> Response in
            let fields = try await editFields(of: request)
            guard let actor = fields["actor"], let target = fields["target"] else {
                throw Problem.badRequest("`actor` and `target` are missing: the ids of two actors")
            }
            let reason = String((fields["reason"] ?? "looked at in the explorer").unicodeScalars.prefix(Self.longestReason))
            try await services.edit { try $0.merge(actor, into: target, reason: reason, time: Date().ISO8601Format()) }
            return Self.back("merged", actor)
        }
        router.post("split") { request, _ -> Response in
            let fields = try await editFields(of: request)
            guard let actor = fields["actor"] else {
                throw Problem.badRequest("`actor` is missing: the id of an actor that has been merged")
            }
            _ = try await services.edit { try $0.split(actor) }
            return Self.back("split", actor)
        }
    }

    /// The fields of a form that changes the database, when it is from this server and may.
    private func editFields(of request: Request) async throws -> FormFields {
        guard services.editing != nil else { throw Problem.notEditable }
        let fields = try await FormBody.fields(of: request, limit: 20_000)
        try services.editToken.check(fields)
        return fields
    }

    private static func back(_ name: String, _ actor: String) -> Response {
        var query = QueryString()
        query.append(name, actor)
        return .leading(to: query.after("/duplicates"))
    }
}
