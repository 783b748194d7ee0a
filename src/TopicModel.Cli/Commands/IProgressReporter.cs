namespace TopicModel.Cli.Commands;

/// <summary>Tells the user, on standard error, what a command is doing. Safe for any number of threads.</summary>
internal interface IProgressReporter
{
    /// <summary>A line that is worth knowing ("42 documents in train.jsonl").</summary>
    void Note(string line);

    /// <summary>A line that something may be wrong; shown even when nothing else is.</summary>
    void Warn(string line);

    /// <summary>Runs work that begins steps; a terminal shows their bars while it runs.</summary>
    T Show<T>(Func<T> work);

    /// <summary>Begins a step; disposing it ends it.</summary>
    /// <param name="title">What is done: "theme: cross-validation".</param>
    /// <param name="total">How much there is to do, in any unit, above 0.</param>
    IProgressStep Begin(string title, double total);
}
