using System.Globalization;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Tests;

/// <summary>So many resources that the store chooses other ways to its answer; the answers must not tell.</summary>
public abstract partial class ResourceStoreTests<TFixture>
{
    private const int Crowd = 2400;

    public static TheoryData<string, string[]> Orders => new()
    {
        { "date -birthdate", [] },
        { "date birthdate", [] },
        { "string family", ["token active=true"] },
        { "string -given", ["token active=true", "date birthdate=ge1930"] },
        { "id -_id", ["token active=true"] },
        { "date -_lastUpdated", ["token active=true"] },
        { "token gender", ["token active=true"] },
        { "token -gender", ["date birthdate=ge1935", "date birthdate=lt1936-06"] },
        { "token identifier", ["token active=true"] },
        { "token -identifier", ["token gender=male"] },
        { "reference organization", ["token active=true"] },
        { "date birthdate", ["token gender=female", "date birthdate=ge1935", "date birthdate=lt1936-06"] },
        { "string family", ["date birthdate=ge1935", "date birthdate=lt1936-06"] },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task GivenACrowd_WhenSortedAndPaged_ThenAsInMemory(string sort, string[] clauses)
    {
        await Store.CommitAsync([.. Enumerable.Range(0, Crowd).Select(i => Create(Member(i), $"m{i:D4}"))], Token);
        var query = SearchTester.Query("Patient", clauses) with { Sort = [SearchTester.Sort(sort)], Count = 500 };
        var found = await PagesAsync(query);
        var expected = Enumerable.Range(0, Crowd).Where(i => clauses.All(clause => Holds(clause, i))).Order(Comparer<int>.Create((a, b) => Compare(sort, a, b)));
        Assert.Equal(expected.Select(i => $"m{i:D4}"), found);
        Assert.Equal(found.Count, (await Store.SearchAsync(query, Token)).Total);
    }

    [Theory]
    [InlineData("token gender=male", "Big", true)]
    [InlineData("token gender=male", "Small", true)]
    [InlineData("token gender=female", "Big", false)]
    public async Task GivenACrowd_WhenChainedFromManyCandidatesToFewTargets_ThenAsInMemory(string clause, string name, bool sorted)
    {
        await Store.CommitAsync([.. Enumerable.Range(0, Crowd).Select(i => Create(Member(i), $"m{i:D4}"))], Token);
        await StoreAllAsync([.. Enumerable.Range(0, 5).Select(i => ($"o{i}", $$"""{"resourceType":"Organization","name":"{{Size(i)}}"}"""))]);
        var filters = SearchTester.Query("Patient", clause).Clauses.Append(SearchTester.Chain($"organization:Organization string name={name}"));
        var query = SearchTester.Query("Patient") with { Clauses = [.. filters], Sort = sorted ? [SearchTester.Sort("token identifier")] : [], Count = 300 };
        var expected = Enumerable.Range(0, Crowd).Where(i => Holds(clause, i) && Size(i % 5) == name).OrderBy(i => sorted ? Mrn(i) : "", StringComparer.Ordinal);
        Assert.Equal(expected.Select(i => $"m{i:D4}"), await PagesAsync(query));
    }

    private static string Size(int organization) => organization == 0 ? "Small" : "Big";

    private static string Member(int i) => $$"""
        {"resourceType":"Patient","active":true,"identifier":[{"value":"{{Mrn(i)}}"}],"gender":"{{Gender(i)}}"{{(Birth(i) is { } date ? $",\"birthDate\":\"{date}\"" : "")}},
        "name":[{"family":"{{Family(i)}}","given":["{{Given(i)}}","z"]}],"managingOrganization":{"reference":"Organization/{{Organization(i)}}"} }
        """;

    private static string Gender(int i) => i % 3 == 0 ? "male" : "female";

    private static string? Birth(int i) => i % 7 == 0 ? null : new DateOnly(1930, 1, 1).AddDays(i * 37 % 9000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Mrn(int i) => $"m{i * 53 % Crowd:D4}";

    private static string Family(int i) => $"f{i * 31 % 97:D2}";

    private static string Given(int i) => $"g{i * 17 % 89:D2}";

    private static string Organization(int i) => $"o{i % 5}";

    private static bool Holds(string clause, int i) => clause switch
    {
        "token active=true" => true,
        "token gender=female" => Gender(i) == "female",
        "token gender=male" => Gender(i) == "male",
        "date birthdate=ge1930" => Birth(i) is not null,
        "date birthdate=ge1935" => string.CompareOrdinal(Birth(i), "1935") >= 0,
        "date birthdate=lt1936-06" => Birth(i) is { } date && string.CompareOrdinal(date, "1936-06") < 0,
        _ => throw new ArgumentException(clause),
    };

    // Ties are in the order of creation; absent values are last.
    private static int Compare(string sort, int a, int b)
    {
        var order = sort switch
        {
            "date -birthdate" => Absent(a, b) ?? string.CompareOrdinal(Birth(b), Birth(a)),
            "date birthdate" => Absent(a, b) ?? string.CompareOrdinal(Birth(a), Birth(b)),
            "string family" => string.CompareOrdinal(Family(a), Family(b)),
            "id -_id" => b.CompareTo(a),
            "token gender" => string.CompareOrdinal(Gender(a), Gender(b)),
            "token -gender" => string.CompareOrdinal(Gender(b), Gender(a)),
            "token identifier" => string.CompareOrdinal(Mrn(a), Mrn(b)),
            "token -identifier" => string.CompareOrdinal(Mrn(b), Mrn(a)),
            "reference organization" => string.CompareOrdinal(Organization(a), Organization(b)),
            _ => 0,
        };
        return order == 0 ? a.CompareTo(b) : order;
    }

    private static int? Absent(int a, int b) => (Birth(a), Birth(b)) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => null,
    };
}
