/// XML being written, an element a line: what is opened is closed in order, and all text is escaped.
///
/// ```swift
/// var xml = XMLWriter()
/// xml.element("node", [("id", "n1")]) { $0.element("data", text: "A & B") }
/// xml.flush(to: &output)
/// // <node id="n1">
/// //   <data>A &amp; B</data>
/// // </node>
/// ```
package struct XMLWriter {
    /// A name, and its value; without a value the attribute is left out.
    package typealias Attribute = (name: StaticString, value: String?)

    private var text = ""
    private var openElements: [StaticString] = []

    package init() {}

    /// The declaration, which comes first.
    package mutating func declaration() {
        text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    }

    /// Begins an element that `close` ends.
    package mutating func open(_ name: StaticString, _ attributes: [Attribute] = []) {
        tag(name, attributes)
        text += ">\n"
        openElements.append(name)
    }

    /// Ends the element that was opened last.
    package mutating func close() {
        guard let name = openElements.popLast() else { preconditionFailure("every element that is closed was opened") }
        indent()
        text += "</\(name)>\n"
    }

    /// An element with elements inside.
    package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout XMLWriter) -> Void) {
        open(name, attributes)
        content(&self)
        close()
    }

    /// An element without content.
    package mutating func element(_ name: StaticString, _ attributes: [Attribute] = []) {
        tag(name, attributes)
        text += "/>\n"
    }

    /// An element with text inside.
    package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text content: String) {
        tag(name, attributes)
        text += ">"
        text += XMLText.content(content)
        text += "</\(name)>\n"
    }

    /// Hands over what was written since the last time.
    package mutating func flush(to output: inout some TextOutputStream) {
        output.write(text)
        text.removeAll(keepingCapacity: true)
    }

    private mutating func tag(_ name: StaticString, _ attributes: [Attribute]) {
        indent()
        text += "<\(name)"
        for (name, value) in attributes {
            guard let value else { continue }
            text += " \(name)=\"\(XMLText.value(value))\""
        }
    }

    private mutating func indent() {
        for _ in openElements { text += "  " }
    }
}
