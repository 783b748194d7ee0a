using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TopicModel.Cli.Commands;
using TopicModel.Cli.Configuration;
using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Evaluation.Details;
using Cell = Spectre.Console.Text;

namespace TopicModel.Cli.Reports;

/// <summary>What `inspect` shows of a model.</summary>
/// <param name="path">The file.</param>
/// <param name="bytes">Its size.</param>
/// <param name="sections">Its sections with their sizes in bytes.</param>
/// <param name="model">The model.</param>
/// <param name="top">N-grams to show for and against each label.</param>
internal sealed class ModelInspection(string path, long bytes, IReadOnlyList<(string Tag, int Length)> sections, TextModel model, int top)
{
    /// <summary>Explains how the names of unaccented words are written.</summary>
    internal const string UnaccentedLegend = "° read without accents: 'hoi°' is hội, hỏi, hoi and every other word with these letters.";

    /// <summary>Writes one JSON object: path, bytes, features, sections, manifest, strongest.</summary>
    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("path", path);
        writer.WriteNumber("bytes", bytes);
        writer.WriteNumber("features", model.Vocabulary.Count);
        writer.WriteStartObject("sections");
        foreach ((string tag, int length) in sections) writer.WriteNumber(tag, length);
        writer.WriteEndObject();
        writer.WritePropertyName("manifest");
        JsonSerializer.Serialize(writer, model.Manifest, ManifestJson.Default.ModelManifest);
        writer.WriteStartArray("strongest");
        for (int output = 0; output < model.Manifest.Labels.Count; output++) WriteJson(writer, output);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes tables.</summary>
    public void WriteText(CommandContext context)
    {
        context.Write(Manifest());
        context.Write(Sections());
        if (model.Ngrams is null) context.Out.WriteLine("The file has no n-gram texts (section NGRAMS was left out), so there are no strongest n-grams to show.");
        else if (top > 0) context.Write(Strongest());
        if (model.Ngrams is not null && top > 0 && model.Manifest.Features.Unaccented) context.Out.WriteLine(UnaccentedLegend);
    }

    private void WriteJson(Utf8JsonWriter writer, int output)
    {
        (IReadOnlyList<StrongNgram> speakFor, IReadOnlyList<StrongNgram> speakAgainst) = StrongNgram.Of(model, output, top);
        writer.WriteStartObject();
        writer.WriteString("label", model.Manifest.Labels[output]);
        WriteJson(writer, "for", speakFor);
        WriteJson(writer, "against", speakAgainst);
        writer.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter writer, string name, IReadOnlyList<StrongNgram> ngrams)
    {
        writer.WriteStartArray(name);
        foreach (StrongNgram ngram in ngrams)
        {
            writer.WriteStartObject();
            writer.WriteString("ngram", ngram.Ngram);
            writer.WriteNumber("influence", ngram.Influence);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private Table Manifest()
    {
        ModelManifest manifest = model.Manifest;
        FeatureOptions features = manifest.Features;
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumn("").AddColumn("");
        void Row(string name, string value) => table.AddRow(new Cell(name), new Cell(value));
        Row("model", $"{manifest.Name} ({ConfigKeys.NameOf(manifest.Kind)})");
        Row("labels", string.Join(", ", manifest.Labels) + (manifest.NegativeLabel.Length > 0 ? $" / {manifest.NegativeLabel}" : ""));
        Row("text fields", string.Join(", ", manifest.TextFields));
        Row("features", Invariant($"{model.Vocabulary.Count:N0}: words {Range(features.Words)}, chars {Range(features.Chars)}{(features.Unaccented ? ", unaccented words" : "")}; {ConfigKeys.NameOf(features.Weighting)}, minimum document frequency {features.MinDocumentFrequency}"));
        Row("trainer", $"{manifest.Trainer} ({string.Join(", ", manifest.TrainerOptions.Select(option => $"{option.Key} {option.Value}"))})");
        Row("trained on", $"{ReportFormat.Count(manifest.TrainingDocuments, "document")}, fingerprint {manifest.DataFingerprint}");
        Row("probabilities", manifest.Calibrated ? "calibrated on out-of-fold scores" : "not calibrated: scores in disguise");
        if (manifest.Prevalence is { } shares) Row("made for", $"documents of which {ReportFormat.Shares(shares)}");
        if (manifest.Thresholds.Count > 0) Row("thresholds", string.Join(", ", manifest.Labels.Zip(manifest.Thresholds, (label, threshold) => Invariant($"{label} {threshold:0.000}"))));
        if (manifest.TestMetrics.Count > 0) Row("test metrics", string.Join(", ", manifest.TestMetrics.Select(metric => Invariant($"{metric.Key} {metric.Value:0.000}"))));
        Row("tool version", manifest.ToolVersion);
        return table;
    }

    private Table Sections()
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("section").AddColumn(new TableColumn("bytes").RightAligned());
        foreach ((string tag, int length) in sections) table.AddRow(new Cell(tag), new Cell(Invariant($"{length:N0}")));
        return table.AddRow(new Cell("whole file"), new Cell(Invariant($"{bytes:N0}")));
    }

    private Table Strongest()
    {
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators().AddColumn("label").AddColumn("speaks for it").AddColumn("speaks against it");
        for (int output = 0; output < model.Manifest.Labels.Count; output++)
        {
            (IReadOnlyList<StrongNgram> speakFor, IReadOnlyList<StrongNgram> speakAgainst) = StrongNgram.Of(model, output, top);
            table.AddRow(new Cell(model.Manifest.Labels[output]), new Cell(Lines(speakFor)), new Cell(Lines(speakAgainst)));
        }
        return table;
    }

    private static string Lines(IReadOnlyList<StrongNgram> ngrams) => string.Join('\n', ngrams.Select(ngram => $"{ReportFormat.Signed(ngram.Influence),7} {ngram.Ngram}"));

    private static string Range(NgramRange? range) => range?.ToString() ?? "none";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
