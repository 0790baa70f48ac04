using System.Buffers;
using System.Text.Json;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using Microsoft.Extensions.Logging;

namespace GenoMed.Fhir.Node.Logging;

/// <summary>Writes an event with its named values, so that a log can be searched by them.</summary>
internal sealed class FileLogger(string category, LineFile file, TimeProvider time) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(line, JsonOutput.Options))
        {
            json.WriteStartObject();
            json.WriteString("time"u8, FhirInstant.Format(time.GetUtcNow()));
            json.WriteString("level"u8, logLevel.ToString());
            json.WriteString("category"u8, category);
            json.WriteString("message"u8, formatter(state, exception));
            WriteValues(json, state);
            json.WriteOptional("exception"u8, exception?.ToString());
            json.WriteEndObject();
        }

        file.TryAppend(line.WrittenMemory);
    }

    private static void WriteValues<TState>(Utf8JsonWriter json, TState state)
    {
        if (state is IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            foreach (var (name, value) in values.Where(value => value.Key != "{OriginalFormat}"))
            {
                json.WriteString(name, value?.ToString());
            }
        }
    }
}
