/// Reads tables record by record (RFC 4180), knowing the line of each.
///
/// Quotes are taken strictly: text behind a closing quote and a quote that is never closed are faults of that line, and reading goes on with
/// the next. Lines may end in LF, CR LF or CR, and quotes may stand inside a field that does not begin with one. Not SwiftCSV: that holds the
/// whole text, knows no lines, ends at the first fault, and takes a quote that is never closed for the rest of the file.
struct CSVRecords {
    struct Record {
        /// Where it begins, from 1.
        let line: Int
        let fields: [String]
    }

    /// What is wrong with a record, and where it begins.
    struct Fault: Error {
        let line: Int
        let text: String
    }

    /// Bytes of one record.
    static let longestRecord = 1 << 24
    static let mostFields = 10_000

    private enum Sign {
        static let (quote, lineFeed, carriageReturn) = (UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    }

    private var reader: ByteReader
    private let separator: UInt8
    private var line: Int

    /// - Parameter separator: nil: a comma, semicolon or tab, whichever the first line has most of.
    init(_ reader: ByteReader, separator: UInt8? = nil) throws {
        self.reader = reader
        line = 1
        self.separator = try separator ?? Self.detectedSeparator(in: &self.reader)
    }

    /// The next record that is no empty line; nil after the last. What `reader` throws ends it all.
    mutating func next() throws -> Result<Record, Fault>? {
        while try reader.byte(0) != nil {
            do {
                let record = try record()
                if record.fields != [""] { return .success(record) }
            } catch let fault as Fault {
                try skipLine()
                return .failure(fault)
            }
        }
        return nil
    }

    private mutating func record() throws -> Record {
        var (fields, offset, breaks) = ([String](), 0, 0)
        while true {
            guard fields.count < Self.mostFields else {
                throw fault("more than \(Self.mostFields) columns; is this a table of statements?")
            }
            let (field, end) = try reader.byte(offset) == Sign.quote ? quoted(from: offset + 1, &breaks) : plain(from: offset)
            fields.append(field)
            switch try reader.byte(end) {
            case separator: offset = end + 1
            case Sign.carriageReturn:
                return try finish(fields, length: reader.byte(end + 1) == Sign.lineFeed ? end + 2 : end + 1, breaks)
            case Sign.lineFeed: return finish(fields, length: end + 1, breaks)
            default: return finish(fields, length: end, breaks)
            }
        }
    }

    private mutating func finish(_ fields: [String], length: Int, _ breaks: Int) -> Record {
        defer { line += breaks + 1 }
        reader.drop(length)
        return Record(line: line, fields: fields)
    }

    /// The field and where it ends.
    private mutating func plain(from start: Int) throws -> (String, end: Int) {
        var end = start
        while let byte = try reader.byte(end), byte != separator, byte != Sign.lineFeed, byte != Sign.carriageReturn {
            end += 1
            try checkLength(end)
        }
        return (try text(reader[start..<end]), end)
    }

    /// The field and where it ends, behind the closing quote; counts line breaks.
    private mutating func quoted(from start: Int, _ breaks: inout Int) throws -> (String, end: Int) {
        var (end, hasQuotes) = (start, false)
        while true {
            guard let byte = try reader.byte(end) else {
                throw fault("a quote is never closed; close it, or double it (\"\") inside a field")
            }
            let next = byte == Sign.quote || byte == Sign.carriageReturn ? try reader.byte(end + 1) : nil
            if byte == Sign.quote {
                guard next == Sign.quote else { break }
                hasQuotes = true
                end += 1
            }
            if byte == Sign.lineFeed || byte == Sign.carriageReturn && next != Sign.lineFeed { breaks += 1 }
            end += 1
            try checkLength(end)
        }
        switch try reader.byte(end + 1) {
        case separator, Sign.lineFeed, Sign.carriageReturn, nil: break
        default: throw fault("text stands behind a closing quote; double the quotes (\"\") inside a field")
        }
        return (try hasQuotes ? text(Self.single(reader[start..<end])) : text(reader[start..<end]), end + 1)
    }

    private func text(_ bytes: some Collection<UInt8>) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault("not valid UTF-8; save the file as UTF-8") }
        return text
    }

    /// Of each two quotes one.
    private static func single(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var (single, isSecond) = ([UInt8](), false)
        for byte in bytes {
            isSecond = byte == Sign.quote && !isSecond
            if byte != Sign.quote || isSecond { single.append(byte) }
        }
        return single
    }

    private func checkLength(_ length: Int) throws {
        guard length <= Self.longestRecord else {
            throw fault("more than \(Self.longestRecord >> 20) MB in one row, or a quote is never closed; split it, or close the quote")
        }
    }

    private func fault(_ text: String) -> Fault { Fault(line: line, text: text) }

    /// Goes to the line after the one where the record begins.
    private mutating func skipLine() throws {
        line += 1
        while true {
            if let end = try reader.offset(of: Sign.lineFeed, or: Sign.carriageReturn, from: 0, limit: 1 << 16) {
                let isPair = try reader.byte(end) == Sign.carriageReturn && reader.byte(end + 1) == Sign.lineFeed
                return reader.drop(isPair ? end + 2 : end + 1)
            }
            guard reader.count > 0 else { return }
            reader.drop(min(reader.count, 1 << 16))
        }
    }

    /// The one that the first line has most of, outside quotes; a comma when it has none.
    private static func detectedSeparator(in reader: inout ByteReader) throws -> UInt8 {
        var (counts, isQuoted, offset) = ([UInt8: Int](), false, 0)
        while offset < longestRecord, let byte = try reader.byte(offset), byte != Sign.lineFeed, byte != Sign.carriageReturn {
            if byte == Sign.quote { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
            offset += 1
        }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? candidates[0]
    }
}
