/// Text inside the attributes and addresses of Pandoc's Markdown.
enum PandocText {
    /// For a value in double quotes, which knows backslashes for these two characters.
    static func attribute(_ text: String) -> String {
        LabelText.cleaned(text, longest: longest).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    /// For an address in `<…>`: a file name with everything that could end it written in per cent.
    static func destination(_ file: String) -> String {
        var encoded = ""
        for byte in file.utf8 {
            switch byte {
            case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "\""),
                UInt8(ascii: "`"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "&"), 0x80...:
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            default: encoded.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return encoded
    }

    private static let longest = 3_000
}
