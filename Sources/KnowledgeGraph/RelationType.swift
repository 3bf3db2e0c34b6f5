/// The classes of relations: PLOVER 2.0's sixteen event classes and four of our own.
public enum RelationClass: String, Sendable, Hashable, CaseIterable, Codable {
    case agree = "AGREE"
    case consult = "CONSULT"
    case support = "SUPPORT"
    case concede = "CONCEDE"
    case cooperate = "COOPERATE"
    case aid = "AID"
    case retreat = "RETREAT"
    case request = "REQUEST"
    case accuse = "ACCUSE"
    case reject = "REJECT"
    case threaten = "THREATEN"
    case protest = "PROTEST"
    case sanction = "SANCTION"
    case mobilize = "MOBILIZE"
    case coerce = "COERCE"
    case assault = "ASSAULT"
    case state = "STATE"
    case business = "BUSINESS"
    case speech = "SPEECH"
    case other = "OTHER"
}

/// A kind of edge: "spoke-with", "attacked", "leads-delegation".
public struct RelationType: Sendable, Hashable {
    /// The name in statements and queries, such as `spoke-with`.
    public var name: String
    public var relationClass: RelationClass
    /// What a diagram writes on the edge, such as "spoke with".
    public var label: String
    /// The label in other languages, by ISO 639-1 code.
    public var labels: [String: String]
    /// The label read from object to subject, such as "was visited by"; nil for symmetric relations.
    public var inverseLabel: String?
    public var isSymmetric: Bool

    public init(
        name: String, relationClass: RelationClass, label: String, labels: [String: String] = [:], inverseLabel: String? = nil,
        isSymmetric: Bool = false
    ) {
        self.name = name
        self.relationClass = relationClass
        self.label = label
        self.labels = labels
        self.inverseLabel = inverseLabel
        self.isSymmetric = isSymmetric
    }
}
