using System.Buffers;
using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using TopicModel.Cli.Reports;
using TopicModel.Training.Data;

namespace TopicModel.Cli.Commands;

/// <summary>Labels articles: one JSON object a line and article, in the order of the input.</summary>
internal sealed class PredictCommand : CliCommand
{
    private readonly Argument<string[]> _files = new("FILES")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "JSON lines, .csv, .tsv (each also .gz), .txt (one article each), patterns with *, or - for standard input (default): JSON lines if it starts with {, else one article",
    };

    private readonly Option<bool> _keepFields = new("--keep-fields") { Description = "Pass the other fields of the input through" };

    /// <summary>Makes the command.</summary>
    public PredictCommand() : base("predict", "Labels articles: JSON lines, tables or texts in, JSON lines out, in the same order.",
        "topicmodel predict news.jsonl --models models > labels.jsonl", CommonOptions.Config, CommonOptions.Models, CommonOptions.Set, CommonOptions.Threads)
    {
        AddArgument(_files);
        Options.Add(_keepFields);
    }

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context, ParseResult arguments)
    {
        long start = Stopwatch.GetTimestamp();
        bool keepFields = arguments.GetValue(_keepFields);
        string[] files = arguments.GetValue(_files) is { Length: > 0 } given ? given : [InputReader.StandardInput];
        using var models = new LoadedModels(ModelLocation.Of(arguments, context.Warn));
        IEnumerable<InputRow> rows = InputReader.Read(files, Directory.GetCurrentDirectory(), models.IdField, models.TextFields, keepFields, context.Input, context.Cancellation);
        if (context.IsInputTerminal && files.Contains(InputReader.StandardInput)) context.Progress.Note("reading standard input; end with Ctrl-D");
        var labelling = new Labelling(context, models);
        new OrderedPipeline<InputRow, byte[]>(labelling.Label, bytes => TryWrite(context, bytes), labelling.Size, CommonOptions.ThreadCount(arguments)).Run(labelling.Checked(rows), context.Cancellation);
        // Who stops reading, as head does, has all that was wanted; and rows may still be looked at.
        if (context.IsOutputClosed) return ExitCode.Done;
        context.Output.Flush();
        labelling.WarnOfEmptyRows();
        context.Progress.Note(FormattableString.Invariant($"{ReportFormat.Count(labelling.Count, "article")} labelled in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s"));
        return ExitCode.Done;
    }

    private static bool TryWrite(CommandContext context, byte[] lines)
    {
        context.Output.Write(lines);
        return !context.IsOutputClosed;
    }

    /// <summary>Rows -> lines. Safe for several threads.</summary>
    private sealed class Labelling(CommandContext context, LoadedModels models)
    {
        private readonly PredictionJson _json = new(models.Analyzer);
        private readonly PlaceList _withoutTextField = new(), _withoutText = new();
        private int _count;

        /// <summary>Rows labelled so far.</summary>
        public int Count => _count;

        /// <summary>Characters of a row's texts.</summary>
        public int Size(InputRow row) => models.TextFields.Sum(field => row.Article[field].Length);

        public byte[] Label(IReadOnlyList<InputRow> rows)
        {
            var buffer = new ArrayBufferWriter<byte>(1 << 14);
            using var writer = new Utf8JsonWriter(buffer, JsonStyle.Line);
            foreach (InputRow row in rows)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                _json.Write(writer, row, models.Analyzer.Analyze(row.Article));
                writer.Flush();
                writer.Reset();
                buffer.Write("\n"u8);
            }
            Interlocked.Add(ref _count, rows.Count);
            return buffer.WrittenSpan.ToArray();
        }

        /// <summary>Tells how many rows had none of the models' text fields, or nothing in them, if any.</summary>
        public void WarnOfEmptyRows()
        {
            if (_withoutText.Count > 0) context.Warn($"{Wording.Count(_withoutText.Count, "row")} without text, labelled all the same: {_withoutText}");
            if (_withoutTextField.Count == 0) return;
            string rows = Wording.Count(_withoutTextField.Count, "row"), fields = models.TextFields.Count == 1 ? "without the text field" : "with none of the text fields";
            context.Warn($"{rows} {fields} {Wording.QuotedNames(models.TextFields)}, labelled as empty texts: {_withoutTextField}");
        }

        /// <summary>The rows as they are; the first one with fields that the predictions replace is told, those without a text field, and those without text, are counted.</summary>
        public IEnumerable<InputRow> Checked(IEnumerable<InputRow> rows)
        {
            bool hasWarned = false;
            foreach (InputRow row in rows)
            {
                if (!row.HasTextField) _withoutTextField.Add(row.Place);
                else if (models.TextFields.All(field => string.IsNullOrWhiteSpace(row.Article[field]))) _withoutText.Add(row.Place);
                string[] replaced = hasWarned || row.Extra is not { } extra ? [] : [.. extra.EnumerateObject().Select(field => field.Name).Where(_json.Replaces)];
                if (replaced.Length > 0)
                {
                    hasWarned = true;
                    context.Warn($"{row.Place}: the input has fields that the output has of its own ({string.Join(", ", replaced)}); its own stand in their place");
                }
                yield return row;
            }
        }
    }
}
