namespace TopicModel.Training.Data;

/// <summary>Adds up the bytes read of all files and tells them about every megabyte.</summary>
internal sealed class ReadProgress(IProgress<long> target)
{
    private const long Step = 1 << 20;

    private long _total, _told;

    /// <summary>Some more bytes were read from the disk.</summary>
    public void Add(long bytes)
    {
        _total += bytes;
        if (_total - _told >= Step) Tell();
    }

    /// <summary>Tells the number so far.</summary>
    public void Tell()
    {
        _told = _total;
        target.Report(_total);
    }
}
