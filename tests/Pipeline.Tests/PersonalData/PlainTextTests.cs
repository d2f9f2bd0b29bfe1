using ChildrensTrust.Pipeline.PersonalData;

namespace ChildrensTrust.Pipeline.Tests.PersonalData;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("NG2 7QP", "NG2 7QP")]
    [InlineData("", "")]
    [InlineData(" \u00A0\u3000\u2028 ", "")]
    [InlineData(" a \t\r\n b ", "a b")]
    [InlineData("a\u00A0\u2009\u202F\u3000b", "a b")]
    [InlineData("\uFEFFa\u200B\u200C\u200D\u2060\u00ADb", "ab")]
    [InlineData("\uFF21\uFF42\uFF11\uFF20\uFF0F\uFF0E", "Ab1@/.")]
    [InlineData("\u2460\u00B2\u2083\u0967\u06F5", "12315")]
    [InlineData("\U0001D400\U0001D433\U0001D7CE", "Az0")]
    [InlineData("\u24B6\u24E9", "Az")]
    [InlineData("\uFF01\uFF5E", "!~")]
    [InlineData("\U0001D401\U0001D419\U0001D41A\U0001D6A3", "BZaz")]
    [InlineData("\U0001D6A4", "\uFFFD")]
    [InlineData("\u2010\u2011\u2012\u2013\u2014\u2212\uFE63", "-------")]
    [InlineData("\u2044\u2215", "//")]
    [InlineData("\u2039a\u203A\u27E8b\u3009", "<a><b>")]
    [InlineData("e\u0301t\u00E9", "et\u00E9")]
    [InlineData("\u00BD", "\u00BD")]
    [InlineData("\U0001F600x", "\uFFFDx")]
    public void A_text_becomes_plain(string text, string plain) => PlainText.Of(text).ShouldBe(plain);
}
