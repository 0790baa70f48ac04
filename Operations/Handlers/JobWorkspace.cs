using System.Text;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations;

/// <summary>
/// What a job has that a request answered at once has not: a folder for its files, and a cursor from which it resumes.
/// </summary>
/// <param name="id">The job's id.</param>
/// <param name="folder">Where its files lie; gone when the job is cancelled or its result has expired.</param>
/// <param name="url">Where clients fetch them, without a slash at the end.</param>
/// <param name="cursor">What an earlier run saved last; null at the first start.</param>
/// <param name="cursorVersion">The stored version of that cursor; 0 where there is none.</param>
public sealed class JobWorkspace(string id, string folder, string url, string? cursor, long cursorVersion)
{
    private string? _cursor = cursor;
    private long _version = cursorVersion;

    /// <summary>The job's id.</summary>
    public string Id => id;

    /// <summary>What an earlier run saved last; null at the first start.</summary>
    public string? Cursor { get; } = cursor;

    /// <summary>The folder, made when it is not there.</summary>
    public string Folder
    {
        get
        {
            Directory.CreateDirectory(folder);
            return folder;
        }
    }

    /// <summary>Where clients poll and cancel the job.</summary>
    public string Url => url;

    /// <summary>Where clients fetch a file of the folder.</summary>
    public string UrlOf(string file) => $"{url}/{file}";

    /// <summary>
    /// The write that saves a cursor. It belongs into the commit of what the cursor stands for, so that both are there or
    /// neither. Each save expects the one before it: when a commit fails, no later cursor can step over it.
    /// </summary>
    public StoreWrite Save(string cursor)
    {
        var content = new BinaryResource("application/json", Encoding.UTF8.GetBytes(cursor), CursorId(id)).ToResource();
        var write = new StoreWrite(StoreMethod.Update, "Binary", CursorId(id), content, _version);
        if (cursor != _cursor)
        {
            (_cursor, _version) = (cursor, _version + 1);
        }

        return write;
    }

    /// <summary>The id of the Binary that holds a job's cursor.</summary>
    public static string CursorId(string jobId) => jobId + "-cursor";
}
