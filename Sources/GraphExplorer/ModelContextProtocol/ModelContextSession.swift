import GraphFormats
import KnowledgeGraph

/// What one client has asked and not been answered yet.
actor ModelContextSession {
    private let services: ExplorerServices
    private let write: @Sendable (String) -> Void
    private var running: [JSONValue: Task<Void, Never>] = [:]

    private static let mostRunning = 64

    init(services: ExplorerServices, write: @escaping @Sendable (String) -> Void) {
        self.services = services
        self.write = write
    }

    func take(_ line: MessageLine) async {
        guard case .line(let bytes) = line else {
            return write(JSONRPCFailure(.parseError, "the line has more than \(MessageLine.longest) bytes").reply)
        }
        guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
        do {
            try take(JSONReader.value(bytes))
        } catch {
            write(JSONRPCFailure(.parseError, "the line is no JSON: \(error)").reply)
        }
    }

    /// Waits for what is running.
    func finish() async {
        for task in running.values { await task.value }
    }

    private func take(_ json: JSONValue) {
        // Several messages in a list: the protocol had these until 2025-03-26. Each is answered by itself.
        if case .array(let messages) = json, !messages.isEmpty {
            for message in messages { takeOne(message) }
        } else {
            takeOne(json)
        }
    }

    private func takeOne(_ json: JSONValue) {
        do {
            switch try JSONRPCMessage(json) {
            case .request(let id, let method, let parameters): try answer(id, method, parameters)
            case .notification(let method, let parameters): note(method, parameters)
            case .response: break
            }
        } catch {
            write(error.reply)
        }
    }

    private func note(_ method: String, _ parameters: JSONValue) {
        // Others, such as `notifications/initialized`, ask for nothing.
        guard method == "notifications/cancelled", let id = parameters["requestId"] else { return }
        running[id]?.cancel()
    }

    private func answer(_ id: JSONValue, _ method: String, _ parameters: JSONValue) throws(JSONRPCFailure) {
        do throws(JSONRPCFailure) {
            let version = try ProtocolVersion.ofRequest(parameters)
            switch method {
            case "initialize":
                write(.reply(to: id, .object { $0.initialization(for: parameters["protocolVersion"]?.text) }))
            case "server/discover": write(.reply(to: id, .object { $0.discovery() }))
            case "ping": write(.reply(to: id, .object { $0.finish(version) }))
            case "tools/list": write(.reply(to: id, .object { $0.toolList(version) }))
            case "tools/call": try call(id, parameters, version)
            default: throw JSONRPCFailure(.methodNotFound, "there is no method \"\(method.prefix(100))\" here")
            }
        } catch {
            var failure = error
            failure.id = id
            throw failure
        }
    }

    private func call(_ id: JSONValue, _ parameters: JSONValue, _ version: ProtocolVersion?) throws(JSONRPCFailure) {
        guard let name = parameters["name"]?.text else { throw JSONRPCFailure(.invalidParameters, "`name` is the name of a tool") }
        guard let tool = Tool.all.first(where: { $0.name == name }) else {
            let names = Tool.all.map(\.name).joined(separator: ", ")
            throw JSONRPCFailure(.invalidParameters, "there is no tool \"\(name.prefix(100))\"; there are \(names)")
        }
        let arguments = parameters["arguments"] ?? [:]
        guard arguments.members != nil else { throw JSONRPCFailure(.invalidParameters, "`arguments` is an object") }
        guard running[id] == nil else { throw JSONRPCFailure(.invalidRequest, "a request with this id is not answered yet") }
        guard running.count < Self.mostRunning else {
            throw JSONRPCFailure(.tooMany, "\(Self.mostRunning) calls are not answered yet; wait for one of them")
        }
        running[id] = Task {
            let result = await tool.result(of: ToolCall(arguments: arguments, services: services), version)
            // Who has cancelled a request waits for no answer.
            if !Task.isCancelled { write(.reply(to: id, result)) }
            running[id] = nil
        }
    }
}

extension JSONText {
    static func object(_ body: (inout JSONText) -> Void) -> JSONText {
        var json = JSONText()
        json.object(body)
        return json
    }
}

extension String {
    fileprivate static func reply(to id: JSONValue, _ result: JSONText) -> String { JSONText.reply(to: id, result) }
}
