namespace GenoMed.Fhir.R5.Outcomes;

/// <summary>The kinds of expected failure; the number is the HTTP status that the node answers with.</summary>
public enum ProblemKind
{
    Invalid = 400,
    Unauthorized = 401,
    Forbidden = 403,
    NotFound = 404,
    NotSupported = 405,
    NotAcceptable = 406,
    Conflict = 409,
    Gone = 410,
    PreconditionFailed = 412,
    TooLarge = 413,
    UnsupportedMediaType = 415,
    Unprocessable = 422,
    Busy = 429,
    Unavailable = 503,
    InsufficientStorage = 507,
}
