import Testing

@testable import GraphQuery

@Suite("Literals")
struct LiteralTests {
    @Test(
        "integers are decimal, hexadecimal or octal",
        arguments: [
            ("0", 0), ("42", 42), ("9223372036854775807", .max), ("-9223372036854775808", .min), ("0x1F", 31), ("0Xff", 255),
            ("-0x8000000000000000", .min), ("0o17", 15), ("017", 15), ("-3", -3), ("- 3", -3),
        ] as [(String, Int)])
    func integers(text: String, value: Int) throws {
        #expect(try literal(text) == .integer(value))
    }

    @Test(
        "floats have a point, an exponent, or both",
        arguments: [
            ("1.5", 1.5), (".5", 0.5), ("1e3", 1000), ("1E+3", 1000), ("25e-1", 2.5), ("1.5e2", 150), ("-.5", -0.5), ("00.5", 0.5),
            ("1e-999", 0),
        ])
    func floats(text: String, value: Double) throws {
        #expect(try literal(text) == .float(value))
    }

    @Test(
        "strings stand in either quote, and escapes are resolved",
        arguments: [
            ("'a \"b\"'", "a \"b\""), ("\"it's\"", "it's"), (#"'it\'s'"#, "it's"), (#"'\\ \n\t\r\b\f'"#, "\\ \n\t\r\u{8}\u{C}"), ("''", ""),
            (#"'\u00e9\U0001F600'"#, "é😀"), (#"'\ud83d\ude00'"#, "😀"), ("'日本\0'", "日本\0"), (#"'\N'"#, "\n"),
        ])
    func strings(text: String, value: String) throws {
        #expect(try literal(text) == .string(value))
    }

    @Test("null, true and false in any case", arguments: ["null", "NULL", "True", "fAlSe"])
    func constants(text: String) throws {
        let values: [String: Expression.Literal] = ["null": .null, "true": .boolean(true), "false": .boolean(false)]
        #expect(try literal(text) == values[text.lowercased()])
    }

    @Test("parameters have names or numbers", arguments: [("$name", "name"), ("$1", "1"), ("$`a b`", "a b"), ("$match", "match")])
    func parameters(text: String, name: String) throws {
        guard case .parameter(name) = try ParsedQuery.expression(text).kind else { throw ParsedQuery.NotAsExpected() }
    }

    @Test(
        "literals that say nothing are refused",
        arguments: [
            ("9223372036854775808", "IntegerOverflow"), ("-9223372036854775809", "IntegerOverflow"),
            ("0x8000000000000000", "IntegerOverflow"),
            ("0o7777777777777777777777", "IntegerOverflow"), ("12x3", "InvalidNumberLiteral"), ("0x", "InvalidNumberLiteral"),
            ("0xG1", "InvalidNumberLiteral"), ("0o8", "InvalidNumberLiteral"), ("089", "InvalidNumberLiteral"),
            ("1e", "InvalidNumberLiteral"),
            ("1_000", "InvalidNumberLiteral"), ("2.5e999", "FloatingPointOverflow"), (#"'\u12'"#, "InvalidUnicodeLiteral"),
            (#"'\ud83d'"#, "InvalidUnicodeLiteral"), (#"'\U00110000'"#, "InvalidUnicodeLiteral"), (#"'\q'"#, "UnexpectedSyntax"),
            ("'open", "UnexpectedSyntax"), ("$", "UnexpectedSyntax"), ("7 – 4", "InvalidUnicodeCharacter"),
            ("“x”", "InvalidUnicodeCharacter"),
            ("{1a: 2}", "UnexpectedSyntax"), ("{a}", "UnexpectedSyntax"), ("{, }", "UnexpectedSyntax"), ("[, ]", "UnexpectedSyntax"),
            ("[1", "UnexpectedSyntax"), ("[1,]", "UnexpectedSyntax"), ("{a: 1,}", "UnexpectedSyntax"), ("{a.b: 1}", "UnexpectedSyntax"),
        ])
    func refused(text: String, detail: String) throws {
        let error = try #require(try ParsedQuery.syntaxError("RETURN \(text) AS x"))
        #expect(error.detail == detail)
        #expect(error.kind == .syntaxError && error.phase == .compileTime)
    }

    private func literal(_ text: String) throws -> Expression.Literal {
        guard case .literal(let literal) = try ParsedQuery.expression(text).kind else { throw ParsedQuery.NotAsExpected() }
        return literal
    }
}
