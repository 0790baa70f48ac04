using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Operations.ViewDefinitionRun;

/// <summary>A format of a view's rows.</summary>
internal interface IRowWriter
{
    string ContentType { get; }

    /// <summary>Bytes written so far.</summary>
    long Length { get; }

    void Write(ViewRow row);

    /// <summary>The whole output.</summary>
    byte[] Finish();
}
