/// Text of documents as LaTeX: the ten special characters written as commands, and nothing that no page shows.
enum LaTeXText {
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in LabelText.cleaned(text, longest: longest).unicodeScalars {
            switch scalar {
            case "\\": result += "\\textbackslash{}"
            case "{", "}", "$", "&", "#", "%", "_": result += "\\\(scalar)"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            // Ligatures and active characters: “<<” is a quote in T1, “--” a dash, `"` active in Babel's German.
            case "<": result += "\\textless{}"
            case ">": result += "\\textgreater{}"
            case "|": result += "\\textbar{}"
            case "\"": result += "{\\char34}"
            case "-" where result.hasSuffix("-"): result += "{}-"
            case "`", "'": result += "{\(scalar)}"
            // In brackets that follow a command it would be an option.
            case "[", "]": result += "{\(scalar)}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Inside `\url{…}` in an argument: only characters of `WebAddress.plain` come here.
    static func address(_ text: String) -> String { text.replacing("%", with: "\\%").replacing("#", with: "\\#") }

    /// A file name for `\includegraphics`, which takes no command in it.
    static func file(_ name: String) -> String {
        "\\detokenize{\(name.filter { !"{}\\%#\n\r".contains($0) && ($0.asciiValue.map { $0 >= 32 } ?? true) })}"
    }

    /// One line behind a per cent sign.
    static func comment(_ text: String) -> String { LabelText.cleaned(text, longest: longest) }

    private static let longest = 3_000
}
