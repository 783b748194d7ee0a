using TopicModel.Cli.Configuration;
using TopicModel.Cli.Reports;
using TopicModel.Training.Data;
using TopicModel.Training.Format;

namespace TopicModel.Cli.Commands;

/// <summary>
/// What <c>check --apply-labels</c> does: corrects labels in the data, and remembers all labels that somebody has looked at in the file of
/// checked labels, so that they do not come back as suspects. All files are replaced together, or none.
/// </summary>
/// <param name="config">The configuration.</param>
internal sealed class LabelSettlement(TrainConfig config)
{
    private string Name => Path.GetRelativePath(config.Folder, config.Data.CheckedLabels).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Applies a label-issues.jsonl; returns what was done, in a sentence without a full stop.</summary>
    /// <exception cref="DataException">A line cannot be applied; nothing was changed.</exception>
    /// <exception cref="ConfigException">The file of checked labels would be read as data.</exception>
    public string Apply(string path)
    {
        SettledIssues settled = SettledIssues.Read(path);
        if (settled.Corrections.Count + settled.Standing == 0) return $"nothing was settled: no line of {path} has \"{LabelIssue.Accept}\": true or \"{SettledIssues.Stands}\": true";
        if (settled.Checked.Count > 0) RequireNoData();
        using var files = new StagedFiles();
        IReadOnlyList<string> corrected = new LabelCorrector(config.Folder, config.Data.Fields.Id).Stage(settled.Corrections, files);
        CheckedLabels known = CheckedLabels.Read(config.Data.CheckedLabels).With(settled.Checked);
        if (settled.Checked.Count > 0) files.Stage(config.Data.CheckedLabels, known.ToBytes());
        files.Commit();
        return string.Join("; ", Tell(settled, corrected, known));
    }

    private IEnumerable<string> Tell(SettledIssues settled, IReadOnlyList<string> corrected, CheckedLabels known)
    {
        if (corrected.Count > 0) yield return $"{ReportFormat.Count(settled.Corrections.Count, "label")} corrected in {string.Join(", ", corrected)}";
        if (settled.Standing > 0) yield return $"{ReportFormat.Count(settled.Standing, "label")} {(settled.Standing == 1 ? "stands" : "stand")}";
        yield return $"{ReportFormat.Count(settled.Open, "issue")} left open";
        if (settled.Checked.Count > 0) yield return $"{Name} has {ReportFormat.Count(known.Count, "checked label")}";
    }

    private void RequireNoData()
    {
        if (FileFinder.FindPattern(config.Data.CheckedLabels, config.Data.Train.Concat(config.Data.Test), config.Folder) is { } pattern)
            throw new ConfigException($"{config.File}: data.checkedLabels is '{Name}', which would be read as data: '{pattern}' names it too; name a file elsewhere. Nothing was changed");
    }
}
