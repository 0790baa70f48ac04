using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.Resources;

public sealed class BinaryResourceTests
{
    [Fact]
    public void GivenBytes_WhenWrittenAndRead_ThenTheSame()
    {
        var read = BinaryResource.Read(new BinaryResource("application/octet-stream", new byte[] { 0, 250, 7 }, "b").ToResource());

        Assert.Equal(("application/octet-stream", "b"), (read.ContentType, read.Id));
        Assert.Equal([0, 250, 7], read.Data.ToArray());
    }

    [Fact]
    public void GivenASecurityContext_WhenWrittenAndRead_ThenTheSame()
        => Assert.Equal("Patient/1", BinaryResource.Read(new BinaryResource("a/b", new byte[] { 1 }) { SecurityContext = "Patient/1" }.ToResource()).SecurityContext);

    [Theory]
    [InlineData("""{"resourceType":"Binary"}""", "Binary.contentType")]
    [InlineData("""{"resourceType":"Binary","contentType":"a/b","data":"?"}""", "Binary.data")]
    [InlineData("""{"resourceType":"Binary","contentType":"a/b","data":1}""", "Binary.data")]
    public void GivenUnusableBinary_WhenRead_ThenInvalidWithItsPath(string json, string expression)
        => Assert.Equal(expression, Assert.Throws<OperationProblem>(() => BinaryResource.Read(Sample.Of(json))).Issues[0].Expression);
}
