using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Store.Sqlite.Connections;

/// <summary>
/// Keeps a second process from a store's file: symbols and version numbers are given in memory by the one
/// that has it open. The operating system drops the lock of a killed process.
/// </summary>
internal sealed class SqliteFileLock : IDisposable
{
    private readonly FileStream _file;

    private SqliteFileLock(FileStream file) => _file = file;

    /// <exception cref="OperationProblem">Unavailable: someone else has it, or the folder cannot be written.</exception>
    public static SqliteFileLock Take(string path)
    {
        try
        {
            return new SqliteFileLock(new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OperationProblem.Unavailable($"The store {path} cannot be opened, or another process has it open: {e.Message}");
        }
    }

    public void Dispose() => _file.Dispose();
}
