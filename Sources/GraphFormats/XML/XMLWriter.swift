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

    private var text: [UInt8] = []
    private var openElements: [StaticString] = []

    package init() {}

    /// The declaration, which comes first.
    package mutating func declaration() {
        append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// Begins an element that `close` ends.
    package mutating func open(_ name: StaticString, _ attributes: [Attribute] = []) {
        tag(name, attributes)
        append(">\n")
        openElements.append(name)
    }

    /// Ends the element that was opened last.
    package mutating func close() {
        guard let name = openElements.popLast() else { preconditionFailure("every element that is closed was opened") }
        indent()
        endTag(name)
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
        append("/>\n")
    }

    /// An element with text inside.
    package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text content: String) {
        tag(name, attributes)
        append(">")
        XMLText.append(content, lineBreak: "\n", to: &text)
        endTag(name)
    }

    /// Hands over what was written since the last time.
    package mutating func flush(to output: inout some TextOutputStream) {
        output.write(String(decoding: text, as: UTF8.self))
        text.removeAll(keepingCapacity: true)
    }

    private mutating func tag(_ name: StaticString, _ attributes: [Attribute]) {
        indent()
        append("<")
        append(name)
        for (name, value) in attributes {
            guard let value else { continue }
            append(" ")
            append(name)
            append("=\"")
            XMLText.append(value, lineBreak: "&#10;", to: &text)
            append("\"")
        }
    }

    private mutating func endTag(_ name: StaticString) {
        append("</")
        append(name)
        append(">\n")
    }

    private mutating func indent() {
        for _ in openElements { append("  ") }
    }

    private mutating func append(_ literal: StaticString) {
        text.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }
}
