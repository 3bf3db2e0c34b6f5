import Foundation
import Testing

@testable import TextAnalysis

@Suite("Matrix libraries")
struct MatrixLibraryTests {
    private static let shapes = [(1, 1, 1), (1, 7, 384), (3, 5, 2), (17, 33, 129), (64, 48, 384), (5, 300, 1536), (130, 9, 31)]

    @Test("give the same integers, which are exact", arguments: shapes)
    func integers(rows: Int, columns: Int, depth: Int) throws {
        let library = try #require(OneDNN())
        library.prepareThread()
        var random = Random(state: UInt64(rows * columns + depth))
        for extreme in [false, true] {
            // The greatest values that are allowed must not saturate.
            let a = (0..<rows * depth).map { _ in extreme ? UInt8.max : UInt8.random(in: 0...255, using: &random) }
            let b = (0..<columns * depth).map { _ in
                extreme ? [Int8(-63), 63].randomElement(using: &random) ?? 63 : Int8.random(in: -63...63, using: &random)
            }
            var found = [[Int32]]()
            for library in [library, PortableMatrices()] as [any MatrixLibrary] {
                var c = [Int32](repeating: -1, count: rows * columns)
                library.product(rows: rows, columns: columns, depth: depth, a, stride: depth, b, stride: depth, into: &c)
                found.append(c)
            }
            let exact = (0..<rows * columns).map { index in
                let (row, column) = (index / columns, index % columns)
                return Int32((0..<depth).reduce(0) { $0 + Int(a[row * depth + $1]) * Int(b[column * depth + $1]) })
            }
            #expect(found == [exact, exact])
        }
    }

    @Test("do not saturate with seven-bit inputs and eight-bit weights")
    func sevenBits() throws {
        let library = try #require(OneDNN())
        let (a, b) = ([UInt8](repeating: 127, count: 128), [Int8](repeating: -127, count: 3 * 129))
        var c = [Int32](repeating: 0, count: 3)
        library.product(rows: 1, columns: 3, depth: 128, a, stride: 128, b, stride: 129, into: &c)
        #expect(c == [Int32](repeating: -127 * 127 * 128, count: 3))
    }

    @Test("agree on products of numbers, transposed or not", arguments: [true, false])
    func floats(transposed: Bool) throws {
        let library = try #require(OneDNN())
        var random = Random(state: 1)
        let (rows, columns, depth) = (9, 13, 32)
        let a = (0..<rows * (depth + 3)).map { _ in random.number() }
        let b = (0..<40 * 40).map { _ in random.number() }
        var found: [[Float]] = []
        for library in [library, PortableMatrices()] as [any MatrixLibrary] {
            var c = [Float](repeating: 7, count: rows * (columns + 2))
            library.product(
                rows: rows, columns: columns, depth: depth, factor: 0.25, a, stride: depth + 3, b, stride: 40, transposed: transposed,
                into: &c, stride: columns + 2)
            found.append(c)
        }
        for (x, y) in zip(found[0], found[1]) { #expect(abs(x - y) < 1e-5) }
    }

    @Test("agree on GELU", arguments: [1, 63, 64, 65, 1100, 20_000])
    func gelu(count: Int) throws {
        let library = try #require(OneDNN())
        var found: [[Float]] = []
        for library in [library, PortableMatrices()] as [any MatrixLibrary] {
            var values = (0..<count).map { Float($0 % 1000) / 100 - 5 }
            library.gelu(&values, count: count)
            found.append(values)
        }
        for (x, y) in zip(found[0], found[1]) { #expect(abs(x - y) < 1e-5) }
    }
}

@Suite("Rows")
struct RowsTests {
    @Test("soft-max is that of the definition", arguments: [1, 2, 7, 8, 9, 100])
    func softmax(count: Int) {
        var random = Random(state: UInt64(count))
        let x = (0..<count).map { _ in random.number() * 30 }
        let total = x.reduce(0) { $0 + exp(Double($1)) }
        var found = x
        Rows.softmax(&found, count)
        for (value, input) in zip(found, x) {
            let exact = exp(Double(input)) / total
            #expect(abs(Double(value) - exact) <= 1e-5 * exact + 1e-37)
        }
    }

    @Test("soft-max of hopeless scores stays finite")
    func hopeless() {
        var x: [Float] = [0, -1e9, -1e30, -200]
        Rows.softmax(&x, 4)
        #expect(x[0] == 1 && x.allSatisfy { $0 >= 0 && $0 <= 1 })
    }

    @Test("quantised stand for the same numbers, to half a step", arguments: [Float(255), 127])
    func quantized(greatest: Float) {
        var random = Random(state: 5)
        var rows = (0..<4 * 50).map { _ in random.number() * 8 + 1 }
        for index in 150..<200 { rows[index] = 2.5 }
        let workspace = Workspace()
        defer { withExtendedLifetime(workspace) {} }
        let quantized = QuantizedRows(rows, rows: 4, depth: 50, greatest: greatest, in: workspace)
        for (index, value) in rows.enumerated() {
            let (scale, minimum) = (quantized.scales[index / 50], quantized.minima[index / 50])
            #expect(Float(quantized.bytes[index]) <= greatest)
            #expect(abs(scale * Float(quantized.bytes[index]) + minimum - value) <= scale * 0.501)
        }
    }

    @Test("normalised have mean 0 and variance 1", arguments: [8, 24, 31, 384])
    func normalized(count: Int) {
        var random = Random(state: 9)
        var x = (0..<count).map { _ in random.number() * 5 + 3 }
        Rows.normalize(
            &x, count, weight: [Float](repeating: 1, count: count), bias: [Float](repeating: 0, count: count), epsilon: 1e-12)
        #expect(abs(Rows.sum(x, count)) < 1e-3)
        #expect(abs(Rows.dot(x, x, count) / Float(count) - 1) < 1e-4)
    }
}
