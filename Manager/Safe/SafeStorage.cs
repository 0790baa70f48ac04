using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>Keeps a report on the node that keeps the set: a release needs it there.</summary>
public static class SafeStorage
{
    /// <summary>Writes the MeasureReport; the one before becomes its history.</summary>
    /// <param name="node">The node.</param>
    /// <param name="report">With the Library that it is about.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its reference.</returns>
    /// <exception cref="OperationProblem">The Library is another set's, or the client may not read it or write the report.</exception>
    public static async Task<string> StoreAsync(NodeClient node, SafeReport report, CancellationToken cancellationToken)
    {
        var library = await node.GetAsync($"Library/{report.Subject.Library}", cancellationToken);
        if (library.Element.Items("identifier").All(identifier => identifier.Text("value") != report.Subject.Sha256))
        {
            throw OperationProblem.Unprocessable($"Library/{report.Subject.Library} on the node is another data set: its identifier is not the SHA-256 of the CSV that was evaluated, {report.Subject.Sha256}.");
        }

        var reference = $"MeasureReport/{SafeMeasureReport.IdOf(report.Subject)}";
        var entry = new BundleEntry { Resource = SafeMeasureReport.Of(report), Request = new BundleRequest("PUT", reference) };
        await node.TransactionAsync(new Bundle(BundleType.Transaction, [entry]).ToResource(), cancellationToken);
        return reference;
    }
}
