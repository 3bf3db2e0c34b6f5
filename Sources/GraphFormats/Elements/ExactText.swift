/// Text that is equal byte for byte only, as other tools compare ids; Swift also takes "é" in one and in two scalars for equal.
struct ExactText: Hashable {
    var text: String

    static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
