namespace GenoMed.Fhir.Http.Benchmarks.Imports;

/// <summary>One load.</summary>
/// <param name="Engine">sqlite or postgres.</param>
/// <param name="Load">Its number on this node, from 1: the first meets code that is not compiled yet.</param>
/// <param name="PerSecond">Resources a second, from the request to the manifest.</param>
/// <param name="NodeMicroseconds">The node's processor time for each resource, all threads together; the database server's is not in it.</param>
internal sealed record ImportFigure(string Engine, int Load, double PerSecond, double NodeMicroseconds);
