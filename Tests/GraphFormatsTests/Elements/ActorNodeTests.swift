import KnowledgeGraph
import SampleGraphs
import Testing

@testable import GraphFormats

@Suite("Actors as nodes")
struct ActorNodeTests {
    @Test("are counted on both sides, by document and with their days")
    func counts() throws {
        let nodes = ActorNodes(of: harbourStrike).nodes
        let yards = try #require(nodes.first { $0.actor.name == "Ostmark naval yards" })
        #expect((yards.subjectOf, yards.objectOf, yards.documents) == (1, 3, 1))
        #expect(yards.days == CalendarDate(iso8601: "2031-05-01")!...CalendarDate(iso8601: "2031-05-02")!)
        #expect(nodes.map(\.subjectOf).reduce(0, +) == harbourStrike.count)
        #expect(nodes.map(\.objectOf).reduce(0, +) == harbourStrike.count)
        #expect(nodes.first?.actor == harbourStrike[0].subject.actor)
        #expect(nodes.first { $0.actor.name == "Marta Quell" }?.days == nil)
    }

    @Test("take the name that a graph in memory takes where statements disagree")
    func names() {
        let other = sampleActor("B", .person)
        let names = ["Ana", "Ana Ruiz", "Ana Ruiz", "Ana", "Dr Ana", "Ana Ruiz"]
        for count in 1...names.count {
            let statements = names.prefix(count).enumerated().map { index, name in
                sampleStatement(Actor(id: "person/ana", name: name, type: .person), "met-with", .consult, other, index: index)
            }
            #expect(ActorNodes(of: statements).nodes.first?.actor == Graph(statements).actor("person/ana"))
        }
    }

    @Test("are two where two ids differ in bytes only")
    func twins() {
        #expect(ActorNodes(of: ElementSamples.twins).nodes.count == 3)
    }

    @Test("need two passes over the statements at most", arguments: GraphFormats.all.map(\.name))
    func passes(name: String) throws {
        let format = try #require(GraphFormats.named(name))
        let counted = CountedContents(harbourStrike)
        if let set = format as? any FileSetFormat {
            for file in set.files { _ = try set.text(file, of: counted) }
        } else {
            _ = try format.text(counted)
        }
        #expect(counted.passes.count <= 2)
    }
}

/// Contents that know how often they were gone through.
private struct CountedContents: GraphContents {
    final class Passes {
        var count = 0
    }

    private let list: [Statement]
    let passes = Passes()
    let documents: [String: DocumentDetails] = [:]

    init(_ list: [Statement]) { self.list = list }

    var statements: AnySequence<Statement> {
        AnySequence {
            passes.count += 1
            return list.makeIterator()
        }
    }
}
