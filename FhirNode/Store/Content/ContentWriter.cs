using System.Buffers;
using System.Text;

namespace GenoMed.Fhir.Store.Content;

/// <summary>Writes text as UTF-8 into a buffer.</summary>
internal static class ContentWriter
{
    public static void Write(IBufferWriter<byte> buffer, string text) => Encoding.UTF8.GetBytes(text, buffer);
}
