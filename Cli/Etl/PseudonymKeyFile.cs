using System.Security.Cryptography;
using GenoMed.Fhir.Cli.Federations;

namespace GenoMed.Fhir.Cli.Etl;

/// <summary>The hospital's key for pseudonyms, in a file of its own that stays with it.</summary>
internal static class PseudonymKeyFile
{
    private const int Bytes = 32;

    /// <summary>Reads the key; a file that is not there is made with a random key.</summary>
    /// <exception cref="UsageException">The file holds no 256-bit key in base64.</exception>
    public static ReadOnlyMemory<byte> Open(string file)
    {
        if (!File.Exists(file))
        {
            PrivateFile.Write(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
        }

        var key = new byte[Bytes];
        return Convert.TryFromBase64String(File.ReadAllText(file).Trim(), key, out var written) && written == Bytes
            ? key
            : throw new UsageException($"'{file}' does not hold a key of {Bytes} bytes in base64.");
    }
}
