using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models;
namespace GenoMed.Fhir.Synthetic.Benchmarks;
internal sealed record TrainingSchedule(JsonObject Options, int Before, int Rounds, int After)
{
    public int Total => Before + Rounds + After;
    public int RoundOf(int exchange) => Math.Clamp(exchange - Before, 0, Rounds);
    public bool Ends(int exchange) => exchange == Total || (exchange > Before && exchange < Before + Rounds);
}
internal static class Shim
{
    public static TrainingSchedule Schedule(this IGenerator g, JsonObject options, int rounds)
    {
        var o = (JsonObject)options.DeepClone();
        var extra = o["mixtureRounds"] is { } m ? (int)m : 0;
        o.Remove("mixtureRounds");
        switch (g.Name)
        {
            case "ctgan": return new(o, o["encoderRounds"] is { } e ? (int)e : 1, rounds, 0);
            case "vae-bgm": o["trainingRounds"] = rounds; return new(o, 0, rounds, extra);
            default: return new(o, 0, rounds, 0);
        }
    }
}
internal static class DerivedSeed
{
    public static long From(long seed, params IEnumerable<string> purpose) => BitConverter.ToInt64(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(seed + string.Join('/', purpose))));
}
