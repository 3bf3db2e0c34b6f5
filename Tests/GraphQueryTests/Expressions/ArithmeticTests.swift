import Testing

@testable import GraphQuery

@Suite("Arithmetic")
struct ArithmeticTests {
    @Test(
        "of numbers, strings and lists",
        arguments: [
            ("1 + 2", "3"), ("1 + 2.0", "3.0"), ("7 / 2", "3"), ("-7 / 2", "-3"), ("7 / 2.0", "3.5"), ("-7 % 3", "-1"), ("5.5 % 2", "1.5"),
            ("2 ^ 3", "8.0"), ("1 / 0.0", "Infinity"), ("0 / 0.0", "NaN"), ("'a' + 'b'", "'ab'"), ("'a' + 1", "'a1'"),
            ("1.5 + 'a'", "'1.5a'"),
            ("[1] + [2, 3]", "[1, 2, 3]"), ("[1] + 2", "[1, 2]"), ("1 + [2]", "[1, 2]"), ("[1] + [[2]]", "[1, [2]]"),
            ("[1] + null", "null"),
            ("null + 1", "null"), ("-(3)", "-3"), ("+3", "3"), ("- null", "null"), ("1 + 2 * 3 ^ 2", "19.0"),
            ("date('2031-05-02') + duration('P1D')", "'2031-05-03'"), ("duration('P1D') * 2", "'P2D'"), ("-9223372036854775808 % -1", "0"),
        ])
    func results(expression: String, result: String) throws {
        #expect(try Evaluation.text(expression) == result)
        #expect(try Evaluation.text("[x IN [1] | \(expression)][0]") == result)
    }

    @Test(
        "fails where there is no result",
        arguments: [
            ("9223372036854775807 + 1", "ArithmeticError IntegerOverflow"), ("-9223372036854775808 - 1", "ArithmeticError IntegerOverflow"),
            ("4611686018427387904 * 2", "ArithmeticError IntegerOverflow"),
            ("-9223372036854775808 / -1", "ArithmeticError IntegerOverflow"),
            ("-(-9223372036854775808)", "ArithmeticError IntegerOverflow"), ("1 / 0", "ArithmeticError DivisionByZero"),
            ("1 % 0", "ArithmeticError DivisionByZero"), ("1 + true", "TypeError InvalidArgumentType"),
            ("'a' - 'b'", "TypeError InvalidArgumentType"),
            ("[1] * 2", "TypeError InvalidArgumentType"), ("-'a'", "TypeError InvalidArgumentType"),
            ("+'a'", "TypeError InvalidArgumentType"),
            ("{a: 1} + 1", "TypeError InvalidArgumentType"),
        ])
    func failures(expression: String, error: String) throws {
        #expect(try Evaluation.error(expression) == error)
    }

    @Test("an error has the place of the operator's expression")
    func location() throws {
        let error = #expect(throws: QueryError.self) { try Evaluation.value("[1, 2 + (3 / 0)]") }
        #expect(error?.location?.offset == "RETURN [1, 2 + (".utf8.count)
    }
}
