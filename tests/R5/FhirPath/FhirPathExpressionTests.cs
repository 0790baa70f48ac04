using System.Text;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Values;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.FhirPath;

public sealed class FhirPathExpressionTests
{
    private static readonly Resource Observation = Parse("""
        {"resourceType":"Observation","id":"o","status":"final","subject":{"reference":"Patient/7"},
         "contained":[{"resourceType":"Practitioner","id":"p","name":[{"family":"F"}]}],"performer":[{"reference":"#p"}],
         "code":{"coding":[{"system":"http://loinc.org","code":"718-7"}]},"effectiveDateTime":"2020-03",
         "valueQuantity":{"value":10.50,"unit":"g/dL","system":"http://unitsofmeasure.org","code":"g/dL"},
         "_issued":{"extension":[{"url":"http://example.org/x","valueString":"y"}]}}
        """);

    [Theory]
    [InlineData("Observation.value", "Quantity")]
    [InlineData("code", "CodeableConcept")]
    [InlineData("effective", "dateTime")]
    [InlineData("subject", "Reference")]
    [InlineData("status", "code")]
    [InlineData("contained", "Practitioner")]
    [InlineData("Observation", "Observation")]
    public void GivenAPath_WhenEvaluated_ThenTheNodeKnowsItsType(string path, string type)
        => Assert.Equal(type, Assert.Single(Evaluate(path)).Type);

    [Theory]
    [InlineData("value.value.toString()", "10.50")]
    [InlineData("value > 1 'g/L'", "true")]
    [InlineData("value = 105.0 'g/L'", "true")]
    [InlineData("value.unit", "g/dL")]
    [InlineData("effective < @2020-05-01", "true")]
    [InlineData("issued.extension('http://example.org/x').value", "y")]
    [InlineData("issued.hasValue()", "false")]
    [InlineData("performer.resolve().name.family", "F")]
    [InlineData("subject.getReferenceKey()", "Patient/7")]
    [InlineData("subject.getReferenceKey(Group).empty()", "true")]
    [InlineData("getResourceKey()", "Observation/o")]
    [InlineData("(1 | 3 | 2).sort($this desc).first()", "3")]
    public void GivenAnObservation_WhenEvaluated_ThenTheValue(string path, string expected)
        => Assert.Equal(expected, Assert.Single(Evaluate(path)).ToString());

    [Theory]
    [InlineData("extension.value.ofType(Quantity).value", "3")]
    [InlineData("extension.value.ofType(Age).exists()", "true")]
    [InlineData("extension.value.ofType(string).exists()", "false")]
    [InlineData("extension.value.value", "3")]
    public void GivenAChoiceWithSubtypes_WhenFilteredByType_ThenSubtypesCount(string path, string expected)
    {
        var patient = Parse("""{"resourceType":"Patient","extension":[{"url":"u","valueAge":{"value":3,"code":"a"}}]}""");
        Assert.Equal(expected, FhirPathExpression.Parse(path).Evaluate(patient)[0].ToString());
    }

    [Fact]
    public void GivenAChoiceOfChangingType_WhenOneExpressionReadsIt_ThenEachTypeIsFound()
    {
        var expression = FhirPathExpression.Parse("value");
        foreach (var (json, type) in new[] { ("\"valueString\":\"a\"", "string"), ("\"valueInteger\":1", "integer"), ("\"valueString\":\"a\"", "string"), ("\"_valueString\":{\"id\":\"x\"}", "string") })
        {
            Assert.Equal(type, Assert.Single(expression.Evaluate(Parse($$"""{"resourceType":"Observation",{{json}}}"""))).Type);
        }
    }

    [Theory]
    [InlineData("id = 'x'")]
    [InlineData("id & 'x'")]
    [InlineData("id.length()")]
    [InlineData("(id | 'x').count()")]
    public void GivenTextWithHalfASurrogate_WhenEvaluated_ThenAFhirPathExceptionOrAResult(string path)
    {
        var patient = Parse("""{"resourceType":"Patient","id":"\ud800"}""");
        Assert.True(Record.Exception(() => FhirPathExpression.Parse(path).Evaluate(patient)) is null or FhirPathException);
    }

    [Fact]
    public void GivenAPatternWithEscapedUnderscore_WhenMatched_ThenItMeansAnUnderscore()
        => Assert.True(FhirPathExpression.Parse(@"'a_b'.matches('^[a-z\\_]+$')").IsTrue(FhirPathValue.Of(Observation)));

    [Theory]
    [InlineData("1 'm{' = 1 'g'")]
    [InlineData("1 'Ym12' = 1 'm12'")]
    [InlineData("1 'm/(g' = 1 'm'")]
    public void GivenAUnitThatCannotBeRead_WhenCompared_ThenUndecided(string path) => Assert.Empty(Evaluate(path));

    [Fact]
    public void GivenDatesOfDifferentPrecision_WhenCompared_ThenUndecided()
        => Assert.Empty(Evaluate("effective < @2020-03-15"));

    [Fact]
    public void GivenIndexingContext_WhenResolveIsAsked_ThenTheReferenceTellsTheType()
    {
        var expression = FhirPathExpression.Parse("Observation.subject.where(resolve() is Patient)");
        Assert.Single(expression.Evaluate(Observation, FhirPathContext.Indexing));
        Assert.Empty(expression.Evaluate(Observation));
    }

    [Fact]
    public void GivenStrictMode_WhenAnElementIsUnknown_ThenAnError()
    {
        var expression = FhirPathExpression.Parse("Observation.statuss");
        Assert.Empty(expression.Evaluate(Observation));
        Assert.Throws<FhirPathException>(() => expression.Evaluate(Observation, FhirPathContext.Default with { IsStrict = true }));
    }

    [Fact]
    public void GivenVariables_WhenEvaluated_ThenTheyAreSeen()
    {
        var context = FhirPathContext.Default with { Variables = new Dictionary<string, FhirPathCollection> { ["limit"] = FhirPathValue.Of(new FhirPathQuantity(10, "g/dL")) } };
        Assert.True(FhirPathExpression.Parse("value > %limit").IsTrue(FhirPathValue.Of(Observation), context));
    }

    [Fact]
    public void GivenOneExpression_WhenManyThreadsEvaluateDifferentTypes_ThenEachGetsItsOwnResult()
    {
        var expression = FhirPathExpression.Parse("id");
        var patient = Parse("""{"resourceType":"Patient","id":"p"}""");
        Parallel.For(0, 1000, i => Assert.Equal(i % 2 == 0 ? "o" : "p", expression.Evaluate(i % 2 == 0 ? Observation : patient)[0].ToString()));
    }

    private static Resource Parse(string json) => Resource.Parse(Encoding.UTF8.GetBytes(json));

    private static FhirPathCollection Evaluate(string path) => FhirPathExpression.Parse(path).Evaluate(Observation);
}
