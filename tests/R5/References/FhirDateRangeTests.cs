using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.R5.Tests.References;

public sealed class FhirDateRangeTests
{
    [Theory]
    [InlineData("2024", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z")]
    [InlineData("2024-02", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z")]
    [InlineData("2024-02-29T23:59", "2024-02-29T23:59:00Z", "2024-03-01T00:00:00Z")]
    [InlineData("2024-01-01T00:30:00+01:00", "2023-12-31T23:30:00Z", "2023-12-31T23:30:01Z")]
    [InlineData("2024-01-01T12:00:00.5Z", "2024-01-01T12:00:00.5Z", "2024-01-01T12:00:00.6Z")]
    [InlineData("2024-01-01T12:00:00.123456789Z", "2024-01-01T12:00:00.1234567Z", "2024-01-01T12:00:00.1234568Z")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z", "2017-01-01T00:00:01Z")]
    public void GivenDate_WhenParsed_ThenTheWholeStretchOfItsPrecision(string text, string low, string high)
    {
        var range = FhirDateRange.Parse(text);

        Assert.Equal(DateTimeOffset.Parse(low, CultureInfo.InvariantCulture), range.Low);
        Assert.Equal(DateTimeOffset.Parse(high, CultureInfo.InvariantCulture), range.High);
    }

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("0000")]
    [InlineData("2024-13")]
    [InlineData("2023-02-29")]
    [InlineData("2024-1-1")]
    [InlineData("2024-01-01T24:00:00Z")]
    [InlineData("2024-01-01T10")]
    [InlineData("2024-01-01T10:00:00.Z")]
    [InlineData("2024-01-01T10:00:00+15:00")]
    [InlineData("2024-01-01 10:00:00Z")]
    [InlineData("2024-01-01Z")]
    [InlineData("2024-01-01T10:00:00Zx")]
    [InlineData("٢٠٢٤")]
    public void GivenTextThatIsNoDate_WhenParsed_ThenInvalid(string text)
        => Assert.Equal(ProblemKind.Invalid, Assert.Throws<OperationProblem>(() => FhirDateRange.Parse(text)).Kind);

    [Theory]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31")]
    public void GivenEndsOfTheCalendar_WhenParsed_ThenARangeStillStands(string text)
    {
        var range = FhirDateRange.Parse(text);
        Assert.True(range.Low <= range.High);
    }

    [Fact]
    public void GivenAnyInstant_WhenFormattedAndParsed_ThenTheSameMillisecond()
        => Prop.ForAll(Instants().ToArbitrary(), time => FhirInstant.Parse(FhirInstant.Format(time)) == time).QuickCheckThrowOnFailure();

    [Fact]
    public void GivenAnyInstant_WhenParsedAtGrowingPrecision_ThenEachRangeHoldsTheNext()
        => Prop.ForAll(Instants().ToArbitrary(), time =>
        {
            var text = FhirInstant.Format(time);
            FhirDateRange[] ranges = [.. new[] { text[..4], text[..7], text[..10], text[..16] + "Z", text[..19] + "Z", text }.Select(FhirDateRange.Parse)];
            return ranges.Zip(ranges.Skip(1)).All(pair => pair.First.Contains(pair.Second) && pair.First.Overlaps(pair.Second) && pair.First.Precision < pair.Second.Precision);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void GivenAnyOffset_WhenParsed_ThenTheSameInstantAsInUtc()
        => Prop.ForAll(Instants().ToArbitrary(), Gen.Choose(-14 * 60, 14 * 60).ToArbitrary(), (time, minutes) =>
        {
            var local = time.ToOffset(TimeSpan.FromMinutes(minutes));
            return FhirDateRange.Parse(local.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture)).Low == time;
        }).QuickCheckThrowOnFailure();

    // Whole milliseconds between the years 1900 and 2100.
    private static Gen<DateTimeOffset> Instants()
        => Gen.Choose(0, 73_000).SelectMany(day => Gen.Choose(0, 86_399_999).Select(
            milliseconds => new DateTimeOffset(1900, 1, 2, 0, 0, 0, TimeSpan.Zero).AddDays(day).AddMilliseconds(milliseconds)));
}
