import KnowledgeGraph

/// Our own terms, for what schema.org and PROV-O have no word for.
enum NewsgraphVocabulary {
    static let statement = RDFName(.newsgraph, "Statement")
    static let sentence = RDFName(.newsgraph, "Sentence")
    static let group = RDFName(.newsgraph, "Group")
    static let facility = RDFName(.newsgraph, "Facility")
    static let relationClassType = RDFName(.newsgraph, "RelationClass")
    static let statusType = RDFName(.newsgraph, "Status")

    static let subject = RDFName(.newsgraph, "subject")
    static let relation = RDFName(.newsgraph, "relation")
    static let object = RDFName(.newsgraph, "object")
    static let relationClass = RDFName(.newsgraph, "relationClass")
    static let status = RDFName(.newsgraph, "status")
    static let isSymmetric = RDFName(.newsgraph, "isSymmetric")
    static let mode = RDFName(.newsgraph, "mode")
    static let place = RDFName(.newsgraph, "place")
    static let topic = RDFName(.newsgraph, "topic")
    static let detail = RDFName(.newsgraph, "detail")
    static let quantity = RDFName(.newsgraph, "quantity")
    static let confidence = RDFName(.newsgraph, "confidence")
    static let startDate = RDFName(.newsgraph, "startDate")
    static let endDate = RDFName(.newsgraph, "endDate")
    static let datePrecision = RDFName(.newsgraph, "datePrecision")
    static let dateText = RDFName(.newsgraph, "dateText")
    static let dateSource = RDFName(.newsgraph, "dateSource")
    static let speaker = RDFName(.newsgraph, "speaker")
    static let lemma = RDFName(.newsgraph, "lemma")
    static let sentenceIndex = RDFName(.newsgraph, "sentenceIndex")
    static let start = RDFName(.newsgraph, "start")
    static let end = RDFName(.newsgraph, "end")

    /// Words of a document that say a part of the statement, and the bytes where they stand.
    struct Words: Sendable {
        var text, start, end: RDFName

        init(of part: String) {
            text = RDFName(.newsgraph, part + "Text")
            start = RDFName(.newsgraph, part + "Start")
            end = RDFName(.newsgraph, part + "End")
        }
    }

    static let subjectWords = Words(of: "subject")
    static let objectWords = Words(of: "object")
    static let predicateWords = Words(of: "predicate")
    static let attributionWords = Words(of: "attribution")

    static func term(_ relationClass: RelationClass) -> RDFName { RDFName(.newsgraph, relationClass.rawValue) }
    static func term(_ status: Status) -> RDFName { RDFName(.newsgraph, status.rawValue) }

