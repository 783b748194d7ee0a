using TopicModel.Training.Data;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests;

public class LabelPrevalenceTests
{
    private static readonly EncodedLabels Themes = new(["party", "people"], new LabelMatrix(2, false, [[0], [1]]), "");

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
        "classifiers.theme.prevalence names 'peeple', which is not a label (did you mean 'people'?), expected 'party' or 'people'",
        Message(Shares(("peeple", 0.2)), Themes, ClassifierKind.Multilabel));

    [Fact]
    public void Check_NegativeLabel_IsRefused() => Assert.Equal(
        "classifiers.theme.prevalence names 'no', which is not the positive label, expected 'yes'",
        Message(Shares(("no", 0.2)), new EncodedLabels(["yes"], new LabelMatrix(1, false, [[0], []]), "no"), ClassifierKind.Binary));

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1.5, "1.5")]
    [InlineData(double.NaN, "NaN")]
    public void Check_WhatIsNoShare_IsRefused(double share, string told) => Assert.Equal(
        $"classifiers.theme.prevalence.party is {told}; a number above 0 and below 1 was expected", Message(Shares(("party", share)), Themes, ClassifierKind.Multilabel));

    [Fact]
    public void Check_NothingToAdapt_IsRefused()
    {
        Assert.Equal("classifiers.theme.prevalence is given, but the kind is multiclass; binary, multilabel or passages was expected", Message(Shares(("party", 0.1)), Themes, ClassifierKind.Multiclass));
        Assert.Equal("classifiers.theme.prevalence is given, but crossValidation is 0, so that there are no probabilities to adapt", Message(Shares(("party", 0.1)), Themes, ClassifierKind.Multilabel, folds: 0));
        LabelPrevalence.AsTrained.Check(Themes, Spec(ClassifierKind.Multiclass, 0));
    }

    private static LabelPrevalence Shares(params (string Label, double Share)[] shares) => new() { Shares = shares.ToDictionary(pair => pair.Label, pair => pair.Share) };

    private static ClassifierSpec Spec(ClassifierKind kind, int folds) => new()
    {
        Name = "theme",
        Kind = kind,
        LabelField = 0,
        LabelFieldName = "themes",
        TextFields = ["text"],
        Trainer = TrainerCatalog.Create("LinearSvm", new Dictionary<string, string>()),
        CrossValidation = folds,
    };

    private static string Message(LabelPrevalence prevalence, EncodedLabels labels, ClassifierKind kind, int folds = 5) =>
        Assert.Throws<DataException>(() => prevalence.Check(labels, Spec(kind, folds))).Message;
}
