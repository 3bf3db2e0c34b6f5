public import KnowledgeGraph

/// The events among the statements as PLOVER 2.0 records, one JSON object a line: for event-data tools.
///
/// PLOVER knows events of sixteen classes, and no way to say that one did not take place. So statements of other classes and those
/// that are denied or merely possible are left out; what is planned or requested becomes the event that PLOVER makes of it
/// (a planned visit is AGREE, a requested one REQUEST). Docs/Exports.md has the fields.
/// Source: A. Halterman et al., "PLOVER and POLECAT", 2023.
public struct PLOVER: GraphFormat {
    public let name = "plover"
    public let mediaType = "application/jsonl"
    public let fileExtension = "plover.jsonl"
    public let summary = "PLOVER 2.0 event records, for event-data tools"

    public init() {}

    public func write(_ graph: some GraphContents, to output: inout some TextOutputStream) {
        for statement in graph.statements {
            if let line = Self.line(of: statement, in: graph.documents[statement.document]) { output.write(line + "\n") }
        }
    }

    /// The record of a statement's event, without the line break; nil when PLOVER has none for it.
    public static func line(of statement: Statement, in document: DocumentDetails? = nil) -> String? {
        guard let event = PLOVEREvent(statement) else { return nil }
        var json = JSONText()
        json.object { json in
            json.key("id", statement.id)
            json.key("date", (statement.date?.start ?? document?.date)?.description)
            json.key("end_date", (statement.date?.end ?? document?.date)?.description)
            json.key("event_type", event.type.rawValue)
            json.key("event_mode", event.mode)
            json.key("quad_code", event.quad)
            json.key("contexts") { $0.array([String]()) { $0.write($1) } }
            json.key("actor") { $0.array(event.actors) { $0.write($1) } }
            json.key("recipient") { $0.array(event.recipients) { $0.write($1) } }
            json.key("location", statement.place)
            json.key("status", statement.status.rawValue)
            json.key("attribution", statement.attribution?.name)
            json.key("relation", statement.relation)
            json.key("magnitude") { json in
                json.array(statement.quantities) { json, quantity in
                    json.object { json in
                        json.key("value") { $0.write(quantity.value) }
                        json.key("unit", quantity.unit)
                        json.key("text", quantity.text)
                    }
                }
            }
            json.key("confidence") { $0.write(statement.confidence) }
            json.key("coder", statement.rule)
            json.key("story_id", statement.document)
            json.key("headline", document?.title)
            json.key("publication", document?.source)
            json.key("publication_date", document?.date?.description)
            json.key("url", document?.url.flatMap(WebAddress.uri))
            // The names that the gold standard records of PLOVER 1.0 have, for tools that read those.
            json.key("event", event.type.rawValue)
            json.key("eventText", statement.predicate.text)
            json.key("source") { $0.array(event.actors) { json, actor in json.object { $0.key("actorText", actor.actor.name) } } }
            json.key("target") { $0.array(event.recipients) { json, actor in json.object { $0.key("actorText", actor.actor.name) } } }
            json.key("text", statement.evidence.sentence)
            json.key("textInfo") { json in
                json.object { json in
                    json.key("index") { $0.write(statement.evidence.index) }
                    json.key("span", statement.evidence.span)
                }
            }
        }
        return json.text
    }
}

extension GraphFormat where Self == PLOVER {
    public static var plover: PLOVER { PLOVER() }
}

extension JSONText {
    fileprivate mutating func write(_ participant: Participant) {
        object { json in
            json.key("id", participant.actor.id)
            json.key("name", participant.actor.name)
            json.key("type", participant.actor.type.rawValue)
            json.key("text", participant.mention?.text)
        }
    }
}
