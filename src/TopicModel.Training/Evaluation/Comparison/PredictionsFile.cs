using System.Text.Json;

namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>
/// The one writer of predictions.jsonl, the companion of report.json for paired tests, documented in docs/report.md: a line for each
/// classifier and test document, classifiers in ordinal order, documents in theirs. Probabilities are single precision.
/// </summary>
internal static class PredictionsFile
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Write(IEnumerable<TestPredictions> predictions)
    {
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (TestPredictions classifier in predictions.OrderBy(one => one.Classifier, StringComparer.Ordinal))
        {
            ILookup<int, int>? rowsOf = classifier.Sentences is { } sentences ? Enumerable.Range(0, sentences.Truth.Count).ToLookup(row => sentences.DocumentOf![row]) : null;
            for (int document = 0; document < classifier.Ids.Count; document++)
            {
                Write(writer, classifier, document, rowsOf is null ? null : [.. rowsOf[document]]);
                writer.Flush();
                stream.WriteByte((byte)'\n');
                writer.Reset();
            }
        }
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, TestPredictions classifier, int document, int[]? rows)
    {
        PredictionSet predictions = classifier.Documents;
        int labels = predictions.Labels.Count;
        writer.WriteStartObject();
        writer.WriteString("classifier", classifier.Classifier);
        writer.WriteString("id", classifier.Ids[document]);
        WriteNames(writer, "truth", predictions.TruthOf(document));
        WriteNames(writer, "given", predictions.GivenOf(document));
        WriteNumbers(writer, "probabilities", predictions.Probabilities.AsSpan(document * labels, labels));
        if (rows is not null)
        {
            PredictionSet sentences = classifier.Sentences!;
            writer.WriteStartObject("sentences");
            WriteIndices(writer, "truth", rows, row => sentences.Truth.Has(row, 0));
            WriteIndices(writer, "given", rows, row => sentences.Given[row]);
            WriteNumbers(writer, "probabilities", [.. rows.Select(row => sentences.Probabilities[row])]);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, ReadOnlySpan<double> values)
    {
        writer.WriteStartArray(name);
        foreach (double value in values) writer.WriteNumberValue((float)value);
        writer.WriteEndArray();
    }

    private static void WriteIndices(Utf8JsonWriter writer, string name, int[] rows, Func<int, bool> isOne)
    {
        writer.WriteStartArray(name);
        for (int i = 0; i < rows.Length; i++) if (isOne(rows[i])) writer.WriteNumberValue(i);
        writer.WriteEndArray();
    }
}
