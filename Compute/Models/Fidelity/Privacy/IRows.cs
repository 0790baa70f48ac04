namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>Encoded rows between which there is a distance.</summary>
/// <typeparam name="TSelf">The kind of rows.</typeparam>
internal interface IRows<TSelf>
    where TSelf : IRows<TSelf>
{
    int Count { get; }

    /// <summary>Rises with the distance of two rows; 0 for equal rows.</summary>
    float Sum(int row, TSelf other, int otherRow);

    /// <summary>The distance of such a sum.</summary>
    double Distance(float sum);
}
