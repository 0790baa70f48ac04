namespace GenoMed.Fhir.Store.Commits;

/// <summary>Work with an answer of a type.</summary>
internal abstract class PendingAnswer<T>(CancellationToken cancellationToken) : PendingWork(cancellationToken)
    where T : notnull
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private bool _succeeded;
    private Exception? _failure;

    public Task<T> Answer => _answer.Task;

    public void Succeeded(T result) => (_result, _succeeded, _failure) = (result, true, null);

    public override void Failed(Exception failure) => (_result, _succeeded, _failure) = (default, false, failure);

    public override void Acknowledge()
    {
        if (_succeeded)
        {
            _answer.TrySetResult(_result!);
        }
        else if (_failure is null or OperationCanceledException)
        {
            _answer.TrySetCanceled(CancellationToken);
        }
        else
        {
            _answer.TrySetException(_failure);
        }
    }
}
