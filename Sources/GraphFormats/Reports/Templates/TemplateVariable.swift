import Mustache

/// A name that templates may use, with what it means and where its value comes from.
///
/// The lists of these are all there is: they give the values, the names that a template is checked against, and the tables of
/// `Docs/Reports.md`.
struct TemplateVariable<Subject: Sendable>: Sendable {
    var name: String
    var meaning: String
    /// Text, a number, true or false, a list, or nil where there is none.
    var value: @Sendable (Subject) -> Any?

    init(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Subject) -> Any?) {
        self.name = name
        self.meaning = meaning
        self.value = value
    }
}

/// Something that a section of a template is about, with its variables.
protocol TemplateSubject: MustacheParent, Sendable {
    /// The heading in the documentation.
    static var heading: String { get }
    static var variables: [TemplateVariable<Self>] { get }
    /// `variables` by name.
    static var table: [String: TemplateVariable<Self>] { get }
}

extension TemplateSubject {
    /// The value; for a variable without one something that Mustache takes for nothing, or it would go on looking further out.
    func child(named name: String) -> Any? {
        guard let variable = Self.table[name] else { return nil }
        let value = variable.value(self)
        if let text = value as? String, text.isEmpty { return Absent() }
        return value ?? Absent()
    }

    static func tabled(_ variables: [TemplateVariable<Self>]) -> [String: TemplateVariable<Self>] {
        Dictionary(variables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// No value.
private struct Absent: MustacheCustomRepresentation {
    var representation: Any? { nil }
}
