using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Validation;

namespace GenoMed.Fhir.R5.Tests.Validation;

public sealed class PrimitiveFormatsTests
{
    // Texts near the border of what the types allow.
    private static readonly string[] Seeds =
    [
        "0", "-0", "+1", "-1", "007", "1", "12", "a", "a b", "a  b", " a", "a ", "A-1.b", "a_b", "YQ==", "YWI=", "YWJj", "YW J", "YQ=",
        "2024", "2024-02", "2024-02-28", "2024-13", "2024-00", "2024-01-32", "2024-01-01T00:00:00Z", "2024-01-01T00:00:00.5+14:00", "2024-01-01T00:00:00+14:30",
        "2024-01-01T00:00:00", "2024-01-01T24:00:00Z", "0000", "0001", "12:30:00", "12:30", "12:30:60", "25:00:00", "12:30:00.", "12:30:00.125", "12:30:00.123456789", "12:30:00.1234567890",
        "urn:oid:1.2.3", "urn:oid:3.1", "urn:oid:1.02", "urn:oid:1", "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0", "urn:uuid:0C3151bd-1cbf-4d64-b04d-cd9187a4c6e0", "urn:uuid:x",
        "http://a/b", "http://a b",
    ];

    private static readonly R5Definitions Definitions = R5Definitions.Instance;

    [Fact]
    public void GivenEveryPrimitiveType_WhenAskedForItsFormat_ThenThereIsOne()
        => Assert.Equal(
            Definitions.TypeNames.Where(name => Definitions.Type(name)!.Kind == TypeKind.Primitive).Order(),
            PrimitiveFormats.Types.Order());

    [Theory]
    [InlineData("integer")]
    [InlineData("positiveInt")]
    [InlineData("unsignedInt")]
    [InlineData("integer64")]
    [InlineData("code")]
    [InlineData("id")]
    [InlineData("uri")]
    [InlineData("oid")]
    [InlineData("uuid")]
    [InlineData("base64Binary")]
    [InlineData("date")]
    [InlineData("dateTime")]
    [InlineData("instant")]
    [InlineData("time")]
    public void GivenTextsNearTheBorder_WhenChecked_ThenAsTheSpecificationsPatternSays(string type)
    {
        var pattern = new Regex($"^(?:{Definitions.Type(type)!.Regex})$", RegexOptions.ECMAScript);
        Prop.ForAll(Texts().ToArbitrary(), text =>
            (PrimitiveFormats.Of(type).IsValid(Encoding.UTF8.GetBytes(text)) == (pattern.IsMatch(text) && !IsRefusedBeyondPattern(type, text))).Label(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    // What the patterns let through, but the specification's prose (an offset beside a time) or the decoder does not.
    private static bool IsRefusedBeyondPattern(string type, string text) => type switch
    {
        "dateTime" => !Regex.IsMatch(text, @"^\d{4}(-\d\d){0,2}$|T.*(Z|[+-]..:..)$"),
        "base64Binary" => Base64.DecodeFromUtf8(Encoding.UTF8.GetBytes(text), new byte[64], out _, out _) != OperationStatus.Done,
        _ => false,
    };

    // A seed as it is, or with one character put in its place by another seed's.
    private static Gen<string> Texts()
        => Gen.Elements(Seeds).SelectMany(seed => Gen.Elements(Seeds).SelectMany(other => Gen.Choose(0, (seed.Length * 2) - 1).Select(
            at => at < seed.Length ? seed : seed[..(at - seed.Length)] + other[^1] + seed[(at - seed.Length + 1)..])));
}
