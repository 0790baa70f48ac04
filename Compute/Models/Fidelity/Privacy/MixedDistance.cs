using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>
/// The distance of two patients over numbers and discrete values (Gower, Biometrics 27, 1971; the one of SDMetrics' DCR
/// metrics): the mean over the columns of min(|a - b| / range, 1) for a number and of 0 or 1 for a discrete value that
/// agrees or does not. Two missing values agree (0); a missing and a known value are 1 apart. A time to an event is two
/// columns: its duration a number, its event a category. A vector has a column for each number. Ordered categories are
/// categories. Values are taken in float32: numbers closer than 2⁻²⁴ of the range are the same.
/// </summary>
internal sealed class MixedDistance
{
    /// <summary>Far from every number (these are clamped to ±<see cref="Limit"/> ranges), so that the clamp at 1 does the rest.</summary>
    private const float MissingNumber = 1e6f;
    private const double Limit = 1000;
    private const ushort MissingCode = ushort.MaxValue;

    private readonly MixedColumn[] _numbers;
    private readonly MixedColumn[] _codes;

    private MixedDistance(IReadOnlyList<MixedColumn> columns) =>
        (_numbers, _codes) = ([.. columns.Where(column => column.IsNumber)], [.. columns.Where(column => !column.IsNumber)]);

    /// <summary>The distance over some features, numbers in units of the range that the tables span together.</summary>
    /// <exception cref="ArgumentException">No feature; or a table lacks one or describes it otherwise.</exception>
    public static MixedDistance Of(IReadOnlyList<Feature> features, params IReadOnlyList<FeatureTable> ranges)
    {
        if (features.Count == 0)
        {
            throw new ArgumentException("A distance needs a feature.");
        }

        Check(features, ranges);
        return new MixedDistance([.. features.SelectMany(feature => MixedColumn.Of(feature, ranges))]);
    }

    /// <exception cref="ArgumentException">A table describes a feature otherwise, or has a value that is infinite or no code; the message says where.</exception>
    public MixedRows Encode(FeatureTable table)
    {
        Check([.. _numbers.Concat(_codes).Select(column => column.Feature).Distinct()], [table]);
        var (numberWidth, codeWidth) = (Padded(_numbers.Length, 8), Padded(_codes.Length, 16));
        var rows = new MixedRows(
            new float[table.Count * numberWidth], new ushort[table.Count * codeWidth], numberWidth, codeWidth, _numbers.Length + _codes.Length, table.Count);
        Fill(table, _numbers, Number, rows.Numbers, numberWidth);
        Fill(table, _codes, Code, rows.Codes, codeWidth);
        return rows;
    }

    /// <summary>The same rows by some features only: in the others all rows agree.</summary>
    public MixedRows Only(MixedRows rows, IReadOnlySet<string> features) => rows with
    {
        Numbers = Kept(rows.Numbers, rows.NumberWidth, _numbers, features),
        Codes = Kept(rows.Codes, rows.CodeWidth, _codes, features),
        Columns = _numbers.Concat(_codes).Count(column => features.Contains(column.Feature.Name)),
    };

    /// <summary>Where the columns of a feature are among the numbers and the codes.</summary>
    public (bool IsNumber, int At)[] Places(string feature) =>
        [.. Places(_numbers, feature).Select(at => (true, at)), .. Places(_codes, feature).Select(at => (false, at))];

    private static IEnumerable<int> Places(MixedColumn[] columns, string feature) =>
        Enumerable.Range(0, columns.Length).Where(at => columns[at].Feature.Name == feature);

    private static T[] Kept<T>(T[] values, int width, MixedColumn[] columns, IReadOnlySet<string> features)
        where T : struct
    {
        T[] kept = [.. values];
        foreach (var column in Enumerable.Range(0, columns.Length).Where(column => !features.Contains(columns[column].Feature.Name)))
        {
            for (var at = column; at < kept.Length; at += width)
            {
                kept[at] = default;
            }
        }

        return kept;
    }

    private static void Fill<T>(FeatureTable table, MixedColumn[] columns, Func<MixedColumn, double, int, T> encode, T[] target, int width)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var values = table.Column(columns[i].Feature.Name);
            for (var row = 0; row < table.Count; row++)
            {
                target[(row * width) + i] = encode(columns[i], values[(row * columns[i].Feature.Width) + columns[i].Part], row);
            }
        }
    }

    private static float Number(MixedColumn column, double value, int row) => double.IsNaN(value) ? MissingNumber
        : double.IsInfinity(value) ? throw new ArgumentException($"Column '{column.Feature.Name}' is infinite in row {row}.")
        : (float)Math.Clamp((value - column.Minimum) / column.Range, -Limit, Limit);

    private static ushort Code(MixedColumn column, double value, int row) => double.IsNaN(value) ? MissingCode
        : value >= 0 && value < MissingCode && value == Math.Floor(value) ? (ushort)value
        : throw new ArgumentException($"Column '{column.Feature.Name}', row {row}: expected a code 0..{MissingCode - 1}, got {value}.");

    private static int Padded(int count, int multiple) => (count + multiple - 1) / multiple * multiple;

    private static void Check(IReadOnlyList<Feature> features, IReadOnlyList<FeatureTable> tables)
    {
        foreach (var table in tables)
        {
            foreach (var feature in features)
            {
                SchemaCheck.Same(feature, table.Schema[feature.Name]);
            }
        }
    }
}
