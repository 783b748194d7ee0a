using TopicModel.Cli.Commands;
using TopicModel.Cli.Configuration;
using TopicModel.Cli.Tests.Reports;
using TopicModel.Training.Evaluation;

namespace TopicModel.Cli.Tests.Commands;

public class GateTests
{
    [Theory]
    [InlineData("stance.accuracy=0.75", 0.75, true)]
    [InlineData("stance.accuracy=0.7501", 0.75, false)]
    [InlineData("stance.logLoss=0.3", 0.3, true)]
    [InlineData("stance.ece=0.01", 0.05, false)]
    [InlineData("tasks.passages.f1=0.6", 0.66, true)]
    [InlineData("tasks.auc=0", double.NaN, false)]
    public void Check_Metric_ComparesTheRightWayRound(string gate, double value, bool passed) =>
        Assert.Equal(new GateResult(gate, value, passed), Gate.Parse(gate).Check(SampleReports.Full()));

    [Theory]
    [InlineData("stance.accuracy=0.9", 0.75, "gate missed: stance.accuracy is 0.7500, at least 0.9 was asked for")]
    [InlineData("stance.logLoss=0.1", 0.3, "gate missed: stance.logLoss is 0.3000, at most 0.1 was asked for")]
    [InlineData("tasks.auc=0.5", double.NaN, "gate missed: tasks.auc is undefined, at least 0.5 was asked for")]
    public void Missed_TellsValueAndLimit(string gate, double value, string message) => Assert.Equal(message, Gate.Parse(gate).Missed(value));

    [Theory]
    [InlineData("stanse.accuracy=1", "there is no classifier 'stanse'; there are theme, stance, tasks, untested")]
    [InlineData("stance.f1=1", "classifiers of kind multiclass have no f1; they have accuracy, macroF1, microF1, weightedF1, macroPrecision, macroRecall, logLoss, brier, ece, auc")]
    [InlineData("stance.passages.f1=1", "'stance' is of kind multiclass; only classifiers of kind passages have metrics of passages")]
    public void Check_NoSuchMetric_TellsThoseThatThereAre(string gate, string problem) =>
        Assert.Equal($"--fail-under '{gate}': {problem}", Assert.Throws<ConfigException>(() => Gate.Parse(gate).Check(SampleReports.Full())).Message);

    [Theory]
    [InlineData("stance=1", "NAME.METRIC=NUMBER was expected, for example theme.microF1=0.9 or task-list.passages.f1=0.6")]
    [InlineData("stance.f2=1", "'f2' is not a metric; there are accuracy, macroF1, microF1, weightedF1, macroPrecision, macroRecall, logLoss, brier, ece, auc, precision, recall, f1")]
    public void Parse_OtherForm_TellsTheForm(string gate, string problem) =>
        Assert.Equal($"--fail-under '{gate}': {problem}", Assert.Throws<ConfigException>(() => Gate.Parse(gate)).Message);
}
