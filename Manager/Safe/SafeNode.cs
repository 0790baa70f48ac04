namespace GenoMed.Fhir.Manager.Safe;

/// <summary>Where real patients were compared with.</summary>
/// <param name="Name">The node's.</param>
/// <param name="Patients">Whom the generator may have learned from.</param>
/// <param name="HoldOut">Whom it did not learn from; 0 where there are none.</param>
public sealed record SafeNode(string Name, int Patients, int HoldOut);
