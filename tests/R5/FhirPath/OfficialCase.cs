using System.Xml.Linq;

namespace GenoMed.Fhir.R5.Tests.FhirPath;

/// <summary>One test of tests-fhir-r5.xml.</summary>
internal sealed record OfficialCase(string Group, string Name, string Expression, string? Invalid, string? Mode, bool? Predicate, string? Input, IReadOnlyList<(string? Type, string Text)> Outputs)
{
    private static readonly XNamespace Ns = "http://hl7.org/fhirpath/tests";

    public static IReadOnlyList<OfficialCase> Read(string file)
        => [.. XDocument.Load(file).Descendants(Ns + "test").Select(Read)];

    private static OfficialCase Read(XElement test)
    {
        var expression = test.Element(Ns + "expression")!;
        return new OfficialCase(
            (string?)test.Parent!.Attribute("name") ?? string.Empty,
            (string)test.Attribute("name")!,
            expression.Value,
            (string?)expression.Attribute("invalid"),
            (string?)test.Attribute("mode"),
            (bool?)test.Attribute("predicate"),
            (string?)test.Attribute("inputfile"),
            [.. test.Elements(Ns + "output").Select(output => ((string?)output.Attribute("type"), output.Value))]);
    }
}
