using System.Text;
using ChildrensTrust.Pipeline.Foundation.Storage;
using CsCheck;

namespace ChildrensTrust.Pipeline.Tests.Foundation.Storage;

public sealed class StorageKeyTests
{
    // Every character of Unicode, those outside the basic plane too; a lone half of a pair is no text.
    private static readonly Gen<string> AnyText = Gen.OneOf(
            Gen.Int[0, 0x7F],
            Gen.Int[0, 0xD7FF],
            Gen.Int[0xE000, 0x10FFFF]
        )
        .Array[0, 40]
        .Select(runes => string.Concat(runes.Select(r => new Rune(r).ToString())));

    [Theory]
    [InlineData("E10000024", "E10000024")]
    [InlineData("level-3-by-19", "level-3-by-19")]
    [InlineData("national-9f|0a1b", "national-9f_7C0a1b")]
    [InlineData("a_b", "a_5Fb")]
    [InlineData("a/b\\c#d?e", "a_2Fb_5Cc_23d_3Fe")]
    [InlineData("é", "_C3_A9")]
    [InlineData("", "")]
    public void Letters_digits_dot_and_hyphen_stand_for_themselves_and_all_else_is_hexadecimal(
        string text,
        string key
    ) => StorageKey.Encode(text).ShouldBe(key);

    [Fact]
    public void Any_text_is_read_back_from_its_key() =>
        AnyText.Sample(text => StorageKey.Decode(StorageKey.Encode(text)) == text);

    [Fact]
    public void Two_texts_never_share_a_key() =>
        Gen.Select(AnyText, AnyText)
            .Sample((one, other) => StorageKey.Encode(one) == StorageKey.Encode(other) == (one == other));

    [Fact]
    public void Every_key_is_made_of_characters_that_every_store_accepts() =>
        AnyText.Sample(text =>
            StorageKey.Encode(text).All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
        );

    [Fact]
    public void A_key_may_be_512_characters_long() => StorageKey.Encode(new string('a', 512)).Length.ShouldBe(512);

    [Fact]
    public void A_longer_key_is_an_error_and_is_not_cut()
    {
        Should.Throw<ArgumentException>(() => StorageKey.Encode(new string('a', 513)));
        Should.Throw<ArgumentException>(() => StorageKey.Encode(new string('|', 171)));
    }
}
