using System.Text.Json;
using Spectre.Console;
using TopicModel.Cli.Commands;
using TopicModel.Cli.Configuration;
using TopicModel.Training.Data;
using Cell = Spectre.Console.Text;

namespace TopicModel.Cli.Reports;

/// <summary>What `check` says of the data.</summary>
internal static class DataInspectionReport
{
    /// <summary>Writes one JSON object: ok, train, test, classifiers, findings.</summary>
    public static void WriteJson(Utf8JsonWriter writer, DataInspection inspection)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("ok", !inspection.HasErrors);
        writer.WriteNumber("trainDocuments", inspection.TrainDocuments);
        writer.WriteNumber("testDocuments", inspection.TestDocuments);
        writer.WriteStartObject("classifiers");
        foreach (LabelSummary classifier in inspection.Classifiers) WriteJson(writer, classifier);
        writer.WriteEndObject();
        writer.WriteStartArray("findings");
        foreach (DataFinding finding in inspection.Findings) WriteJson(writer, finding);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes a table of the labels, then a line for each finding.</summary>
    public static void WriteText(CommandContext context, DataInspection inspection)
    {
        context.Write(Labels(inspection));
        context.Out.WriteLine($"{ReportFormat.Count(inspection.TrainDocuments, "document")} to train on, " +
            (inspection.TestDocuments > 0 ? $"{ReportFormat.Count(inspection.TestDocuments)} to test on" : "no test files"));
        foreach (DataFinding finding in inspection.Findings) context.Out.WriteLine($"{NameOf(finding.Severity)}: {finding}");
        if (inspection.Findings.Count == 0) context.Out.WriteLine("nothing wrong was found");
    }

    private static void WriteJson(Utf8JsonWriter writer, LabelSummary classifier)
    {
        writer.WriteStartObject(classifier.Classifier);
        writer.WriteString("kind", ConfigKeys.NameOf(classifier.Kind));
        writer.WriteString("field", classifier.Field);
        writer.WriteStartArray("labels");
        foreach (LabelCount count in classifier.Labels)
        {
            writer.WriteStartObject();
            writer.WriteString("label", count.Label);
            writer.WriteNumber("train", count.Train);
            writer.WriteNumber("test", count.Test);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartObject("withoutLabel");
        writer.WriteNumber("train", classifier.Without.Train);
        writer.WriteNumber("test", classifier.Without.Test);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter writer, DataFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("severity", NameOf(finding.Severity));
        writer.WriteString("code", finding.Code);
        writer.WriteString("message", finding.Message);
        writer.WriteNumber("count", finding.Count);
        writer.WriteStartArray("places");
        foreach (string place in finding.Places) writer.WriteStringValue(place);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static Table Labels(DataInspection inspection)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("classifier").AddColumn("label")
            .AddColumn(new TableColumn("train").RightAligned()).AddColumn(new TableColumn("test").RightAligned());
        foreach (LabelSummary classifier in inspection.Classifiers)
        {
            bool canBeWithout = classifier.Kind is ClassifierKind.Multilabel or ClassifierKind.Passages;
            foreach (LabelCount count in canBeWithout ? [.. classifier.Labels, classifier.Without with { Label = "(none)" }] : classifier.Labels)
                table.AddRow(new Cell($"{classifier.Classifier} ({ConfigKeys.NameOf(classifier.Kind)})"), new Cell(count.Label), new Cell(ReportFormat.Count(count.Train)), new Cell(ReportFormat.Count(count.Test)));
        }
        return table;
    }

    private static string NameOf(FindingSeverity severity) => severity == FindingSeverity.Error ? "error" : "warning";
}
