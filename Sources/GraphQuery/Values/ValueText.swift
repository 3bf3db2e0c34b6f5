extension Value {
    /// How a string is written.
    enum StringStyle: Sendable, Hashable {
        /// In single quotes, with escapes: what a query could hold.
        case quoted
        /// As it is, when the whole value is one string or one temporal value; inside lists and maps strings stay quoted.
        case raw
    }

    /// The value as results show it: `'it\'s'`, `[1, 2.0, null]`, `{day: '2024-05-01', name: 'Oslo'}`. Keys of maps are sorted.
    ///
    /// - Parameter entity: the text of a node, a relationship or a path.
    func text(strings: StringStyle = .quoted, entity: (Value) throws -> String) rethrows -> String {
        if strings == .raw {
            if case .string(let text) = self { return text }
            if let text = TemporalFunctions.text(self) { return text }
        }
        var output = ""
        try write(to: &output, entity: entity)
        return output
    }

    private func write(to output: inout String, entity: (Value) throws -> String) rethrows {
        switch self {
        case .null: output += "null"
        case .boolean(let value): output += value ? "true" : "false"
        case .integer(let value): output += String(value)
        case .float(let value): output += Self.text(of: value)
        case .string(let value): output += Self.quoted(value)
        case .list(let values):
            output += "["
            for (index, value) in values.enumerated() {
                if index > 0 { output += ", " }
                try value.write(to: &output, entity: entity)
            }
            output += "]"
        case .map(let values):
            output += "{"
            for (index, key) in Self.sortedKeys(of: values).enumerated() {
                if index > 0 { output += ", " }
                output += Self.name(key) + ": "
                try (values[key] ?? .null).write(to: &output, entity: entity)
            }
            output += "}"
        case .node, .relationship, .path: output += try entity(self)
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
            output += Self.quoted(TemporalFunctions.text(self) ?? "")
        }
    }

    /// `1.0`, `0.25`, `1e-7`, `NaN`, `-Infinity`: the shortest decimal that reads back as the same number.
    static func text(of number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        let text = number.description
        guard let exponent = text.firstIndex(of: "e"), let power = Int(text[text.index(after: exponent)...]) else { return text }
        return text[..<exponent] + "e" + String(power)
    }

    /// A string as a literal of a query.
    static func quoted(_ text: String) -> String {
        var output = "'"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": output += "\\\\"
            case "'": output += "\\'"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16)
                    output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    output.unicodeScalars.append(scalar)
                }
            }
        }
        return output + "'"
    }

    /// A key, label or type as a query writes it: in backticks when it is no plain name.
    static func name(_ name: String) -> String {
        let isPlain =
            name.unicodeScalars.first.map { $0 == "_" || $0.properties.isAlphabetic } == true
            && name.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType == .decimal }
        if isPlain { return name }
        return "`" + name.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "``") + "`"
    }

    static func sortedKeys(of values: [String: Value]) -> [String] {
        values.keys.sorted { $0.compared(to: $1) == .less }
    }
}
