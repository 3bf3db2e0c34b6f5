import Foundation

/// A line in: which task, and what about.
struct Question: Decodable {
    var task: Task
    var arguments: Arguments

    enum Task: String, Decodable {
        case statements
        case twoHops = "two hops"
        case path
        case filteredPath = "filtered path"
        case topTen = "top ten"
        case fullText = "full text"
        case commit
        case pathAfterCommit = "path after commit"
    }

    /// Each task has some of them.
    struct Arguments: Decodable {
        var actor: String?
        var from: String?
        var to: String?
        var longest: Int?
        var relations: [String]?
        var statuses: [String]?
        var since: String?
        var until: String?
        var words: [String]?
        var limit: Int?
        /// Of the document to commit.
        var number: Int?
    }
}

extension Optional {
    /// An argument that the task must have.
    func given(_ name: String) throws -> Wrapped {
        guard let self else { throw BenchmarkError("the question lacks \(name)") }
        return self
    }
}

/// A line out.
enum Reply: Encodable {
    case answer(cpu: Double, wall: Double, rows: [[Cell]])
    case cannot

    private enum Key: CodingKey { case cpu, wall, rows, cannot }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .answer(let cpu, let wall, let rows):
            try container.encode(cpu, forKey: .cpu)
            try container.encode(wall, forKey: .wall)
            try container.encode(rows, forKey: .rows)
        case .cannot:
            try container.encode(true, forKey: .cannot)
        }
    }
}

/// A value of an answer.
enum Cell: Encodable {
    case text(String)
    case number(Int)
    case list([Cell])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .list(let cells): try container.encode(cells)
        }
    }
}
