import GRDB
import KnowledgeGraph

/// A kind of value that the file holds as a small number: the place in `codes`.
protocol StoredCode: Hashable, Sendable {
    /// New cases go to the end: the numbers of the old ones stand in files.
    static var codes: [Self] { get }
}

extension StoredCode {
    var code: Int {
        guard let code = Self.codes.firstIndex(of: self) else { preconditionFailure("\(Self.self).codes lacks \(self)") }
        return code
    }

    init(code: Int) throws {
        guard Self.codes.indices.contains(code) else { throw DatabaseError.damage("\(code) is no \(Self.self)") }
        self = Self.codes[code]
    }
}

extension Status: StoredCode {
    static let codes: [Status] = [.actual, .denied, .planned, .requested, .possible]
}

extension ActorType: StoredCode {
    /// In the alphabet's order, by which actors of equal names are told apart.
    static let codes: [ActorType] = [.country, .event, .facility, .group, .organization, .person, .place, .thing]
}

extension StatementDate.Precision: StoredCode {
    static let codes: [StatementDate.Precision] = [.day, .week, .month, .quarter, .year, .range]
}

extension StatementDate.Source: StoredCode {
    static let codes: [StatementDate.Source] = [.document, .text, .context]
}

/// Why a name belongs to an actor.
enum NameReason: StoredCode {
    /// Extraction calls the actor so.
    case name
    /// A text does.
    case mention

    static let codes: [NameReason] = [.name, .mention]
}
