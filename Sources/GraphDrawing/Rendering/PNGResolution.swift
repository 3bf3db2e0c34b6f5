/// The chunk of a PNG that says how large its pixels are (W3C PNG 11.3.5.3), which cairo does not write: without it a word
/// processor takes a figure for twice its size.
enum PNGResolution {
    /// Signature and the header chunk, which is always first.
    private static let headerEnd = 8 + 25
    private static let metresPerInch = 0.0254

    /// - Parameter resolution: dots an inch.
    static func written(_ resolution: Double, into png: [UInt8]) -> [UInt8] {
        let dotsPerMetre = UInt32((resolution / metresPerInch).rounded())
        let body = Array("pHYs".utf8) + bytes(dotsPerMetre) + bytes(dotsPerMetre) + [1]
        let chunk = bytes(UInt32(body.count - 4)) + body + bytes(checksum(body))
        return png[..<headerEnd] + chunk + png[headerEnd...]
    }

    private static func bytes(_ value: UInt32) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian, Array.init)
    }

    /// CRC-32 of ISO 3309, as annex D of the PNG standard computes it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
        }
    }
}
