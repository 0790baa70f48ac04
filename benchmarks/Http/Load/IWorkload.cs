namespace GenoMed.Fhir.Http.Benchmarks.Load;

/// <summary>What one client sends, one request after the other.</summary>
internal interface IWorkload
{
    /// <summary>The status of an answer that counts.</summary>
    int Status { get; }

    /// <summary>Resources that one request carries.</summary>
    int Resources { get; }

    /// <summary>The next request; valid until the next call.</summary>
    ReadOnlySpan<byte> Next();

    /// <summary>Sees the answer.</summary>
    void Answered(ResponseBuffer answer);
}
