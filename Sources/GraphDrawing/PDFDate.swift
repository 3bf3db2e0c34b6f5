/// Takes the time of day out of a PDF, so that equal figures give equal files.
enum PDFDate {
    private static let key = Array("/CreationDate (".utf8)

    /// Blanks the entry with as many spaces: offsets in the file's table stay right.
    static func remove(from bytes: inout [UInt8]) {
        guard let start = bytes.firstRange(of: key)?.lowerBound, let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")) else { return }
        for index in start...end { bytes[index] = UInt8(ascii: " ") }
    }
}
