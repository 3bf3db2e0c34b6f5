import ArgumentParser
import GraphFormats

/// What a figure shows and how: the options of every command that draws.
struct FigureArguments: ParsableArguments {
    @Option(help: ArgumentHelp("Only this actor and those near it.", valueName: "actor"))
    var around: String?

    @Option(help: "With --around: how many relations away others may be.")
    var hops = 1

    @Option(help: "No more than this many lines, the most important ones.")
    var top: Int?

    @Option(help: "Draw a frame around those of one country or organisation.")
    var cluster: FigureCluster?

    @Option(help: "Draw what happened in rows of time instead of a network.")
    var timeline: FigureTimeline?

    @Option(help: "Colours: a light SVG follows the reader's dark mode by itself; print can do without colour.")
    var theme = Theme.light

    @Option(
        help: ArgumentHelp(
            "The sheet it is fitted to: \(FigureSize.names.joined(separator: ", ")), or width and height such as 1200x800 or 20x15cm.",
            valueName: "size"),
        completion: .list(FigureSize.names), transform: FigureSize.init(argument:))
    var size: FigureSize?

    @Option(name: .customLong("lang"), help: "Language of labels and dates; names and sentences stay as they are.")
    var language = FigureLanguage.english

    func validate() throws {
        guard hops >= 1 else { throw ValidationError("--hops must be 1 or more") }
        if let top, top < 1 { throw ValidationError("--top must be 1 or more") }
        if timeline != nil, cluster != nil { throw ValidationError("a figure is a timeline or has frames: give --timeline or --cluster") }
    }
}

extension FigureCluster: ExpressibleByArgument {
    /// Takes "organization" too.
    public init?(argument: String) {
        self.init(rawValue: argument.lowercased().replacing("organization", with: "organisation"))
    }
}

extension FigureTimeline: ExpressibleByArgument {}
extension FigureLanguage: ExpressibleByArgument {}
extension DiagramPages: ExpressibleByArgument {}
