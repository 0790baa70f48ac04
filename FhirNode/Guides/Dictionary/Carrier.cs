namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>How a feature travels in FHIR.</summary>
/// <param name="Kind">The shape.</param>
/// <param name="Panel">The panel of a <see cref="CarrierKind.Variant"/>.</param>
/// <param name="Group">The group whose Observation holds this <see cref="CarrierKind.Observation"/> as a component, or null.</param>
/// <param name="Category">Code of http://terminology.hl7.org/CodeSystem/observation-category for an Observation of its own.</param>
/// <param name="Of">The variant feature that a <see cref="CarrierKind.VariantDetail"/> belongs to.</param>
public sealed record Carrier(CarrierKind Kind, string? Panel = null, string? Group = null, string? Category = null, string? Of = null);
