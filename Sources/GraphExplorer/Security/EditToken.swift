/// What a form that changes the database must bring along, so that no other site can send it for its reader.
///
/// Pages put `value` in a hidden field named ``field``. One for the life of the server.
struct EditToken: Sendable {
    static let field = "form"
    let value = SecretText.random()

    func check(_ fields: FormFields) throws(Problem) { try check(token: fields[Self.field]) }

    func check(token: String?) throws(Problem) {
        guard let given = token, SecretText.equal(given, value) else {
            throw .forbidden("the form is not from this server, or from before it was started again; load the page again and repeat")
        }
    }
}
