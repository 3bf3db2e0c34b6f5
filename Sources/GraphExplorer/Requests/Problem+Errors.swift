import GraphDrawing
import GraphFormats
import GraphQuery
import GraphStore
import Hummingbird
import NewsText
import RelationExtraction

extension Problem {
    /// The problem that an error of ours amounts to. What is our own fault says no more than that: nothing of the machine reaches a client.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let last as LastAnswer:
            self.init(last.error)
            isLast = true
        case let error as GraphStoreError: self.init(error)
        case let error as QueryError: self.init(error, in: nil)
        case let error as DiagramError:
            self.init(status: .badRequest, kind: "no-figure", title: "This cannot be drawn", detail: error.description)
        case let error as DrawingError: self.init(error)
        case let error as NewsTextError:
            self.init(
                status: .unprocessableContent, kind: "unreadable-article", title: "The article cannot be read", detail: error.description)
        case let error as GraphFormatError:
            self.init(status: .unprocessableContent, kind: "no-export", title: "This cannot be written", detail: error.description)
        case is WaitingLine.IsFull: self = .busy
        case let error as HTTPError:
            self.init(
                status: error.status, kind: "http", title: error.status.reasonPhrase,
                detail: error.body ?? "there is no such page; the start page leads to all there are")
        case let error as any HTTPResponseError:
            self.init(status: error.status, kind: "http", title: error.status.reasonPhrase, detail: "the request could not be read")
        default:
            self.init(
                status: .internalServerError, kind: "internal", title: "Something went wrong here",
                detail: "this is a fault of newsgraph, not of the request; the server's log says more")
        }
    }

    private init(_ error: GraphStoreError) {
        switch error {
        case .unknownActor(let name, let near):
            self.init(
                status: .notFound, kind: "unknown-actor", title: "No such actor",
                detail: "no actor is called \u{201C}\(name)\u{201D}" + (near.isEmpty ? "" : "; near names: \(near.joined(separator: ", "))")
            )
        case .ambiguousActor(let name, let candidates):
            self.init(
                status: .conflict, kind: "ambiguous-actor", title: "More than one actor has this name",
                detail: "\u{201C}\(name)\u{201D} may be one of several actors; choose one, by its id",
                candidates: candidates.map { Candidate(id: $0.id, name: $0.name) })
        case .alreadyMerged, .sameActor, .notMerged:
            self.init(status: .conflict, kind: "merge-conflict", title: "These cannot be merged or split", detail: error.description)
        case .busy:
            self.init(
                status: .serviceUnavailable, kind: "busy", title: "The database is being written to",
                detail: "another program has been writing all this time; try again when it is done", retryAfter: 5)
        default:
            self.init(
                status: .internalServerError, kind: "database", title: "The database cannot be read",
                detail: "the server's log says what is wrong with the database file")
        }
    }

    /// - Parameter query: its text, for the excerpt with a caret.
    init(_ error: QueryError, in query: String?) {
        let isLimit = error.kind == .limitReached
        self.init(
            status: isLimit ? .unprocessableContent : .badRequest, kind: isLimit ? "query-limit" : "query-error",
            title: isLimit ? "The query asks for too much" : "The query has a mistake", detail: error.message,
            excerpt: query.map { error.rendered(in: $0) })
    }

    private init(_ error: DrawingError) {
        switch error {
        case .tooLarge, .tooCostly, .timedOut, .outOfMemory, .imageTooLarge:
            self.init(
                status: .unprocessableContent, kind: "figure-limit", title: "The figure is too large to draw",
                detail: "show fewer lines, one actor's surroundings, or a shorter time")
        default:
            self.init(
                status: .internalServerError, kind: "drawing", title: "The figure could not be drawn",
                detail: "this is a fault of newsgraph or of its Graphviz; the server's log says more")
        }
    }
}
