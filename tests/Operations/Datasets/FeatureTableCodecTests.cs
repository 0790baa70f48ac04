using GenoMed.Fhir.Operations.Datasets;
using GenoMed.Fhir.Operations.Tests.Support;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.Tests.Datasets;

public sealed class FeatureTableCodecTests
{
    [Fact]
    public void GivenANewerFormat_WhenRead_ThenRefused()
    {
        var bytes = FeatureTableCodec.Write(Tables.Cohort(3));
        bytes[4]++;

        Assert.Contains("reads up to 1", Assert.Throws<OperationProblem>(() => FeatureTableCodec.Read(bytes)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(60)]
    [InlineData(-1)]
    public void GivenACutTable_WhenRead_ThenRefused(int length)
        => Assert.Throws<OperationProblem>(() => FeatureTableCodec.Read(Cut(length)));

    [Fact]
    public void GivenNaNsOfDifferentBits_WhenWritten_ThenTheBytesAreTheSame()
    {
        var odd = BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0001);
        var (a, b) = (Tables.Cohort(1), Tables.Cohort(1));
        var columns = a.Schema.Features.ToDictionary(feature => feature.Name, feature => b.Column(feature.Name).ToArray());
        columns["hma"] = [odd];

        Assert.Equal(FeatureTableCodec.Write(a), FeatureTableCodec.Write(new GenoMed.Fhir.Compute.Models.Data.FeatureTable(a.Schema, b.RowIds, columns)));
    }

    /// <summary>The first bytes of a table; all but the last -n for a negative n.</summary>
    private static byte[] Cut(int length)
    {
        var bytes = FeatureTableCodec.Write(Tables.Cohort(3));
        return bytes[..(length < 0 ? bytes.Length + length : length)];
    }
}
