using System.Buffers;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>Copies JSON without the blanks between its tokens; every token keeps its bytes.</summary>
internal static class CompactJson
{
    private static readonly SearchValues<byte> QuotesAndBlanks = SearchValues.Create("\" \t\r\n"u8);

    public static void Copy(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        while (!json.IsEmpty)
        {
            var length = json.IndexOfAny(QuotesAndBlanks);
            if (length < 0)
            {
                output.Write(json);
                return;
            }

            var end = json[length] == '"' ? length + StringLength(json[length..]) : length;
            output.Write(json[..end]);
            json = json[Math.Max(end, length + 1)..];
        }
    }

    private static int StringLength(ReadOnlySpan<byte> json)
    {
        for (var at = 1; ; at++)
        {
            at += json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (json[at] == '"')
            {
                return at + 1;
            }

            at++;
        }
    }
}