    /// Every term, described: the head of each file.
    static let definitions: [RDFResource] =
        [
            define(statement, .class, "What a text says of two actors; whether it happened is said by ng:status."),
            define(sentence, .class, "A sentence of a document, verbatim; ng:start and ng:end count bytes of the document's UTF-8 text."),
            define(group, .class, "People who act together without being an organisation.", under: RDFName(.schema, "Thing")),
            define(facility, .class, "Something built that is acted on, such as a port.", under: RDFName(.schema, "Place")),
            define(
                relationClassType, .class, "A kind of event or relation: the classes of PLOVER 2.0, and STATE, BUSINESS, SPEECH, OTHER."),
            define(statusType, .class, "How sure the text is that it happened."),
            define(subject, .property, "Who does it.", under: RDFName(.rdf, "subject")),
            define(relation, .property, "What is done: a property of the namespace rel.", under: RDFName(.rdf, "predicate")),
            define(object, .property, "To whom it is done.", under: RDFName(.rdf, "object")),
            define(relationClass, .property, "The class of the relation."),
            define(status, .property, "Only with ng:actual do subject and object also have the relation itself as a triple."),
            define(isSymmetric, .property, "True where subject and object could change places."),
            define(mode, .property, "How it was done, such as phone."),
            define(place, .property, "Where, in words of the text."),
            define(topic, .property, "What it is about, in words of the text."),
            define(detail, .property, "What the relation needs to be read in full, such as the office held."),
            define(quantity, .property, "A counted thing, such as 41 trucks; ng:start and ng:end count bytes of the document."),
            define(confidence, .property, "0 to 1."),
            define(startDate, .property, "The first day on which it holds."),
            define(endDate, .property, "The last day, included."),
            define(datePrecision, .property, "day, week, month, quarter, year or range."),
            define(dateText, .property, "The words that say when."),
            define(
                dateSource, .property,
                "text: said in the sentence; context: in a sentence before; document: only the document's date is known."),
            define(speaker, .property, "Who says so, as the text has it; prov:wasAttributedTo has the actor."),
            define(lemma, .property, "The dictionary form of the words that express the relation."),
            define(sentenceIndex, .property, "The sentence's number in the document, from 0."),
            define(start, .property, "Where the words begin: bytes of the document's UTF-8 text, from 0."),
            define(end, .property, "The byte behind the last one."),
        ]
        + [
            ("subject", subjectWords), ("object", objectWords), ("predicate", predicateWords), ("attribution", attributionWords),
        ].flatMap { part, words in
            [
                define(words.text, .property, "The words of the text that say the \(part)."),
                define(words.start, .property, "Where they begin: bytes of the document's UTF-8 text, from 0."),
                define(words.end, .property, "The byte behind the last one."),
            ]
        }
        + RelationClass.allCases.map { define(term($0), .individual(relationClassType), $0.legend, label: $0.rawValue) }
        + Status.allCases.map { define(term($0), .individual(statusType), $0.meaning, label: $0.rawValue) }

    /// The datatype of each property that takes neither text nor truth nor whole numbers, ours and others': JSON-LD names it once.
    static let coercions: [(property: RDFName, type: String)] =
        [
            subject, relation, object, relationClass, status, quantity, RDFName(.rdfs, "subClassOf"), RDFName(.rdfs, "subPropertyOf"),
            RDFName(.prov, "wasDerivedFrom"), RDFName(.prov, "hadPrimarySource"), RDFName(.prov, "wasQuotedFrom"),
            RDFName(.prov, "wasAttributedTo"), RDFName(.prov, "wasGeneratedBy"), RDFName(.schema, "publisher"), RDFName(.schema, "url"),
        ].map { ($0, "@id") }
        + [startDate, endDate, RDFName(.schema, "datePublished")].map { ($0, "xsd:date") }
        + [confidence, RDFName(.schema, "value")].map { ($0, "xsd:decimal") }

    private enum Kind {
        case `class`, property
        case individual(RDFName)
    }

    private static func define(
        _ name: RDFName, _ kind: Kind, _ comment: String, under parent: RDFName? = nil, label: String? = nil
    ) -> RDFResource {
        var resource: RDFResource
        switch kind {
        case .class:
            resource = RDFResource(name, RDFName(.rdfs, "Class"))
            resource.add(RDFName(.rdfs, "subClassOf"), parent.map(RDFValue.name))
        case .property:
            resource = RDFResource(name, RDFName(.rdf, "Property"))
            resource.add(RDFName(.rdfs, "subPropertyOf"), parent.map(RDFValue.name))
        case .individual(let type): resource = RDFResource(name, type)
        }
        resource.add(RDFName(.rdfs, "label"), text: label ?? words(name.local))
        resource.add(RDFName(.rdfs, "comment"), text: comment)
        return resource
    }

    /// "start date" for `startDate`.
    private static func words(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase && !$0.isEmpty ? " " + $1.lowercased() : $1.lowercased() }
    }
}

extension Status {
    fileprivate var meaning: String {
        switch self {
        case .actual: "The text says that it happened or holds."
        case .denied: "The text says that it did not happen."
        case .planned: "It is to happen."
        case .requested: "Somebody asks for it."
        case .possible: "It may happen or have happened."
        }
    }
}
