import GraphDrawing
import GraphFormats

/// The style sheets inside figures, as a content security policy names them: by their hashes.
enum FigureStyle {
    static let sources = Set(Theme.allCases.map { ContentPolicy.source(of: Drawing.styleSheet($0)) }).sorted()
}
