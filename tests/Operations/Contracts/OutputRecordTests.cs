using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Tests.Contracts;

/// <summary>What leaves a node is a named record that lists every field, and none can carry a patient's row.</summary>
public sealed class OutputRecordTests
{
    private static readonly Type[] Scalars = [typeof(string), typeof(int), typeof(double), typeof(bool)];

    private static readonly string[] RowWords = ["Patient", "RowId", "Identifier", "Subject", "Row"];

    [Fact]
    public void GivenEveryOutputRecord_WhenItsFieldsAreWalked_ThenNoneHasATypeThatCanHoldARow()
    {
        foreach (var (operation, type) in Aggregates())
        {
            foreach (var property in RecordTypes.Properties(type))
            {
                var element = RecordTypes.Element(property.PropertyType);
                Assert.True(Scalars.Contains(element) || RecordTypes.IsRecord(element), $"${operation}: {type.Name}.{property.Name} is {element}");
                Assert.False(element == typeof(Resource) || element == typeof(object), $"${operation}: {type.Name}.{property.Name} is open");
            }
        }
    }

    [Fact]
    public void GivenEveryOutputRecord_WhenItsListsAreWalked_ThenNoneIsAListOfBareValues()
    {
        foreach (var (operation, type) in Aggregates())
        {
            foreach (var property in RecordTypes.Properties(type).Where(property => property.PropertyType.IsGenericType && Nullable.GetUnderlyingType(property.PropertyType) is null))
            {
                Assert.True(RecordTypes.IsRecord(RecordTypes.Element(property.PropertyType)), $"${operation}: {type.Name}.{property.Name} is a list of values: one for each patient would fit");
            }
        }
    }

    [Fact]
    public void GivenEveryOutputRecord_WhenItsNamesAreWalked_ThenNoneNamesARow()
    {
        foreach (var (operation, type) in Aggregates())
        {
            foreach (var property in RecordTypes.Properties(type))
            {
                Assert.False(RowWords.Any(word => property.Name.Equals(word, StringComparison.Ordinal) || property.Name.EndsWith($"{word}Id", StringComparison.Ordinal)), $"${operation}: {type.Name}.{property.Name}");
            }
        }
    }

    [Fact]
    public void GivenEveryOutputRecord_WhenItHasBytes_ThenTheyAreWeights()
    {
        var withBytes = Aggregates().SelectMany(item => RecordTypes.Properties(item.Type)
            .Where(property => property.PropertyType == typeof(BinaryContent))
            .Select(property => $"{item.Operation}.{property.Name}"));

        Assert.Equal(["train-round.Update"], withBytes);
    }

    /// <summary>$viewdefinition-run gives rows by its nature; its scope is that of reading resources (see the snapshot tests).</summary>
    private static IEnumerable<(string Operation, Type Type)> Aggregates()
        => RecordTypes.All()
            .Where(item => item.Operation.Scope.StartsWith("system/Operation.", StringComparison.Ordinal))
            .SelectMany(item => RecordTypes.Walk(item.Output).Where(type => type != typeof(BinaryContent)).Select(type => (item.Operation.Code, type)));
}
