using TopicModel.Training.Data;

namespace TopicModel.Training.Tests;

public class LabelPrevalenceTests
{
    private static readonly EncodedLabels Exclusive = new(["against", "favor", "neutral"], new LabelMatrix(3, true, [[0], [1], [2]]), "");
    private static readonly EncodedLabels Binary = new(["yes"], new LabelMatrix(1, false, [[0], []]), "no");

    [Fact]
    public void Of_LabelsWithoutAShare_AreNaN()
    {
        double[] shares = Shares(("b", 0.2)).Of(["a", "b"])!;
        Assert.True(double.IsNaN(shares[0]));
        Assert.Equal(0.2, shares[1]);
        Assert.Null(LabelPrevalence.AsTrained.Of(["a", "b"]));
    }

    [Fact]
    public void LogitShifts_OneClassInTraining_StaysAsItIs()
    {
        var truth = new LabelMatrix(3, false, [[0, 1], [0]]);
        double[] shifts = LabelPrevalence.LogitShifts([0.1, 0.1, 0.1], truth);
        Assert.Equal((0.0, 0.0), (shifts[0], shifts[2]));
        Assert.Equal(Math.Log(0.1 / 0.9), shifts[1], 1e-12);
    }

    [Fact]
    public void Check_NameThatIsNoLabel_IsToldWithTheNearest() => Assert.Equal(
        "classifiers.stance.prevalence names 'favour', which is not a label (did you mean 'favor'?), expected 'against', 'favor' or 'neutral'",
        Message(Shares(("favour", 0.2)), Exclusive));

    [Fact]
    public void Check_NegativeLabel_IsRefused() => Assert.Equal(
        "classifiers.stance.prevalence names 'no', which is not the positive label, expected 'yes'", Message(Shares(("no", 0.2)), Binary));

    [Fact]
    public void Check_ExclusiveSharesThatLeaveNothing_AreRefused()
    {
        Assert.Equal("classifiers.stance.prevalence: the shares of 'against' and 'favor' add up to 1, less than 1 was expected", Message(Shares(("favor", 0.5), ("against", 0.5)), Exclusive));
        Assert.Equal("classifiers.stance.prevalence: the shares of 'against', 'favor' and 'neutral' add up to 0.75, 1 was expected", Message(Shares(("favor", 0.25), ("against", 0.25), ("neutral", 0.25)), Exclusive));
        Shares(("favor", 0.25), ("against", 0.25), ("neutral", 0.5)).Check(Exclusive, "stance");
        Shares(("favor", 0.25), ("against", 0.25)).Check(Exclusive, "stance");
    }

    private static LabelPrevalence Shares(params (string Label, double Share)[] shares) => new() { Shares = shares.ToDictionary(pair => pair.Label, pair => pair.Share) };

    private static string Message(LabelPrevalence prevalence, EncodedLabels labels) => Assert.Throws<DataException>(() => prevalence.Check(labels, "stance")).Message;
}
