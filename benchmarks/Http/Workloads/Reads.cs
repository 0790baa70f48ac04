using GenoMed.Fhir.Http.Benchmarks.Load;

namespace GenoMed.Fhir.Http.Benchmarks.Workloads;

/// <summary>Reads of resources in a random order.</summary>
/// <param name="requests">Made beforehand, one for each resource.</param>
/// <param name="seed">The client's own order.</param>
internal sealed class Reads(IReadOnlyList<RequestTemplate> requests, int seed) : IWorkload
{
    private readonly Random _order = new(seed);

    public int Status => 200;

    public int Resources => 1;

    /// <summary>Bytes of the last body.</summary>
    public int BodyLength { get; private set; }

    public ReadOnlySpan<byte> Next() => requests[_order.Next(requests.Count)].Bytes;

    public void Answered(ResponseBuffer answer) => BodyLength = answer.BodyLength;
}
