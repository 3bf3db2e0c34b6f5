import GraphFormats

/// A message of JSON-RPC 2.0: https://www.jsonrpc.org/specification.
enum JSONRPCMessage: Sendable, Hashable {
    case request(id: JSONValue, method: String, parameters: JSONValue)
    case notification(method: String, parameters: JSONValue)
    /// To a request of ours; we send none.
    case response

    /// - Throws: `JSONRPCFailure` with the id when there is one.
    init(_ json: JSONValue) throws(JSONRPCFailure) {
        let id = json["id"]
        func failure(_ detail: String) -> JSONRPCFailure {
            JSONRPCFailure(.invalidRequest, detail, id: id.map(Self.isID) == true ? id : nil)
        }
        guard json.members != nil else { throw failure("a message is an object") }
        guard json["jsonrpc"] == "2.0" else { throw failure("`jsonrpc` is \"2.0\"") }
        guard let method = json["method"] else {
            guard json["result"] != nil || json["error"] != nil else { throw failure("`method` is missing") }
            self = .response
            return
        }
        guard let method = method.text else { throw failure("`method` is text") }
        let parameters = json["params"] ?? [:]
        guard parameters.members != nil else {
            throw JSONRPCFailure(.invalidParameters, "`params` is an object", id: id.map(Self.isID) == true ? id : nil)
        }
        guard let id else {
            self = .notification(method: method, parameters: parameters)
            return
        }
        guard Self.isID(id) else { throw failure("`id` is text or a whole number") }
        self = .request(id: id, method: method, parameters: parameters)
    }

    private static func isID(_ value: JSONValue) -> Bool {
        switch value {
        case .string, .integer: true
        default: false
        }
    }
}

/// Why a message has no answer.
struct JSONRPCFailure: Error, Sendable, Hashable {
    enum Code: Int, Sendable {
        case parseError = -32700
        case invalidRequest = -32600
        case methodNotFound = -32601
        case invalidParameters = -32602
        case internalError = -32603
        case tooMany = -32000
        /// Of the Model Context Protocol of 2026-07-28.
        case unsupportedVersion = -32022
    }

    var code: Code
    var message: String
    /// Of the request; nil when it is not known.
    var id: JSONValue?
    var data: JSONValue?

    init(_ code: Code, _ message: String, id: JSONValue? = nil, data: JSONValue? = nil) {
        self.code = code
        self.message = message
        self.id = id
        self.data = data
    }

    var reply: String {
        JSONText.text { json in
            json.object { json in
                json.key("jsonrpc", "2.0")
                json.key("id") { $0.write(id ?? .null) }
                json.key("error") { json in
                    json.object { json in
                        json.key("code", code.rawValue)
                        json.key("message", message)
                        if let data { json.key("data") { $0.write(data) } }
                    }
                }
            }
        }
    }
}

extension JSONText {
    /// The answer to a request.
    static func reply(to id: JSONValue, _ result: JSONText) -> String {
        text { json in
            json.object { json in
                json.key("jsonrpc", "2.0")
                json.key("id") { $0.write(id) }
                json.key("result") { $0.write(result) }
            }
        }
    }
}
