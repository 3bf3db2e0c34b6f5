/// Looking for markup in UTF-8.
extension ArraySlice<UInt8> {
    func starts(with text: StaticString) -> Bool {
        starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    static func == (bytes: Self, text: StaticString) -> Bool {
        bytes.count == text.utf8CodeUnitCount && bytes.starts(with: text)
    }

    /// Where the text is first.
    func range(of text: StaticString) -> Range<Int>? {
        var rest = self
        while let index = rest.firstIndex(of: text.utf8Start.pointee) {
            rest = rest[index...]
            if rest.starts(with: text) { return index..<index + text.utf8CodeUnitCount }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// The bytes with each of the texts exchanged, wherever it is.
    func replacing(_ changes: KeyValuePairs<StaticString, StaticString>) -> ArraySlice<UInt8> {
        changes.reduce(self) { bytes, change in
            var rest = bytes
            var result: ArraySlice<UInt8> = []
            while let found = rest.range(of: change.key) {
                result += rest[..<found.lowerBound]
                result += UnsafeBufferPointer(start: change.value.utf8Start, count: change.value.utf8CodeUnitCount)
                rest = rest[found.upperBound...]
            }
            return result.isEmpty ? rest : result + rest
        }
    }
}
