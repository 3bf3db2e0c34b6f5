import Testing

@testable import RelationExtraction

@Suite("Numbers")
struct NumberExpressionTests {
    @Test(
        "are read as news texts write them",
        arguments: [
            ("41", 41), ("1,500", 1500), ("3.5 million", 3_500_000), ("twenty-three", 23), ("two hundred", 200),
            ("one thousand two hundred and six", 1206), ("7 bn", 7e9), ("hundred", 100), ("zero", 0),
        ] as [(String, Double)])
    func read(text: String, value: Double) {
        #expect(NumberExpression.value(text.split(separator: " ").map(String.init)) == value)
    }

    @Test("are not made of other words", arguments: ["dozens", "", "and", "many", "12th", "1.2.3", "१२", "99999999999999999999", "-"])
    func nothing(text: String) {
        #expect(NumberExpression.value(text.split(separator: " ").map(String.init)) == nil)
    }
}
