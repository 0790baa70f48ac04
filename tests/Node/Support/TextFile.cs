namespace GenoMed.Fhir.Node.Tests.Support;

internal static class TextFile
{
    /// <summary>The first line that holds a text; waits up to 5 s for the writer behind it.</summary>
    public static async Task<string> LineWithAsync(string path, string text)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            var line = (await reader.ReadToEndAsync()).Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal));
            if (line is not null)
            {
                return line;
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException($"{path} never held '{text}'.");
    }
}
