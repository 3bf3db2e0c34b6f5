public import ArgumentParser
public import GraphFormats
public import KnowledgeGraph

extension RelationClass: ExpressibleByArgument {
    /// Takes "consult" for `CONSULT`.
    public init?(argument: String) {
        self.init(rawValue: argument.uppercased())
    }
}

extension Status: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(rawValue: argument.lowercased())
    }
}

extension ActorType: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(rawValue: argument.lowercased())
    }
}

extension Theme: ExpressibleByArgument {}
