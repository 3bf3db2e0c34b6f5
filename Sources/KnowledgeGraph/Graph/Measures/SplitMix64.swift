/// S. Vigna, "SplitMix64": numbers that a seed fixes, on every machine.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// `0..<count` in an order that the seed fixes (Fisher and Yates). Swift's own shuffle may change with its version.
    mutating func shuffled(_ count: Int) -> [Int] {
        var numbers = Array(0..<count)
        shuffle(&numbers, first: count)
        return numbers
    }

    /// Puts so many of the elements, each as likely, in front.
    mutating func shuffle(_ elements: inout [Int], first count: Int) {
        for place in 0..<min(count, elements.count) {
            elements.swapAt(place, place + Int(next() % UInt64(elements.count - place)))
        }
    }
}
