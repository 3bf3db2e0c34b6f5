import GraphFormats
import KnowledgeGraph
import SampleGraphs
import Testing

/// A figure of the page `Docs/Gallery.md`, drawn from invented statements.
struct GalleryFigure: Sendable, CustomTestStringConvertible {
    /// Of its files, without extension.
    var name: String
    var heading: String
    var text: String
    /// What `newsgraph draw DB` takes for such a figure.
    var arguments: String
    var statements: [Statement]
    var options: DiagramOptions
    /// Whether it has letters that only some machines have fonts for: then its text alone is compared.
    var needsMoreFonts = false

    var testDescription: String { name }

    static let all: [GalleryFigure] = sizes + kinds + looks

    private static let sizes = [
        GalleryFigure(
            name: "story", heading: "One story",
            text: "Up to 25 lines stand in ranks, from those who act to those who are acted upon. Dashed with a cross did not happen; "
                + "dotted is planned, requested or only possible; the strip in a box is its country.",
            arguments: "-o story.svg", statements: harbourStrike, options: DiagramOptions(title: "The harbour strike", source: source)),
        GalleryFigure(
            name: "week", heading: "A week of news",
            text: "26 to 100 lines are spread evenly, each label on its line.", arguments: "-o week.svg",
            statements: sampleNetwork(statements: 48), options: DiagramOptions(title: "A week around the lakes", source: source)),
        GalleryFigure(
            name: "month", heading: "A month of news", text: "The same with more to tell.", arguments: "-o month.svg",
            statements: sampleNetwork(statements: 95), options: DiagramOptions(title: "A month around the lakes", source: source)),
        GalleryFigure(
            name: "quarter", heading: "As much as one figure takes",
            text: "Up to 150 lines; more are never one figure: the most important are drawn, and the figure says so.",
            arguments: "--top 120 -o quarter.svg", statements: sampleNetwork(statements: 190),
            options: DiagramOptions(title: "A quarter around the lakes", source: source, top: 120)),
    ]

    private static let kinds = [
        GalleryFigure(
            name: "around", heading: "Around one actor", text: "An actor, those it deals with, and what they do to one another.",
            arguments: "--around Kestria --top 20 -o around.svg", statements: sampleNetwork(statements: 95),
            options: DiagramOptions(source: source, around: "Kestria", top: 20)),
        GalleryFigure(
            name: "conflict", heading: "Some classes only", text: "Attacks, sanctions and accusations.",
            arguments: "--class ASSAULT --class SANCTION --class ACCUSE -o conflict.svg", statements: sampleNetwork(statements: 60),
            options: DiagramOptions(title: "Who is against whom", source: source, classes: [.assault, .sanction, .accuse])),
        GalleryFigure(
            name: "timeline", heading: "A timeline", text: "What happened, day by day: actors are columns, relations are arrows.",
            arguments: "--timeline day -o timeline.svg", statements: harbourStrike,
            options: DiagramOptions(title: "The harbour strike, day by day", source: source, timeline: .day)),
        GalleryFigure(
            name: "countries", heading: "Frames of countries", text: "Those of one country stand in one frame.",
            arguments: "--cluster country -o countries.svg", statements: harbourStrike,
            options: DiagramOptions(title: "The harbour strike by country", source: source, cluster: .country)),
    ]

    private static let looks = [
        GalleryFigure(
            name: "dark", heading: "Dark", text: "For dark slides and pages.", arguments: "--theme dark -o dark.png",
            statements: harbourStrike, options: DiagramOptions(title: "The harbour strike", source: source, theme: .dark)),
        GalleryFigure(
            name: "print", heading: "Print", text: "Without colour: patterns and marks tell the classes apart.",
            arguments: "--theme print -o print.pdf", statements: harbourStrike,
            options: DiagramOptions(title: "The harbour strike", source: source, theme: .print)),
        GalleryFigure(
            name: "slide", heading: "On a slide", text: "Fitted to a sheet: a4, a3, letter, slide, or any width and height.",
            arguments: "--size slide -o slide.svg", statements: harbourStrike,
            options: DiagramOptions(title: "The harbour strike", source: source, size: .slide)),
        GalleryFigure(
            name: "german", heading: "In another language",
            text: "Labels and dates in English, German, French, Spanish or Russian; names and sentences stay as they are.",
            arguments: "--lang de -o german.svg", statements: harbourStrike,
            options: DiagramOptions(
                title: "Der Hafenstreik", source: DiagramOptions.source(name: "Harbour Gazette", date: day, language: .german),
                language: .german,
                relationLabels: [
                    "spoke-with": "sprach mit", "condoled-with": "kondolierte", "called-for": "forderte", "attended": "nahm teil an",
                    "appointed": "ernannte", "sent-to": "entsandte", "attacked": "griff an", "informed": "informierte",
                    "part-of": "gehört zu", "located-in": "liegt in",
                ])),
        GalleryFigure(
            name: "names", heading: "Long names and other scripts", text: "Chinese, Japanese and Arabic names need fonts that have them.",
            arguments: "-o names.svg", statements: longNames, options: DiagramOptions(title: "Long names", source: source),
            needsMoreFonts: true),
    ]

    private static let day = CalendarDate(iso8601: "2031-05-03")
    private static let source = DiagramOptions.source(name: "Harbour Gazette", date: day)
}

extension GalleryFigure {
    /// The page about all of them.
    static var page: String {
        let figures = all.map { figure in
            """
            ## \(figure.heading)

            \(figure.text) `newsgraph draw news.sqlite \(figure.arguments)`

            ![\(figure.heading)](Gallery/\(figure.name).svg)
            """
        }
        return """
            # Gallery

            Every kind of figure, from invented statements. `make gallery` draws them again; a test compares each with its files here: the
            DOT text to the byte, the SVG in its structure, the PNG as the eye sees it. Figures of the example articles are in
            [Examples/diagrams](../Examples/diagrams).

            \(figures.joined(separator: "\n\n"))

            """
    }
}
