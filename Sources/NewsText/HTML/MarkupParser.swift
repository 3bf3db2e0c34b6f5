import CLibXML2

/// Reads HTML and XML with libxml2, whose calls are all in this file.
///
/// The event interface is used instead of libxml2's own tree, because that stops at 256 levels: news pages are nested deeper.
enum MarkupParser {
    enum Dialect {
        /// Whatever browsers accept.
        case html
        /// Feeds; broken ones as far as they go. No entity is fetched or expanded but the predefined ones.
        case xml
    }

    /// The tree of a page or feed. `encoding` is an IANA name; nil leaves it to the document's own declaration.
    static func tree(of bytes: [UInt8], dialect: Dialect, encoding: String?) -> MarkupTree {
        let builder = Builder()
        // libxml2 counts in 32 bits.
        let bytes = bytes.count < Int32.max ? bytes[...] : bytes[..<Int(Int32.max - 1)]
        bytes.withUnsafeBytes { buffer in
            guard let start = buffer.bindMemory(to: CChar.self).baseAddress, !buffer.isEmpty else { return }
            switch dialect {
            case .html: readHTML(start, Int32(buffer.count), encoding: encoding, into: builder)
            case .xml: readXML(start, Int32(buffer.count), encoding: encoding, into: builder)
            }
        }
        return builder.finished()
    }

    private static func readHTML(_ start: UnsafePointer<CChar>, _ count: Int32, encoding: String?, into builder: Builder) {
        guard let context = htmlCreateMemoryParserCtxt(start, count) else { return }
        defer { htmlFreeParserCtxt(context) }
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
        htmlCtxtUseOptions(context, Int32(options))
        prepare(context, encoding: encoding)
        withExtendedLifetime(builder) {
            context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
            _ = htmlParseDocument(context)
        }
    }

    private static func readXML(_ start: UnsafePointer<CChar>, _ count: Int32, encoding: String?, into builder: Builder) {
        guard let context = xmlCreateMemoryParserCtxt(start, count) else { return }
        defer { xmlFreeParserCtxt(context) }
        let options = XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
        xmlCtxtUseOptions(context, Int32(options))
        prepare(context, encoding: encoding)
        withExtendedLifetime(builder) {
            context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
            _ = xmlParseDocument(context)
        }
    }

    /// Sets our handlers and the encoding. Without `initialized` libxml2 uses the events of SAX 1, which give names as written.
    private static func prepare(_ context: UnsafeMutablePointer<xmlParserCtxt>, encoding: String?) {
        var handler = xmlSAXHandler()
        handler.startElement = { data, name, attributes in Builder.of(data)?.open(name: name, attributes: attributes) }
        handler.endElement = { data, _ in Builder.of(data)?.close() }
        handler.characters = { data, text, count in Builder.of(data)?.append(text: text, count: count) }
        handler.ignorableWhitespace = { data, text, count in Builder.of(data)?.append(text: text, count: count) }
        handler.cdataBlock = { data, text, count in Builder.of(data)?.append(text: text, count: count) }
        context.pointee.sax.pointee = handler
        guard let encoding, let converter = xmlFindCharEncodingHandler(encoding) else { return }
        xmlSwitchToEncoding(context, converter)
        // Keeps a wrong declaration in the document from taking over.
        if let input = context.pointee.input, input.pointee.encoding == nil {
            input.pointee.encoding = UnsafePointer(xmlStrdup(encoding))
        }
    }

    /// Receives the events. A class because C holds a pointer to it.
    private final class Builder {
        private var nodes: [MarkupTree.Node] = []
        private var path: [Int] = []

        static func of(_ data: UnsafeMutableRawPointer?) -> Builder? {
            data.map { Unmanaged<Builder>.fromOpaque($0).takeUnretainedValue() }
        }

        func finished() -> MarkupTree {
            while !path.isEmpty { close() }
            return MarkupTree(nodes: nodes)
        }

        func open(name: UnsafePointer<xmlChar>?, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
            var node = MarkupTree.Node(name: Self.string(name).lowercased(), parent: path.last ?? -1)
            var next = attributes
            while let pair = next, let key = pair[0] {
                node.attributes.append((Self.string(key).lowercased(), Self.string(pair[1])))
                next = pair + 2
            }
            path.append(nodes.count)
            nodes.append(node)
        }

        func close() {
            if let open = path.popLast() { nodes[open].end = nodes.count }
        }

        func append(text: UnsafePointer<xmlChar>?, count: Int32) {
            guard let text, count > 0, let parent = path.last else { return }
            let string = String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)
            if nodes.count - 1 > parent, nodes[nodes.count - 1].parent == parent, nodes[nodes.count - 1].isText {
                nodes[nodes.count - 1].text += string
            } else {
                nodes.append(MarkupTree.Node(name: "", parent: parent, end: nodes.count + 1, text: string))
            }
        }

        private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
            text.map { String(cString: $0) } ?? ""
        }
    }
}
