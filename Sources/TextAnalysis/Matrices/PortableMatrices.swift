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
}
