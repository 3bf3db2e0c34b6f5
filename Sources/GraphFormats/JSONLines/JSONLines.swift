public import KnowledgeGraph

/// One statement a line, as JSON with its keys in a fixed order: newsgraph's own format, and the only one that loses nothing.
///
/// ```swift
/// var text = ""
/// try JSONLines().write(statements, to: &text)
/// try JSONLines.statements(in: text.utf8) == statements   // true
/// ```
/// Source of the layout: https://jsonlines.org.
public struct JSONLines: GraphFormat {
    public let name = "jsonl"
    public let mediaType = "application/jsonl"
    public let fileExtension = "jsonl"
    public let summary = "one statement a line, complete: what extract prints"

    public init() {}

    public func write(_ graph: some GraphContents, to output: inout some TextOutputStream) {
        for statement in graph.statements {
            output.write(Self.line(of: statement))
            output.write("\n")
        }
    }

    /// The statement as one line of JSON, without the line break. Numbers that JSON cannot express become 0.
    public static func line(of statement: Statement) -> String {
        var json = JSONText()
        write(statement, to: &json)
        return json.text
    }

    /// Writes the statement's object into a larger piece of JSON.
    package static func write(_ statement: Statement, to json: inout JSONText) {
        json.object { json in
            json.key("id", statement.id)
            json.key("document", statement.document)
            json.key("subject", statement.subject)
            json.key("relation", statement.relation)
            json.key("class", statement.relationClass.rawValue)
            json.key("mode", statement.mode)
            json.key("object", statement.object)
            json.key("symmetric") { $0.write(statement.isSymmetric) }
            json.key("status", statement.status.rawValue)
            json.key("predicate") { json in
                json.object { json in
                    json.key("text", statement.predicate.text)
                    json.key("lemma", statement.predicate.lemma)
                    json.key("span", statement.predicate.span)
                }
            }
            json.key("attribution", statement.attribution)
            json.key("date", statement.date)
            json.key("place", statement.place)
            json.key("topic", statement.topic)
            json.key("quantities") { $0.array(statement.quantities) { $0.write($1) } }
            json.key("evidence") { json in
                json.object { json in
                    json.key("sentence", statement.evidence.sentence)
                    json.key("index") { $0.write(Double(statement.evidence.index)) }
                    json.key("span", statement.evidence.span)
                }
            }
            json.key("confidence") { $0.write(statement.confidence) }
            json.key("rule", statement.rule)
            if let detail = statement.detail {
                json.key("detail", detail)
            }
        }
    }
}

extension GraphFormat where Self == JSONLines {
    public static var jsonLines: JSONLines { JSONLines() }
}

extension JSONText {
    fileprivate mutating func key(_ name: StaticString, _ participant: Participant) {
        key(name) { json in
            json.object { json in
                json.key("id", participant.actor.id)
                json.key("name", participant.actor.name)
                json.key("type", participant.actor.type.rawValue)
                json.key("mention") { json in
                    json.optional(participant.mention) { json, mention in
                        json.object { json in
                            json.key("text", mention.text)
                            json.key("span", mention.span)
                        }
                    }
                }
            }
        }
    }

    fileprivate mutating func key(_ name: StaticString, _ attribution: Statement.Attribution?) {
        key(name) { json in
            json.optional(attribution) { json, attribution in
                json.object { json in
                    json.key("name", attribution.name)
                    json.key("id", attribution.id)
                    json.key("verb", attribution.verb)
                    json.key("span", attribution.span)
                }
            }
        }
    }

    fileprivate mutating func key(_ name: StaticString, _ date: StatementDate?) {
        key(name) { json in
            json.optional(date) { json, date in
                json.object { json in
                    json.key("start", date.start.description)
                    json.key("end", date.end.description)
                    json.key("precision", date.precision.rawValue)
                    json.key("text", date.text)
                    json.key("source", date.source.rawValue)
                }
            }
        }
    }

    fileprivate mutating func write(_ quantity: Statement.Quantity) {
        object { json in
            json.key("value") { $0.write(quantity.value) }
            json.key("unit", quantity.unit)
            json.key("text", quantity.text)
            json.key("span", quantity.span)
        }
    }
}
