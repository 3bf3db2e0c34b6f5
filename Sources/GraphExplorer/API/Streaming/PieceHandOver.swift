import Dispatch
import NIOCore
import Synchronization

/// Pieces of a text on their way from the thread that writes it to the connection that sends it, a few at a time.
///
/// The thread waits while nobody takes what it has written; it gives up when that lasts too long, or when all of it does: what it writes comes from
/// one state of the database, which is kept as long. A class: both sides share it.
final class PieceHandOver: Sendable {
    private struct State {
        var pieces: [ByteBuffer] = []
        var isFinished = false
        var failure: (any Error)?
        /// Nobody takes anything any more.
        var isAbandoned = false
        var waiting: CheckedContinuation<ByteBuffer?, any Error>?
    }

    private let state = Mutex(State())
    /// As many as may wait to be taken.
    private let places = DispatchSemaphore(value: 0)
    private let patience: Int
    private let end: DispatchTime

    private static let most = 4

    /// - Parameters:
    ///   - patience: seconds that the taker of a piece may be away.
    ///   - seconds: for everything.
    init(patience: Int, seconds: Int) {
        self.patience = patience
        end = .now() + .seconds(seconds)
        // Not as the first value: a semaphore must not end with less than that.
        for _ in 0..<Self.most { places.signal() }
    }

    var isAbandoned: Bool { state.withLock { $0.isAbandoned } }

    /// Waits for a place, blocking the thread.
    ///
    /// - Returns: false when nobody takes anything any more.
    func put(_ piece: ByteBuffer) -> Bool {
        guard places.wait(timeout: min(end, .now() + .seconds(patience))) == .success else {
            abandon()
            return false
        }
        let (isTaken, waiting) = state.withLock { state -> (Bool, CheckedContinuation<ByteBuffer?, any Error>?) in
            guard !state.isAbandoned else { return (false, nil) }
            if let waiting = state.waiting {
                state.waiting = nil
                return (true, waiting)
            }
            state.pieces.append(piece)
            return (true, nil)
        }
        if let waiting {
            places.signal()
            waiting.resume(returning: piece)
        }
        return isTaken
    }

    /// Nothing more comes.
    func finish(throwing failure: (any Error)? = nil) {
        let waiting = state.withLock { state -> CheckedContinuation<ByteBuffer?, any Error>? in
            state.isFinished = true
            state.failure = failure
            defer { state.waiting = nil }
            return state.waiting
        }
        if let failure { waiting?.resume(throwing: failure) } else { waiting?.resume(returning: nil) }
    }

    /// Nobody takes anything any more.
    func abandon() {
        let waiting = state.withLock { state -> CheckedContinuation<ByteBuffer?, any Error>? in
            state.isAbandoned = true
            state.pieces = []
            defer { state.waiting = nil }
            return state.waiting
        }
        places.signal()
        waiting?.resume(throwing: CancellationError())
    }

    /// The next piece; nil after the last. Throws what stopped the writing.
    func next() async throws -> ByteBuffer? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let known = state.withLock { state -> Result<ByteBuffer?, any Error>? in
                    if state.isAbandoned { return .failure(CancellationError()) }
                    if !state.pieces.isEmpty { return .success(state.pieces.removeFirst()) }
                    if state.isFinished { return state.failure.map { .failure($0) } ?? .success(nil) }
                    state.waiting = continuation
                    return nil
                }
                if case .success(.some) = known { places.signal() }
                if let known { continuation.resume(with: known) }
            }
        } onCancel: {
            abandon()
        }
    }
}

/// What a format writes, in pieces of 64 KB.
struct PieceOutput: TextOutputStream {
    private let handOver: PieceHandOver
    private var buffer: [UInt8] = []
    /// False when nobody takes anything any more.
    private(set) var isOpen = true

    private static let size = 1 << 16

    init(_ handOver: PieceHandOver) {
        self.handOver = handOver
    }

    mutating func write(_ string: String) {
        guard isOpen else { return }
        buffer.append(contentsOf: string.utf8)
        if buffer.count >= Self.size { flush() }
    }

    mutating func flush() {
        guard isOpen, !buffer.isEmpty else { return }
        isOpen = handOver.put(ByteBuffer(bytes: buffer))
        buffer.removeAll(keepingCapacity: true)
    }
}
