namespace GenoMed.Fhir.Operations;

/// <summary>
/// An operation that changes something and is yet run again after a restart of the node: it finds by its job's id
/// (<see cref="OperationContext.JobId"/>) where it stopped, and goes on from there.
/// </summary>
public interface IResumableOperation : IOperation;
