import Hummingbird

/// Makes an answer of every error: problem details for programs, a page for people.
struct ProblemAnswers: RouterMiddleware {
    let title: String

    func handle(
        _ request: Request, context: ExplorerContext, next: (Request, ExplorerContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            let problem = Problem(error)
            if problem.status.code >= 500, problem.kind != "busy" {
                context.logger.error("\(problem.kind)", metadata: ["error": "\(error)", "route": "\(context.endpointPath ?? "other")"])
            }
            return response(problem, to: request)
        }
    }

    private func response(_ problem: Problem, to request: Request) -> Response {
        let isForPeople = !request.uri.path.hasPrefix("/api/") && (request.headers[.accept] ?? "text/html").contains("text/html")
        var response =
            isForPeople
            ? ProblemPage(problem, title: title).response(status: problem.status)
            : Response(status: problem.status, headers: [.contentType: "application/problem+json"], body: .text(problem.json))
        if let retryAfter = problem.retryAfter { response.headers[.retryAfter] = "\(retryAfter)" }
        if problem.isLast { response.headers[.connection] = "close" }
        if let allowed = problem.allowed { response.headers[.allow] = allowed }
        if problem.status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }
}
