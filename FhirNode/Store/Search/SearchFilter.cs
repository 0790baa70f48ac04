namespace GenoMed.Fhir.Store.Search;

/// <summary>A condition on the resources of one type; nothing but the index is needed to judge it.</summary>
public abstract record SearchFilter;
