using System.Buffers.Binary;
using System.Text.Json;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.Datasets;

/// <summary>
/// A feature table as bytes, the same for the same table on every machine (its SHA-256 names it):
/// <c>GMFT</c>, version (u16), length of the header (i32), header (JSON: schema, row ids), then each column
/// in the schema's order as little-endian float64 with one NaN for missing.
/// </summary>
internal static class FeatureTableCodec
{
    /// <summary>The format written; a reader refuses what is newer.</summary>
    public const ushort Version = 1;

    private const int Prefix = 10;

    public static byte[] Write(FeatureTable table)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new FeatureTableHeader(table.Schema, table.RowIds));
        var bytes = new byte[Prefix + header.Length + (8 * table.Count * table.Schema.Features.Sum(feature => feature.Width))];
        "GMFT"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(6), header.Length);
        header.CopyTo(bytes.AsSpan(Prefix));
        WriteColumns(table, bytes.AsSpan(Prefix + header.Length));
        return bytes;
    }

    /// <exception cref="OperationProblem">Unprocessable: not such a table, or written by a newer version.</exception>
    public static FeatureTable Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Prefix || !bytes.StartsWith("GMFT"u8))
        {
            throw OperationProblem.Unprocessable("The stored dataset is not a feature table.");
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]);
        if (version > Version)
        {
            throw OperationProblem.Unprocessable($"The stored dataset has format {version}; this node reads up to {Version}.");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[6..]);
        if (length < 0 || length > bytes.Length - Prefix)
        {
            throw OperationProblem.Unprocessable("The stored dataset is cut short.");
        }

        return ReadBody(ReadHeader(bytes.Slice(Prefix, length)), bytes[(Prefix + length)..]);
    }

    private static FeatureTableHeader ReadHeader(ReadOnlySpan<byte> header)
    {
        try
        {
            return JsonSerializer.Deserialize<FeatureTableHeader>(header) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw OperationProblem.Unprocessable($"The stored dataset's header cannot be read: {e.Message}");
        }
    }

    private static FeatureTable ReadBody(FeatureTableHeader header, ReadOnlySpan<byte> columns)
    {
        var expected = 8L * header.RowIds.Count * header.Schema.Features.Sum(feature => feature.Width);
        return columns.Length == expected
            ? new FeatureTable(header.Schema, header.RowIds, ReadColumns(header, columns))
            : throw OperationProblem.Unprocessable($"The stored dataset is cut short: expected {expected} bytes of columns, got {columns.Length}.");
    }

    private static void WriteColumns(FeatureTable table, Span<byte> bytes)
    {
        var offset = 0;
        foreach (var feature in table.Schema.Features)
        {
            foreach (var value in table.Column(feature.Name))
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bytes[offset..], double.IsNaN(value) ? double.NaN : value);
                offset += 8;
            }
        }
    }

    private static Dictionary<string, double[]> ReadColumns(FeatureTableHeader header, ReadOnlySpan<byte> bytes)
    {
        var columns = new Dictionary<string, double[]>();
        foreach (var feature in header.Schema.Features)
        {
            var values = new double[header.RowIds.Count * feature.Width];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(8 * i)..]);
            }

            columns[feature.Name] = values;
            bytes = bytes[(8 * values.Length)..];
        }

        return columns;
    }
}
