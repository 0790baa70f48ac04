using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Shapes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Turns a patient's row into FHIR R5 resources, by the dictionary. Stateless after construction and safe to share.</summary>
public sealed class RowToFhir
{
    private readonly DataDictionary _dictionary;
    private readonly EtlOptions _options;
    private readonly IShape[] _shapes;
    private readonly SharedEntries _shared = new();

    public RowToFhir(DataDictionary dictionary, EtlOptions options)
    {
        _dictionary = dictionary;
        _options = options;
        _shapes =
        [
            new PatientShape(dictionary),
            new ConditionShape(dictionary),
            .. ObservationShape.All(dictionary),
            .. GroupShape.All(dictionary),
            new StudyShape(dictionary),
            .. VariantShape.All(dictionary),
            .. ProcedureShape.All(dictionary),
            .. FollowUpShape.All(dictionary),
        ];
    }

    /// <summary>The entries that make the patient: PUTs to ids that follow from guide and identifier, so that a second load changes nothing.</summary>
    public IReadOnlyList<BundleEntry> Entries(PatientRow row)
    {
        var context = new ShapeContext(_dictionary, row, _options, _shared);
        foreach (var shape in _shapes)
        {
            shape.Write(context);
        }

        return _options.RemoveAbsent ? [.. context.Entries, .. Absent(context)] : context.Entries;
    }

    /// <summary>The patient as one transaction Bundle.</summary>
    public Resource ToBundle(PatientRow row)
    {
        var bundle = new TransactionBuilder();
        bundle.Add(Entries(row));
        return bundle.ToBundle();
    }

    /// <summary>Whether other patients have the same entry (a panel's list): one load needs to send it once.</summary>
    internal bool IsShared(BundleEntry entry) => _shared.Contains(entry);

    private IEnumerable<BundleEntry> Absent(ShapeContext context)
    {
        var written = context.Entries.Select(entry => entry.Request!.Url).ToHashSet();
        return _shapes.SelectMany(shape => shape.Possible)
            .Select(one => TransactionBuilder.Delete(one.Type, ResourceIds.Of(context.PatientId, one.Name)))
            .Where(entry => !written.Contains(entry.Request!.Url));
    }
}
