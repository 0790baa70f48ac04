using System.Diagnostics;
using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.R5.Tests.Definitions;

public sealed class R5DefinitionsTests
{
    private static readonly R5Definitions Definitions = R5Definitions.Instance;

    [Fact]
    public void GivenR5_WhenResourceTypesAsked_ThenAll158ConcreteOnes()
    {
        Assert.Equal("5.0.0", Definitions.FhirVersion);
        Assert.Equal(158, Definitions.ResourceTypes.Count);
        Assert.True(Definitions.IsResourceType("Patient"));
        Assert.False(Definitions.IsResourceType("DomainResource"));
        Assert.False(Definitions.IsResourceType("Quantity"));
    }

    [Fact]
    public void GivenEveryType_WhenItsElementsAreRead_ThenEveryTypeCodeAndContentReferenceResolves()
    {
        foreach (var name in Definitions.TypeNames)
        {
            AssertResolves(Definitions.Type(name)!.Children);
        }
    }

    [Fact]
    public void GivenChoiceElement_WhenJsonNameAsked_ThenElementAndType()
    {
        var property = Definitions.Type("Observation")!.Children.Property("valueQuantity"u8)!;

        Assert.Equal("value", property.Element.Name);
        Assert.Equal("Observation.value[x]", property.Element.Path);
        Assert.True(property.Element.IsChoice);
        Assert.Equal("Quantity", property.TypeCode);
        Assert.Null(Definitions.Type("Observation")!.Children.Property("value"));
        Assert.Null(Definitions.Type("Observation")!.Children.Property("valueMoney"));
        Assert.NotNull(Definitions.Type("Observation")!.Element("value"));
    }

    [Fact]
    public void GivenRequiredBinding_WhenRead_ThenItsCodesAreKnown()
    {
        var binding = Definitions.Type("Patient")!.Element("gender")!.Binding!;

        Assert.Equal("required", binding.Strength);
        Assert.Equal(["female", "male", "other", "unknown"], binding.Codes!.CodesBySystem["http://hl7.org/fhir/administrative-gender"].Order());
        Assert.True(binding.Codes.Contains("female"u8));
        Assert.False(binding.Codes.Contains("F"));
    }

    [Fact]
    public void GivenBackboneElement_WhenChildrenAsked_ThenInheritedAndOwnOnes()
    {
        var component = Definitions.Type("Observation")!.Element("component")!;

        Assert.True(component.IsArray);
        Assert.NotNull(component.Children!.Element("modifierExtension"));
        Assert.Equal(1, component.Children.Element("code")!.Min);
    }

    [Fact]
    public void GivenContentReference_WhenChildrenAsked_ThenThoseOfTheReferredElement()
    {
        var nested = Definitions.Type("Questionnaire")!.Element("item")!.Children!.Element("item")!;

        Assert.Equal("Questionnaire.item", nested.ContentReference);
        Assert.Same(Definitions.Type("Questionnaire")!.Element("item")!.Children, nested.Children);
    }

    [Theory]
    [InlineData("Age", "Quantity", true)]
    [InlineData("Age", "Element", true)]
    [InlineData("Patient", "Resource", true)]
    [InlineData("positiveInt", "integer", true)]
    [InlineData("Bundle", "DomainResource", false)]
    [InlineData("Quantity", "Age", false)]
    public void GivenTypes_WhenSubtypeAsked_ThenTheChainDecides(string type, string baseType, bool expected)
        => Assert.Equal(expected, Definitions.IsSubtype(type, baseType));

    [Fact]
    public void GivenReferenceElement_WhenTargetsAsked_ThenResourceTypes()
        => Assert.Contains("Patient", Definitions.Type("Observation")!.Element("subject")!.ReferenceTargets);

    [Fact]
    public void GivenTypeWithInvariants_WhenRead_ThenInheritedOnesToo()
    {
        var keys = Definitions.Type("Observation")!.Invariants.Select(rule => rule.Key).ToList();

        Assert.Contains("obs-6", keys);
        Assert.Contains("dom-2", keys);
    }

    [Fact]
    public void GivenColdProcess_WhenTheTableIsDecoded_ThenWithinAFractionOfASecond()
    {
        var watch = Stopwatch.StartNew();
        DefinitionTable.Load();
        Assert.InRange(watch.Elapsed.TotalMilliseconds, 0, 1500);
        TestContext.Current.TestOutputHelper!.WriteLine($"{watch.Elapsed.TotalMilliseconds} ms");
    }

    private static void AssertResolves(ElementTable children)
    {
        foreach (var element in children.Elements)
        {
            Assert.NotEmpty(element.Types);
            Assert.All(element.Types, code => Assert.True(Definitions.Type(code) is not null, $"{element.Path}: {code}"));
            if (element.ContentReference is null && element.Children is { } nested)
            {
                AssertResolves(nested);
            }
            else
            {
                Assert.True(element.ContentReference is null || element.Children is not null, element.Path);
            }
        }
    }
}
