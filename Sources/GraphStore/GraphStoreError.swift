import GRDB

/// What can go wrong with a graph database.
public enum GraphStoreError: Error, Hashable, CustomStringConvertible {
    case missing(path: String)
    case isFolder(path: String)
    /// The file is not SQLite's.
    case notADatabase(path: String)
    /// An SQLite database of something else.
    case notAGraph(path: String)
    /// Its creation was cut short; nothing was in it yet.
    case empty(path: String)
    /// Written by a later version of newsgraph.
    case tooNew(path: String)
    /// Written by an earlier version, and it may not be changed to bring it up to date.
    case tooOld(path: String)
    case corrupt(path: String, detail: String)
    case diskFull(path: String)
    /// Another process has been writing for longer than the busy timeout.
    case busy(path: String)
    case cannotOpen(path: String, detail: String)
    case readOnly(path: String)
    case failed(path: String, detail: String)
    /// A statement came with a document that is not its own.
    case foreignStatement(id: String, document: String)
    /// A statement that could not be read back.
    case invalidStatement(id: String, detail: String)
    /// A coordinate that is no number.
    case invalidPosition(actor: String, figure: String)
    case unknownActor(name: String, near: [String])
    case ambiguousActor(name: String, candidates: [Candidate])
    /// The actor counts as another one already; undo that merge first.
    case alreadyMerged(actor: String, target: String)
    /// The two count as one already.
    case sameActor(actor: String, other: String)
    /// There is no merge to undo.
    case notMerged(actor: String)

    /// One of the actors that a name may stand for.
    public struct Candidate: Sendable, Hashable {
        public var id: String
        public var name: String
    }

    public var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no such database; `newsgraph add \(path) FILE…` makes one"
        case .isFolder(let path):
            "\(path): is a folder; name a database file"
        case .notADatabase(let path):
            "\(path): is not a newsgraph database (it is not an SQLite file); it was left as it is"
        case .notAGraph(let path):
            "\(path): is an SQLite database of another program, not of newsgraph; it was left as it is"
        case .empty(let path):
            "\(path): is an empty database; fill it with `newsgraph add \(path) FILE…`"
        case .tooNew(let path):
            "\(path): was written by a later version of newsgraph; update newsgraph to read it"
        case .tooOld(let path):
            "\(path): was written by an earlier version of newsgraph and may not be changed; copy it to where you may write"
        case .corrupt(let path, let detail):
            "\(path): the database is damaged (\(detail)); restore it from a copy, or add its documents to a new one"
        case .diskFull(let path):
            "\(path): the disk is full; nothing of this document was kept, and the rest is as it was. Free some space and repeat"
        case .busy(let path):
            "\(path): another program has been writing to it all this time; try again when it is done"
        case .cannotOpen(let path, let detail):
            "\(path): cannot be opened (\(detail)); check that the folder exists and that you may read and write there"
        case .readOnly(let path):
            "\(path): cannot be written; check its permissions and those of its folder"
        case .failed(let path, let detail):
            "\(path): \(detail)"
        case .foreignStatement(let id, let document):
            "statement \(id) is not of the document \"\(document)\" that it was added with"
        case .invalidStatement(let id, let detail):
            "statement \(id) cannot be kept: \(detail)"
        case .invalidPosition(let actor, let figure):
            "the position of \(actor) in the figure \"\(figure)\" is not finite; nothing was kept"
        case .unknownActor(let name, let near):
            "no actor is called \"\(name)\""
                + (near.isEmpty
                    ? "; `newsgraph actors` lists them all" : "; near names: \(near.map { "\"\($0)\"" }.joined(separator: ", "))")
        case .ambiguousActor(let name, let candidates):
            "\"\(name)\" may be \(candidates.map { "\($0.name) (\($0.id))" }.joined(separator: ", ")); give one of these ids"
        case .alreadyMerged(let actor, let target):
            "\(actor) has been merged into \(target) already; split it first"
        case .sameActor(let actor, let other):
            "\(actor) and \(other) are one actor already"
        case .notMerged(let actor):
            "\(actor) has not been merged into another actor, nor another into it: there is nothing to split"
        }
    }
}

extension GraphStoreError {
    /// The error of ours that an SQLite error amounts to.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as GraphStoreError:
            self = error
        case let error as DatabaseError:
            self.init(error, path: path)
        case let error as RowDecodingError:
            self = .corrupt(path: path, detail: "a value is not of its kind: \(error.description)")
        default:
            self = .failed(path: path, detail: "\(error)")
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_CORRUPT: self = .corrupt(path: path, detail: detail)
        case .SQLITE_NOTADB: self = .notADatabase(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen(path: path, detail: detail)
        default: self = .failed(path: path, detail: detail)
        }
    }
}
