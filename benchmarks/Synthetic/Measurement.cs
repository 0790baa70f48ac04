using System.Diagnostics;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Spine.Benchmarks;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>Measures what the file lacks, arm by arm; two at a time, since a training runs on one core.</summary>
internal sealed class Measurement(FeatureTable cohort, RunsFile runs)
{
    /// <summary>Where ceiling and floor lie among the runs.</summary>
    public const string References = "references";

    public const string Ceiling = "ceiling";
    public const string Floor = "floor";

    /// <summary>Synthetic tables a round, over which fidelity is averaged: one alone adds its own sampling noise.</summary>
    private const int Tables = 4;

    private readonly Compute.Models.Fidelity.SafePlan _plan = MdsSafe.Plan(cohort);

    public void Run(IReadOnlyList<SyntheticEntry> entries, IReadOnlyList<int> seeds)
    {
        var work = seeds.Select(Reference).Concat(entries.SelectMany(entry => seeds.SelectMany(seed => Arms(entry, seed)))).ToArray();
        Parallel.ForEach(Partition(work), new ParallelOptions { MaxDegreeOfParallelism = 2 }, one => one());
    }

    /// <summary>In order, one by one.</summary>
    private static System.Collections.Concurrent.Partitioner<Action> Partition(Action[] work) =>
        System.Collections.Concurrent.Partitioner.Create(work, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering);

    private Action Reference(int seed) => () =>
    {
        if (runs.Find(References, seed, Floor) is null)
        {
            var judge = new Judge(_plan, Split.Of(cohort, seed, 3), seed);
            runs.Keep(References, seed, Ceiling, [judge.Ceiling()]);
            runs.Keep(References, seed, Floor, [judge.Floor(Tables)]);
        }
    };

    private IEnumerable<Action> Arms(SyntheticEntry entry, int seed) =>
        Arm.Of(Split.Of(cohort, seed, 3)).Where(arm => runs.Find(entry.Name, seed, arm.Name) is null).Select(arm => (Action)(() => Measure(entry, seed, arm)));

    private void Measure(SyntheticEntry entry, int seed, Arm arm)
    {
        var clock = Stopwatch.StartNew();
        var split = Split.Of(cohort, seed, 3);
        var judge = new Judge(_plan, split, seed);
        var rounds = new List<Dictionary<string, double>>();
        foreach (var tables in new ArmTraining(entry, arm, seed).Rounds(split.Training.Count, Tables))
        {
            rounds.Add(judge.Of(arm.Rows, tables));
            if (rounds.Count == SyntheticEntry.Rounds)
            {
                rounds[^1][Scores.Transfer] = judge.Transfer(Joined.Of(tables));
            }
        }

        runs.Keep(entry.Name, seed, arm.Name, rounds);
        var last = rounds[^1];
        Console.WriteLine(FormattableString.Invariant(
            $"{entry.Name} {seed} {arm.Name}: CSF {last[Scores.Csf]:F3}, GSF {last[Scores.Gsf]:F3}, φ {last[Scores.Phi]:F3}, C {last[Scores.Transfer]:F3}, NNDR {last[Scores.Nndr]:F3} ({last[Scores.NndrHoldOut]:F3}), MIA {last[Scores.Membership]:F3}; {clock.Elapsed.TotalSeconds:F0} s"));
    }
}
