using GenoMed.Fhir.Operations.Contracts.Import;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>A file of the node's import folder; nothing outside of it, by whatever way the URL is written.</summary>
internal static class FileSource
{
    /// <exception cref="OperationProblem">Forbidden: there is no such folder, or the file is outside. NotFound: it is not there.</exception>
    public static ImportSource Of(Uri url, ImportFile file, bool isPacked, string? folder)
    {
        if (folder is null || !url.IsLoopback)
        {
            throw OperationProblem.Forbidden("This node reads no files; its operator names the folder that it may read in bulk.importDirectory.");
        }

        var path = Path.GetFullPath(url.LocalPath);
        RequireInside(path, folder, file.Url);
        if (!File.Exists(path))
        {
            throw ParameterProblem.NotFound("input", $"There is no file {file.Url}.");
        }

        RequireInside(new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path, folder, file.Url);
        return new ImportSource(file.Url, file.Type, (offset, cancellationToken) => StreamSkip.ToAsync(File.OpenRead(path), isPacked, offset, cancellationToken));
    }

    private static void RequireInside(string path, string folder, string url)
    {
        if (!IsInside(path, folder))
        {
            throw OperationProblem.Forbidden($"{url} is not in the folder that this node may read (bulk.importDirectory).");
        }
    }

    private static bool IsInside(string path, string folder)
        => path.StartsWith(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
