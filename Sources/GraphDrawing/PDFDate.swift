/// Takes the time of day out of a PDF, so that equal figures give equal files.
enum PDFDate {
    private static let keys = ["/CreationDate (", "/ModDate ("].map { Array($0.utf8) }

    /// Blanks the entries with as many spaces: offsets in the file's table stay right.
    static func remove(from bytes: inout [UInt8]) {
        for key in keys {
            guard let start = bytes.firstRange(of: key)?.lowerBound, let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")) else {
                continue
            }
            for index in start...end { bytes[index] = UInt8(ascii: " ") }
        }
    }
}
