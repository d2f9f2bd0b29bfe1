namespace ChildrensTrust.Pipeline.Foundation.Text;

/// <summary>Writes small whole numbers in words, as the report does.</summary>
public static class NumberWords
{
    private static readonly string[] UpToNineteen =
    [
        "none",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    private static readonly string[] Tens =
    [
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ];

    /// <summary>A number in words; "none" for 0, digits from 100.</summary>
    public static string For(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (number < 20)
            return UpToNineteen[number];
        if (number >= 100)
            return number.ToString();
        var ten = Tens[(number / 10) - 2];
        return number % 10 == 0 ? ten : $"{ten}-{UpToNineteen[number % 10]}";
    }
}
