using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>A trained generator: <c>IGenerator.Generate</c> with its plan and state given.</summary>
/// <param name="count">How many rows.</param>
/// <param name="seed">The same arguments give the same rows.</param>
/// <param name="conditions">Values that every row has, by feature: 0/1 or an index of a category.</param>
/// <exception cref="ArgumentException">The model finds no such row.</exception>
public delegate FeatureTable RowSource(int count, long seed, IReadOnlyDictionary<string, double> conditions);
