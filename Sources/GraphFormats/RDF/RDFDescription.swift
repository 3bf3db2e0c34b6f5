import KnowledgeGraph

/// A graph as RDF resources, in the order in which every syntax writes them: terms, relations, rules, documents, actors, statements.
///
/// Everything has a name and there are no blank nodes, so the same thing in two exports is the same resource.
struct RDFDescription<Contents: GraphContents> {
    let graph: Contents

    private typealias NG = NewsgraphVocabulary

    /// Goes through the statements twice and holds none of them.
    func forEachResource(_ body: (RDFResource) -> Void) {
        let register = GraphRegister(graph)
        NG.definitions.forEach(body)
        for relation in register.relations { body(resource(relation)) }
        for rule in register.rules {
            var resource = RDFResource(.rule(rule), RDFName(.prov, "Activity"))
            resource.add(RDFName(.rdfs, "label"), text: rule)
            body(resource)
        }
        for document in register.documents { resources(document).forEach(body) }
        for actor in register.actors { body(resource(actor)) }
        var sentence: RDFName?
        for statement in graph.statements {
            let name = Self.sentence(of: statement)
            // Statements of one sentence mostly follow one another; saying it again would do no harm.
            if name != sentence { body(resource(name, statement)) }
            sentence = name
            resources(statement, sentence: name).forEach(body)
        }
    }

    private func resource(_ relation: GraphRegister.Relation) -> RDFResource {
        var resource = RDFResource(.relation(relation.name), RDFName(.rdf, "Property"))
        if relation.isSymmetric { resource.types.append(RDFName(.owl, "SymmetricProperty")) }
        resource.add(RDFName(.rdfs, "label"), text: relation.name.replacing("-", with: " "))
        resource.add(NG.relationClass, .name(NG.term(relation.relationClass)))
        return resource
    }

    private func resources(_ document: DocumentDetails) -> [RDFResource] {
        var article = RDFResource(.document(document.id), RDFName(.schema, "NewsArticle"), RDFName(.prov, "Entity"))
        article.add(RDFName(.schema, "identifier"), text: document.id)
        article.add(RDFName(.schema, "headline"), text: document.title)
        article.add(RDFName(.schema, "datePublished"), document.date.map(RDFValue.date))
        article.add(RDFName(.schema, "url"), document.url.flatMap(WebAddress.uri).map { .name(RDFName(address: $0)) })
        guard let source = document.source, !source.isEmpty else { return [article] }
        article.add(RDFName(.schema, "publisher"), .name(.publisher(source)))
        var publisher = RDFResource(.publisher(source), RDFName(.schema, "Organization"))
        publisher.add(RDFName(.schema, "name"), text: source)
        return [article, publisher]
    }

    private func resource(_ actor: GraphRegister.Entry) -> RDFResource {
        var resource = RDFResource(.actor(actor.id))
        // All that is known of a speaker that takes part in no statement.
        resource.types = [actor.type?.rdfClass ?? RDFName(.prov, "Agent")]
        resource.add(RDFName(.schema, "identifier"), text: actor.id)
        resource.add(RDFName(.schema, "name"), text: actor.name)
        resource.add(RDFName(.schema, "alternateName"), actor.aliases.map(RDFValue.cleaned))
        return resource
    }

    private static func sentence(of statement: Statement) -> RDFName {
        let span = statement.evidence.span
        return .document(statement.document).part("bytes-\(span.lowerBound)-\(span.upperBound)")
    }

    private func resource(_ sentence: RDFName, _ statement: Statement) -> RDFResource {
        var resource = RDFResource(sentence, NG.sentence, RDFName(.prov, "Entity"))
        resource.add(RDFName(.prov, "value"), text: statement.evidence.sentence)
        resource.add(RDFName(.prov, "wasQuotedFrom"), .name(.document(statement.document)))
        resource.add(NG.sentenceIndex, .integer(statement.evidence.index))
        resource.add(NG.start, .integer(statement.evidence.span.lowerBound))
        resource.add(NG.end, .integer(statement.evidence.span.upperBound))
        return resource
    }

