using System.Security.Cryptography;
using System.Text;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Export;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>
/// A synthetic data set as FHIR: its patients, and the resources that describe them (<see cref="SyntheticDescription"/>).
/// Every one of them carries the security label HTEST and the tag <see cref="Synthetic.Tag"/>.
/// </summary>
public sealed class SyntheticDataSet
{
    private readonly RowToFhir _toFhir;

    private SyntheticDataSet(Guide guide, SyntheticRequest request, ModelLineage lineage, PublicationTerms terms, string key, DrawnCohort cohort)
    {
        (Guide, Request, Lineage, Terms, Table, Report) = (guide, request, lineage, terms, cohort.Table, cohort.Report);
        Id = $"synthetic-{guide.Name}-{key}";
        _toFhir = ToFhir(guide);
        Csv = Written(stream => DatasetCsv.WriteRows(stream, Table, guide.Dictionary));
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Csv.Span));
    }

    /// <summary>The logical id of its Library and Group; follows from model and request.</summary>
    public string Id { get; }

    /// <summary>The disease.</summary>
    public Guide Guide { get; }

    /// <summary>What was asked for.</summary>
    public SyntheticRequest Request { get; }

    /// <summary>Where it comes from.</summary>
    public ModelLineage Lineage { get; }

    /// <summary>How it is published.</summary>
    public PublicationTerms Terms { get; }

    /// <summary>The patients as rows.</summary>
    public FeatureTable Table { get; }

    /// <summary>What it took to draw them.</summary>
    public SyntheticReport Report { get; }

    /// <summary>The rows as the guide's CSV: the bytes that <see cref="Sha256"/> is of.</summary>
    public ReadOnlyMemory<byte> Csv { get; }

    /// <summary>SHA-256 of <see cref="Csv"/>, lower-case hexadecimal: the set's identity.</summary>
    public string Sha256 { get; }

    /// <summary>What each column is, as a CSV for people.</summary>
    public ReadOnlyMemory<byte> DictionaryCsv => Written(stream => DatasetCsv.WriteDictionary(stream, Table, Guide.Dictionary));

    /// <summary>Draws a set.</summary>
    /// <param name="guide">The disease.</param>
    /// <param name="schema">What the generator generates.</param>
    /// <param name="source">The generator.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="lineage">Where the generator comes from.</param>
    /// <param name="terms">How the set is published.</param>
    /// <param name="progress">Told how many patients there are.</param>
    /// <param name="cancellationToken">Asked before each batch.</param>
    /// <exception cref="OperationProblem">As <see cref="SyntheticCohort"/> and <see cref="PublicationTerms.Checked"/>.</exception>
    public static SyntheticDataSet Draw(
        Guide guide, FeatureSchema schema, RowSource source, SyntheticRequest request, ModelLineage lineage, PublicationTerms terms, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        terms.Checked();
        var key = SyntheticKey.Of(lineage, guide.Name, guide.Dictionary.Head.Version, request);
        var cohort = new SyntheticCohort(guide.Dictionary, schema, request).Draw(source, key, progress, cancellationToken);
        return new SyntheticDataSet(guide, request, lineage, terms, key, cohort);
    }

    /// <summary>The id that a set of this request has, before it is drawn.</summary>
    public static string IdOf(Guide guide, ModelLineage lineage, SyntheticRequest request)
        => $"synthetic-{guide.Name}-{SyntheticKey.Of(lineage, guide.Name, guide.Dictionary.Head.Version, request)}";

    /// <summary>The resources of each patient, in the table's order; a list of what a panel looks for comes with each patient that shares it.</summary>
    /// <param name="first">The first patient, from 0.</param>
    /// <param name="count">How many.</param>
    public IEnumerable<IReadOnlyList<Resource>> Patients(int first, int count)
        => TableRows.Of(Table, Guide.Dictionary, first, count).Select(row => Resources(_toFhir, row));

    /// <summary>The resources that a set has whose CSV has these rows.</summary>
    /// <param name="guide">The disease.</param>
    /// <param name="rows">The set's features and patients.</param>
    public static IEnumerable<IReadOnlyList<Resource>> Patients(Guide guide, FeatureTable rows)
    {
        var toFhir = ToFhir(guide);
        return TableRows.Of(rows, guide.Dictionary).Select(row => Resources(toFhir, row));
    }

    /// <summary>The patients' logical ids, in the table's order.</summary>
    public IEnumerable<string> PatientIds => Table.RowIds.Select(id => ResourceIds.Patient(Guide.Name, id));

    private static RowToFhir ToFhir(Guide guide) => new(guide.Dictionary, new EtlOptions { Security = [Invented.Label], Tags = [Synthetic.Tag] });

    private static IReadOnlyList<Resource> Resources(RowToFhir toFhir, PatientRow row) => [.. toFhir.Entries(row).Select(entry => entry.Resource!)];

    private static ReadOnlyMemory<byte> Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }
}
