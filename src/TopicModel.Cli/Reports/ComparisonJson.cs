using System.Text.Json;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports;

/// <summary>What `compare --json` writes, documented in docs/report.md.</summary>
internal static class ComparisonJson
{
    /// <summary>Writes one JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, ReportComparison comparison)
    {
        writer.WriteStartObject();
        writer.WriteString("before", comparison.Before);
        writer.WriteString("after", comparison.After);
        writer.WriteBoolean("paired", comparison.IsPaired);
        writer.WriteString("whyUnpaired", comparison.WhyUnpaired);
        writer.WriteStartObject("classifiers");
        foreach (ClassifierComparison classifier in comparison.Classifiers) Write(writer, classifier);
        writer.WriteEndObject();
        WriteTexts(writer, "onlyBefore", comparison.OnlyBefore);
        WriteTexts(writer, "onlyAfter", comparison.OnlyAfter);
        WriteTexts(writer, "verdict", comparison.Verdict.Select(sentence => sentence.Text));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ClassifierComparison classifier)
    {
        writer.WriteStartObject(classifier.Name);
        writer.WriteString("outcome", NameOf(classifier.Outcome));
        writer.WriteString("mainMetric", MetricBlock.NameOf(classifier.MainMetric));
        writer.WriteNumber("documents", classifier.Documents);
        writer.WriteNumber("unshared", classifier.Unshared);
        Write(writer, "metrics", classifier.Metrics);
        if (classifier.PassageMetrics.Count > 0) Write(writer, "passages", classifier.PassageMetrics);
        Write(writer, "labels", classifier.Labels);
        writer.WriteStartArray("tests");
        foreach (SignificanceTest test in classifier.Tests)
        {
            writer.WriteStartObject();
            writer.WriteString("name", test.Name);
            writer.WriteNumber("statistic", test.Statistic);
            writer.WriteNumber("degreesOfFreedom", test.DegreesOfFreedom);
            writer.WriteNumber("pValue", test.PValue);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        Write(writer, "rightToWrong", classifier.BrokenCount, classifier.Broken);
        Write(writer, "wrongToRight", classifier.FixedCount, classifier.Fixed);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<MetricDifference> differences)
    {
        writer.WriteStartObject(name);
        foreach (MetricDifference difference in differences)
        {
            writer.WriteStartObject(difference.Name);
            WriteNumber(writer, "before", difference.Before);
            WriteNumber(writer, "after", difference.After);
            WriteNumber(writer, "difference", difference.Difference);
            if (difference.Interval is { } interval)
            {
                writer.WriteStartArray("interval");
                writer.WriteNumberValue(interval.Low);
                writer.WriteNumberValue(interval.High);
                writer.WriteEndArray();
            }
            else writer.WriteNull("interval");
            writer.WriteString("outcome", NameOf(difference.Outcome));
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, int count, IReadOnlyList<ChangedArticle> articles)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("count", count);
        writer.WriteStartArray("documents");
        foreach (ChangedArticle article in articles)
        {
            writer.WriteStartObject();
            writer.WriteString("id", article.Id);
            WriteTexts(writer, "truth", article.Truth);
            WriteTexts(writer, "before", article.Before);
            WriteTexts(writer, "after", article.After);
            writer.WriteNumber("probability", article.Probability);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsNaN(value)) writer.WriteNull(name);
        else writer.WriteNumber(name, value);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static string NameOf(ComparisonOutcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());
}
