namespace TopicModel.Cli.Commands;

/// <summary>One step of a command's work while it runs.</summary>
internal interface IProgressStep : IDisposable
{
    /// <summary>Says that so much of the total is done.</summary>
    void Report(double done);
}
