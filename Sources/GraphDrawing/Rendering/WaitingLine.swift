import Synchronization

/// Lets so many in at a time, in order of arrival. Who is cancelled while waiting leaves at once.
///
/// A class because those who wait share it.
package final class WaitingLine: Sendable {
    /// So many wait already that nobody more may.
    package struct IsFull: Error {}

    private struct State {
        var freePlaces: Int
        var nextTicket = 0
        var waiting: [(ticket: Int, continuation: CheckedContinuation<Void, any Error>)] = []
        /// Cancelled, but not in line: not yet or no longer.
        var cancelled: Set<Int> = []
    }

    private let state: Mutex<State>
    private let longest: Int

    /// - Parameter longest: how many may wait.
    package init(places: Int, longest: Int = .max) {
        precondition(places > 0, "nobody could ever enter")
        self.longest = longest
        state = Mutex(State(freePlaces: places))
    }

    /// Returns when there is a place; each call that returns needs one of ``leave()``.
    ///
    /// - Throws: `IsFull`, or `CancellationError`.
    package func enter() async throws {
        try Task.checkCancellation()
        let ticket = state.withLock { state in
            defer { state.nextTicket += 1 }
            return state.nextTicket
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                stand(ticket, continuation)
            }
        } onCancel: {
            cancel(ticket)
        }
        // Cancelled in the moment between being let in and being here.
        if state.withLock({ $0.cancelled.remove(ticket) }) != nil {
            leave()
            throw CancellationError()
        }
    }

    package func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            guard !state.waiting.isEmpty else {
                state.freePlaces += 1
                return nil
            }
            return state.waiting.removeFirst().continuation
        }
        next?.resume()
    }

    private func stand(_ ticket: Int, _ continuation: CheckedContinuation<Void, any Error>) {
        let outcome = state.withLock { state -> Result<Void, any Error>? in
            if state.cancelled.remove(ticket) != nil { return .failure(CancellationError()) }
            guard state.freePlaces > 0 else {
                guard state.waiting.count < longest else { return .failure(IsFull()) }
                state.waiting.append((ticket, continuation))
                return nil
            }
            state.freePlaces -= 1
            return .success(())
        }
        if let outcome { continuation.resume(with: outcome) }
    }

    private func cancel(_ ticket: Int) {
        let waiting = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            if let index = state.waiting.firstIndex(where: { $0.ticket == ticket }) {
                return state.waiting.remove(at: index).continuation
            }
            state.cancelled.insert(ticket)
            return nil
        }
        waiting?.resume(throwing: CancellationError())
    }
}
