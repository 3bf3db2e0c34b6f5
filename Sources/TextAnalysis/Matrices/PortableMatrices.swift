import Foundation

/// Plain loops: the reference for ``OneDNN``, and what runs where that library does not.
struct PortableMatrices: MatrixLibrary {
    func prepareThread() {}

    func product(
        rows: Int, columns: Int, depth: Int, _ a: UnsafePointer<UInt8>, stride aStride: Int, _ b: UnsafePointer<Int8>, stride bStride: Int,
        into c: UnsafeMutablePointer<Int32>
    ) {
        for row in 0..<rows {
            let left = a + row * aStride
            for column in 0..<columns {
                let right = b + column * bStride
                var sum: Int32 = 0
                var k = 0
                while k < depth {
                    sum &+= Int32(left[k]) &* Int32(right[k])
                    k &+= 1
                }
                c[row * columns + column] = sum
            }
        }
    }

    func product(
        rows: Int, columns: Int, depth: Int, factor: Float, _ a: UnsafePointer<Float>, stride aStride: Int,
        _ b: UnsafePointer<Float>, stride bStride: Int, transposed: Bool, into c: UnsafeMutablePointer<Float>, stride cStride: Int
    ) {
        let (step, next) = transposed ? (1, bStride) : (bStride, 1)
        for row in 0..<rows {
            for column in 0..<columns {
                var sum: Float = 0
                var k = 0
                while k < depth {
                    sum += a[row * aStride + k] * b[column * next + k * step]
                    k &+= 1
                }
                c[row * cStride + column] = factor * sum
            }
        }
    }

    func gelu(_ values: UnsafeMutablePointer<Float>, count: Int) {
        for i in 0..<count {
            values[i] = 0.5 * values[i] * (1 + erff(values[i] * 0.707_106_77))
        }
    }
}
