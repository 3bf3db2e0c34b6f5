import Foundation

/// Where the language model is looked for.
enum ModelLocation {
    static let environmentVariable = "NEWSGRAPH_MODEL"
    static let fileName = "newsgraph-en.model"

    /// The file named by the caller or the environment, else the first that exists of the installed and the built-in one.
    ///
    /// `Bundle.module` comes last: it bakes in the path of the build, which an installed command has left behind.
    static func resolve(explicit: URL?) throws -> URL {
        if let explicit { return explicit }
        if let named = ProcessInfo.processInfo.environment[environmentVariable], !named.isEmpty {
            return URL(fileURLWithPath: named)
        }
        let candidates = [installed, beside, builtIn].compactMap(\.self)
        guard let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw TextAnalysisError.modelNotFound(tried: candidates.map(\.path))
        }
        return found
    }

    /// `<bin>/../share/newsgraph/`.
    private static var installed: URL? {
        executable?.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("share/newsgraph").appendingPathComponent(fileName)
    }

    /// The resource bundle that SwiftPM puts beside the executable.
    private static var beside: URL? {
        executable?.deletingLastPathComponent()
            .appendingPathComponent("newsgraph_TextAnalysis.resources/Resources").appendingPathComponent(fileName)
    }

    private static var builtIn: URL? {
        Bundle.module.resourceURL?.appendingPathComponent("Resources").appendingPathComponent(fileName)
    }

    private static var executable: URL? {
        Bundle.main.executableURL?.resolvingSymlinksInPath()
    }
}
