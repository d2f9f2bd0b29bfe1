using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Tests.Comparison;

namespace ChildrensTrust.Pipeline.Tests.Observations;

public sealed class SeriesPackingTests
{
    [Fact]
    public void What_is_packed_is_read_back()
    {
        var figure = Known.Figure(Known.Academic(2014), 17.40m, 174, 1002) with
        {
            Lower = 15.1m,
            Upper = 19.8m,
            Lower998 = 13.9m,
            Upper998 = 21.3m,
        };

        SeriesPacking.Unpack(SeriesPacking.Pack([figure])).ShouldHaveSingleItem().ShouldBe(figure);
    }

    [Fact]
    public void A_series_from_before_the_limits_at_99_8_were_kept_is_read_without_them()
    {
        const string packed =
            """[{"P":"AcademicYear|20130901|20140831","V":17.40,"N":174,"D":1002,"L":15.1,"U":19.8,"R":2}]""";

        SeriesPacking
            .Unpack(packed)
            .ShouldHaveSingleItem()
            .ShouldBe(Known.Figure(Known.Academic(2014), 17.40m, 174, 1002) with { Lower = 15.1m, Upper = 19.8m });
    }
}
