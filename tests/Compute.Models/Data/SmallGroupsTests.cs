using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Data;

public sealed class SmallGroupsTests
{
    [Theory]
    [InlineData(new[] { 50, 40 }, new[] { 50, 40 })]
    [InlineData(new[] { 50, 0, 40 }, new[] { 50, 0, 40 })]
    [InlineData(new[] { 50, 3, 40 }, new[] { 50, -1, -1 })]
    [InlineData(new[] { 50, 3, 8, 40 }, new[] { 50, -1, -1, 40 })]
    [InlineData(new[] { 97, 3 }, new[] { -1, -1 })]
    [InlineData(new[] { 3, 0 }, new[] { -1, 0 })]
    public void GivenGroups_WhenSuppressed_ThenNoSmallOneFollowsBySubtraction(int[] counts, int[] told) =>
        Assert.Equal(told, SmallGroups.Suppress(counts, 10).Select(count => count ?? -1));

    [Fact]
    public void GivenKOne_WhenSuppressed_ThenAllIsTold() => Assert.Equal([1, 2, 0], SmallGroups.Suppress([1, 2, 0], 1));

    [Fact]
    public void GivenRandomGroups_WhenSuppressed_ThenTheHiddenOnesHoldKTogether()
    {
        var random = new Random(1);
        for (var trial = 0; trial < 500; trial++)
        {
            int[] counts = [.. Enumerable.Range(0, random.Next(2, 8)).Select(_ => random.Next(0, 40))];
            var told = SmallGroups.Suppress(counts, 10);
            var hidden = counts.Zip(told).Where(pair => pair.Second is null).Sum(pair => pair.First);
            Assert.True(hidden is 0 or >= 10 || hidden == counts.Sum(), string.Join(",", counts));
            Assert.DoesNotContain(told, count => count is > 0 and < 10);
        }
    }

    [Theory]
    [InlineData(new[] { 50, 40 }, new[] { 50, 40 })]
    [InlineData(new[] { 50, 3, 9 }, new[] { 62, 0, 0 })]
    [InlineData(new[] { 3, 2 }, new[] { 5, 0 })]
    public void GivenGroups_WhenMerged_ThenTheTotalStaysAndTheLargestHasTheSmallOnes(int[] counts, int[] merged) =>
        Assert.Equal(merged, SmallGroups.Merged(counts, 10));
}
