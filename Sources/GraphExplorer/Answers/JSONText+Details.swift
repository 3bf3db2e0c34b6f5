import GraphFormats
import GraphStore
import KnowledgeGraph
import RelationExtraction

// What several answers have in them.

extension JSONText {
    mutating func write(_ actor: Actor) {
        object { json in json.members(of: actor) }
    }

    mutating func members(of actor: Actor) {
        key("id", actor.id)
        key("name", actor.name)
        key("type", actor.type.rawValue)
    }

    mutating func key(_ name: StaticString, _ actor: Actor) {
        key(name) { $0.write(actor) }
    }

    mutating func key(_ name: StaticString, _ number: Int) {
        key(name) { $0.write(number) }
    }

    mutating func key(_ name: StaticString, _ texts: [String]) {
        key(name) { $0.array(texts) { $0.write($1) } }
    }

    mutating func key(_ name: StaticString, _ statements: [Statement]) {
        key(name) { $0.array(statements) { JSONLines.write($1, to: &$0) } }
    }

    /// What is known of a document, without its text.
    mutating func members(of document: DocumentDetails) {
        key("id", document.id)
        key("title", document.title)
        key("date", document.date?.description)
        key("source", document.source)
        key("url", document.url)
    }

    mutating func write(_ document: DocumentDetails) {
        object { json in json.members(of: document) }
    }

    /// An actor that somebody may mean, and the name that has the words.
    mutating func write(_ completion: NameCompletion) {
        object { json in
            json.members(of: completion.actor)
            json.key("match", completion.name)
            json.key("uses", completion.uses)
        }
    }

    mutating func write(_ hit: SentenceHit) {
        object { json in
            json.key("document", hit.document)
            json.key("date", hit.date?.description)
            json.key("sentence", hit.evidence.sentence)
            json.key("index", hit.evidence.index)
            json.key("span", hit.evidence.span)
            json.key("statements", hit.statements)
        }
    }

    /// Counts of an actor's statements.
    mutating func members(of profile: ActorProfile) {
        key("statements", profile.statements)
        key("first", profile.days?.lowerBound.description)
        key("last", profile.days?.upperBound.description)
        key("classes", profile.classes)
        key("relations", profile.relations)
        key("statuses", profile.statuses)
        key("counterparts") { json in
            json.array(profile.counterparts) { json, other in
                json.object { json in
                    json.members(of: other.actor)
                    json.key("statements", other.statements)
                    json.key("classes", other.classes)
                    json.key("first", other.days?.lowerBound.description)
                    json.key("last", other.days?.upperBound.description)
                }
            }
        }
        key("counterpartCount", profile.counterpartCount)
        key("months") { json in
            json.array(profile.months) { json, month in
                json.object { json in
                    json.key("month", String(month.start.description.prefix(7)))
                    json.key("statements", month.statements)
                    json.key("classes", month.classes)
                }
            }
        }
    }

    /// The relation of a statement's rule, with the words that express it.
    mutating func write(_ rule: RelationDescription) {
        object { json in
            json.key("relation", rule.type.name)
            json.key("class", rule.type.relationClass.rawValue)
            json.key("label", rule.type.label)
            json.key("inverse", rule.type.inverseLabel)
            json.key("symmetric") { $0.write(rule.type.isSymmetric) }
            json.key("subjects", rule.subjects.map(\.rawValue))
            json.key("objects", rule.objects.map(\.rawValue))
            json.key("triggers") { json in
                json.array(rule.triggers) { json, trigger in
                    json.object { json in
                        json.key("form", trigger.form)
                        json.key("words", trigger.words)
                    }
                }
            }
        }
    }
}
