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
        return try resource(named: fileName)
    }

    /// A file that comes with the library.
    static func resource(named name: String) throws -> URL {
        let candidates = [installed, beside, builtIn].compactMap { $0?.appendingPathComponent(name) }
        guard let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw TextAnalysisError.modelNotFound(tried: candidates.map(\.path))
        }
        return found
    }

    /// `<bin>/../share/newsgraph/`.
    private static var installed: URL? {
        executable?.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("share/newsgraph")
    }

    /// The resource bundle that SwiftPM puts beside the executable.
    private static var beside: URL? {
        executable?.deletingLastPathComponent().appendingPathComponent("newsgraph_TextAnalysis.resources/Resources")
    }

    private static var builtIn: URL? {
        Bundle.module.bundleURL.appendingPathComponent("Resources")
    }

    private static var executable: URL? {
        Bundle.main.executableURL?.resolvingSymlinksInPath()
    }
}
