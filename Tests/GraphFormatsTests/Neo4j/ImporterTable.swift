import KnowledgeGraph

/// A table as `neo4j-admin database import` reads it, checked against the grammar of its manual ("CSV header format").
///
/// The importer itself cannot run where tests run.
struct ImporterTable {
    var header: [String]
    var rows: [[String?]]

    private static let types: Set<String> = [
        "int", "long", "float", "double", "boolean", "byte", "short", "char", "string", "point", "date", "localtime", "time",
        "localdatetime", "datetime", "duration",
    ]

    init(_ text: String) throws {
        let cells = CSVCells.parsed(text)
        header = cells[0].map(\.text)
        rows = cells.dropFirst().map { row in row.map { $0.text.isEmpty && !$0.isQuoted ? nil : $0.text } }
    }

    func column(_ name: String) -> [String?] {
        guard let index = header.firstIndex(of: name) else { return [] }
        return rows.map { $0[index] }
    }

    func faults() -> [String] {
        var faults = rows.filter { $0.count != header.count }.map { "\($0.count) cells: \($0)" }
        let names = header.map { $0.prefix { $0 != ":" } }.filter { !$0.isEmpty }
        if Set(names).count != names.count { faults.append("two properties of one name") }
        for (column, title) in header.enumerated() {
            let parts = title.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let type = parts.count > 1 ? parts[1] : "string"
            let values = rows.map { $0[column] }
            switch type {
            case "ID(Actor)", "START_ID(Actor)", "END_ID(Actor)", "LABEL", "TYPE":
                if values.contains(nil) { faults.append("\(title) is empty in a row") }
                if type != "ID(Actor)", !parts[0].isEmpty { faults.append("\(title) has a name") }
            default:
                if parts[0].isEmpty || !Self.types.contains(type.replacing("[]", with: "")) { faults.append("no type: \(title)") }
                faults += values.compactMap(\.self).filter { !Self.fits($0, type) }.map { "\(title): \($0)" }
            }
        }
        return faults
    }

    private static func fits(_ value: String, _ type: String) -> Bool {
        switch type {
        case "double": Double(value) != nil
        case "boolean": value == "true" || value == "false"
        case "date": CalendarDate(iso8601: value) != nil
        default: true
        }
    }
}