    /// The statement, its parts, and, if it is actual, the triple itself.
    private func resources(_ statement: Statement, sentence: RDFName) -> [RDFResource] {
        let name = RDFName.statement(statement.id)
        let (subject, object) = (RDFName.actor(statement.subject.actor.id), RDFName.actor(statement.object.actor.id))
        let relation = RDFName.relation(statement.relation)
        var parts: [RDFResource] = []
        var resource = RDFResource(name, NG.statement, RDFName(.prov, "Entity"))
        resource.add(RDFName(.schema, "identifier"), text: statement.id)
        resource.add(NG.subject, .name(subject))
        resource.add(NG.relation, .name(relation))
        resource.add(NG.object, .name(object))
        resource.add(NG.relationClass, .name(NG.term(statement.relationClass)))
        resource.add(NG.status, .name(NG.term(statement.status)))
        if statement.isSymmetric { resource.add(NG.isSymmetric, .boolean(true)) }
        resource.add(NG.mode, text: statement.mode)
        if let date = statement.date {
            resource.add(NG.startDate, .date(date.start))
            resource.add(NG.endDate, .date(date.end))
            resource.add(NG.datePrecision, text: date.precision.rawValue)
            resource.add(NG.dateText, text: date.text)
            resource.add(NG.dateSource, text: date.source.rawValue)
        }
        resource.add(NG.place, text: statement.place)
        resource.add(NG.topic, text: statement.topic)
        resource.add(NG.detail, text: statement.detail)
        parts += statement.quantities.enumerated().map { index, quantity in
            self.resource(name.part("quantity-\(index + 1)"), quantity)
        }
        resource.add(NG.quantity, parts.map { .name($0.name) })
        resource.add(NG.confidence, RDFValue.decimal(statement.confidence))
        add(statement.subject.mention, NG.subjectWords, to: &resource)
        add(statement.object.mention, NG.objectWords, to: &resource)
        add(TextSpan(text: statement.predicate.text, span: statement.predicate.span), NG.predicateWords, to: &resource)
        resource.add(NG.lemma, text: statement.predicate.lemma)
        if let speaker = statement.attribution {
            let agent = speaker.id.map(RDFName.actor) ?? name.part("speaker")
            resource.add(RDFName(.prov, "wasAttributedTo"), .name(agent))
            resource.add(NG.speaker, text: speaker.name)
            add(TextSpan(text: speaker.verb, span: speaker.span), NG.attributionWords, to: &resource)
            if speaker.id == nil {
                var part = RDFResource(agent, RDFName(.prov, "Agent"))
                part.add(RDFName(.schema, "name"), text: speaker.name)
                parts.append(part)
            }
        }
        resource.add(RDFName(.prov, "wasDerivedFrom"), .name(sentence))
        resource.add(RDFName(.prov, "hadPrimarySource"), .name(.document(statement.document)))
        if !statement.rule.isEmpty { resource.add(RDFName(.prov, "wasGeneratedBy"), .name(.rule(statement.rule))) }

        guard statement.status == .actual else { return [resource] + parts }
        var fact = RDFResource(subject)
        fact.add(relation, .name(object))
        guard statement.isSymmetric else { return [resource] + parts + [fact] }
        var reverse = RDFResource(object)
        reverse.add(relation, .name(subject))
        return [resource] + parts + [fact, reverse]
    }

    private func resource(_ name: RDFName, _ quantity: Statement.Quantity) -> RDFResource {
        var resource = RDFResource(name, RDFName(.schema, "QuantitativeValue"))
        resource.add(RDFName(.schema, "value"), RDFValue.decimal(quantity.value))
        resource.add(RDFName(.schema, "unitText"), text: quantity.unit)
        resource.add(RDFName(.schema, "description"), text: quantity.text)
        resource.add(NG.start, .integer(quantity.span.lowerBound))
        resource.add(NG.end, .integer(quantity.span.upperBound))
        return resource
    }

    private func add(_ words: TextSpan?, _ terms: NG.Words, to resource: inout RDFResource) {
        guard let words else { return }
        resource.add(terms.text, text: words.text)
        resource.add(terms.start, .integer(words.span.lowerBound))
        resource.add(terms.end, .integer(words.span.upperBound))
    }
}

extension ActorType {
    fileprivate var rdfClass: RDFName {
        switch self {
        case .person: RDFName(.schema, "Person")
        case .country: RDFName(.schema, "Country")
        case .organization: RDFName(.schema, "Organization")
        case .place: RDFName(.schema, "Place")
        case .event: RDFName(.schema, "Event")
        case .thing: RDFName(.schema, "Thing")
        case .group: NewsgraphVocabulary.group
        case .facility: NewsgraphVocabulary.facility
        }
    }
}
