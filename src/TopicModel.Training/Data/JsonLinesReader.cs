using System.Runtime.ExceptionServices;

namespace TopicModel.Training.Data;

/// <summary>
/// Reads one JSON object a line. Empty lines are passed over. Lines are parsed beside the reading, some batches ahead of the rows that
/// are asked for: 42,000 articles, compressed, 1.5 -> 0.9 s on two cores (2026-11-29).
/// </summary>
/// <param name="stream">Read to its end.</param>
/// <param name="file">What it is called in messages.</param>
/// <param name="fields">The fields that are wanted.</param>
/// <param name="keepRest">Whether other fields are kept.</param>
/// <param name="isLive">Whether somebody may be writing the stream, line by line, and waiting for what becomes of them: nothing is read ahead then.</param>
internal sealed class JsonLinesReader(Stream stream, string file, FieldMap fields, bool keepRest, bool isLive = false)
{
    /// <summary>Batches that are under way at a time.</summary>
    private readonly int _batchesAhead = isLive ? 1 : 4;

    private readonly Utf8LineReader _lines = new(stream, file);

    /// <summary>Batches whose rows are read, to be filled again.</summary>
    private readonly Stack<LineBatch> _free = [];

    /// <summary>The rows, in order.</summary>
    /// <exception cref="DataException">A line is not UTF-8 or not one JSON object.</exception>
    public IEnumerable<DataRow> Read()
    {
        var ahead = new Queue<Task<ParsedLines>>();
        ExceptionDispatchInfo? failure = null;
        while (failure is null && NextBatch(out failure) is { Count: > 0 } batch)
        {
            ahead.Enqueue(Task.Run(() => Parse(batch)));
            if (ahead.Count < _batchesAhead) continue;
            foreach (DataRow row in Rows(ahead.Dequeue())) yield return row;
        }
        while (ahead.Count > 0) foreach (DataRow row in Rows(ahead.Dequeue())) yield return row;
        failure?.Throw();
    }

    /// <summary>The next line that is not empty gives the names of its fields, in order.</summary>
    /// <exception cref="DataException">A line is not UTF-8 or not one JSON object.</exception>
    public IEnumerable<string[]> ReadNames()
    {
        var parser = new JsonRowParser(file, fields, keepRest);
        while (_lines.MoveNext())
            if (!IsBlank(_lines.Line.Span)) yield return parser.ParseNames(_lines.Line, _lines.Number);
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.TrimStart(" \t\r"u8).IsEmpty;

    /// <summary>The rows of a batch up to a failure, which is thrown behind them.</summary>
    private IEnumerable<DataRow> Rows(Task<ParsedLines> parsing)
    {
        ParsedLines parsed = parsing.GetAwaiter().GetResult();
        foreach (DataRow row in parsed.Rows) yield return row;
        parsed.Failure?.Throw();
        _free.Push(parsed.Batch);
    }

    /// <summary>The next lines; none at the end. Those before a failure of the reading, whatever it is, are given first.</summary>
    private LineBatch NextBatch(out ExceptionDispatchInfo? failure)
    {
        failure = null;
        LineBatch batch = _free.TryPop(out LineBatch? used) ? used : new LineBatch();
        batch.Clear();
        try
        {
            while (!batch.IsFull && (!isLive || batch.Count == 0 || _lines.HasWholeLine) && _lines.MoveNext())
                if (!IsBlank(_lines.Line.Span)) batch.Add(_lines.Line.Span, _lines.Number);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failure = ExceptionDispatchInfo.Capture(e);
        }
        return batch;
    }

    private ParsedLines Parse(LineBatch batch)
    {
        var parser = new JsonRowParser(file, fields, keepRest);
        var rows = new List<DataRow>(batch.Count);
        try
        {
            for (int i = 0; i < batch.Count; i++) rows.Add(parser.Parse(batch[i], batch.Number(i)));
        }
        catch (DataException e)
        {
            return new ParsedLines(batch, rows, ExceptionDispatchInfo.Capture(e));
        }
        return new ParsedLines(batch, rows, null);
    }

    private readonly record struct ParsedLines(LineBatch Batch, List<DataRow> Rows, ExceptionDispatchInfo? Failure);
}
