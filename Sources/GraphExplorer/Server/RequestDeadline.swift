import NIOCore
import NIOHTTPTypes

/// Closes connections whose client is too slow: the head of a request, its body and each piece of the answer have their time.
///
/// A class, as NIO's handlers are: one for each connection, on its event loop alone.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart

    private let request: TimeAmount
    private let stalled: TimeAmount
    private var reading: Scheduled<Void>?
    private var writing: Scheduled<Void>?

    /// - Parameters:
    ///   - request: from a connection's beginning to the head of its first request, and from a head to the end of its body.
    ///   - stalled: how long a client may take nothing of an answer.
    init(request: TimeAmount, stalled: TimeAmount) {
        self.request = request
        self.stalled = stalled
    }

    func channelActive(context: ChannelHandlerContext) {
        reading = close(context, in: request)
        context.fireChannelActive()
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive, reading == nil { reading = close(context, in: request) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            reading?.cancel()
            reading = close(context, in: request)
        case .end:
            reading?.cancel()
            reading = nil
        case .body: break
        }
        context.fireChannelRead(data)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        writing?.cancel()
        writing = context.channel.isWritable ? nil : close(context, in: stalled)
        context.fireChannelWritabilityChanged()
    }

    private func close(_ context: ChannelHandlerContext, in time: TimeAmount) -> Scheduled<Void> {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        return context.eventLoop.scheduleTask(in: time) { bound.value.close(promise: nil) }
    }

    private func cancel() {
        reading?.cancel()
        writing?.cancel()
    }
}
