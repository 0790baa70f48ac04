using System.Buffers;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Operations.Views;

/// <summary>A format of a view's rows. It keeps nothing between rows, so that parts of a table can be written side by side.</summary>
internal interface IRowWriter
{
    string ContentType { get; }

    /// <summary>What stands before the first row of a file.</summary>
    ReadOnlyMemory<byte> Begin { get; }

    /// <summary>What stands between two rows.</summary>
    ReadOnlyMemory<byte> Between { get; }

    /// <summary>What stands behind the last row of a file.</summary>
    ReadOnlyMemory<byte> End { get; }

    /// <summary>Appends one row.</summary>
    void Write(ViewRow row, ArrayBufferWriter<byte> output);
}
