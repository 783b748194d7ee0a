using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class TrainerCatalogTests
{
    [Fact]
    public void Trainers_ListsNamesKeysDefaultsAndRanges()
    {
        Assert.Equal(["LinearSvm", "SdcaMaximumEntropy", "LbfgsMaximumEntropy", "AveragedPerceptron", "NaiveBayes"], TrainerCatalog.Trainers.Select(trainer => trainer.Name));
        Assert.Equal(
            [
                "LinearSvm.C = 1, a number above 0, at most 1000000000",
                "LinearSvm.maxIterations = 1000, a whole number from 1 to 1000000",
                "LinearSvm.tolerance = 0.05, a number above 0, at most 1000000000",
                "SdcaMaximumEntropy.C = 10, a number above 0, at most 1000000000",
                "SdcaMaximumEntropy.maxIterations = 1000, a whole number from 1 to 1000000",
                "SdcaMaximumEntropy.tolerance = 0.001, a number above 0, at most 1000000000",
                "LbfgsMaximumEntropy.C = 10, a number above 0, at most 1000000000",
                "LbfgsMaximumEntropy.maxIterations = 1000, a whole number from 1 to 1000000",
                "LbfgsMaximumEntropy.memorySize = 10, a whole number from 1 to 100",
                "LbfgsMaximumEntropy.tolerance = 0.001, a number above 0, at most 1000000000",
                "AveragedPerceptron.maxIterations = 10, a whole number from 1 to 1000000",
                "NaiveBayes.smoothing = 1, a number above 0, at most 1000000000",
            ],
            TrainerCatalog.Trainers.SelectMany(trainer => trainer.Options.Select(option => $"{trainer.Name}.{option.Key} = {option.Default}, {option.Range}")));
        Assert.All(TrainerCatalog.Trainers, trainer => Assert.All(trainer.Options, option => Assert.NotEmpty(option.Meaning)));
    }

    [Fact]
    public void Create_WithoutOptions_MakesATrainerWithTheDefaultsListed()
    {
        foreach (TrainerDescription description in TrainerCatalog.Trainers)
        {
            ITrainer trainer = TrainerCatalog.Create(description.Name, []);

            Assert.Equal(description.Name, trainer.Name);
            Assert.Equal(description.Options.ToDictionary(option => option.Key, option => option.Default), trainer.Options);
        }
    }

    [Fact]
    public void Create_TakesEveryOptionInTextForm()
    {
        foreach (TrainerDescription description in TrainerCatalog.Trainers)
            foreach (OptionDescription option in description.Options)
            {
                string value = option.Range.IsWhole ? "17" : "0.125";

                ITrainer trainer = TrainerCatalog.Create(description.Name, [new(option.Key.ToUpperInvariant(), value)]);

                Assert.Equal(value, trainer.Options[option.Key]);
                Assert.All(description.Options.Where(other => other.Key != option.Key), other => Assert.Equal(other.Default, trainer.Options[other.Key]));
            }
    }

    [Fact]
    public void Create_GivesBackItsOwnOptions()
    {
        ITrainer trainer = TrainerCatalog.Create("LbfgsMaximumEntropy", new Dictionary<string, string> { ["C"] = "1E-3", ["memorySize"] = "5" });

        Assert.Equal(["C=0.001", "maxIterations=1000", "memorySize=5", "tolerance=0.001"], trainer.Options.Select(option => $"{option.Key}={option.Value}"));
        Assert.Equal(trainer.Options, TrainerCatalog.Create(trainer.Name, trainer.Options).Options);
    }

    [Theory]
    [InlineData("LinearSVC", "LinearSvm")]
    [InlineData("linearsvm", "LinearSvm")]
    [InlineData("naive-bayes", "NaiveBayes")]
    [InlineData("LbfgsMaxEntropy", "LbfgsMaximumEntropy")]
    public void Create_OfAnUnknownTrainer_SuggestsTheNearest(string name, string nearest)
    {
        var error = Assert.Throws<ArgumentException>(() => TrainerCatalog.Create(name, []));

        Assert.Equal($"there is no trainer \"{name}\"; did you mean \"{nearest}\"? There are LinearSvm, SdcaMaximumEntropy, LbfgsMaximumEntropy, AveragedPerceptron, NaiveBayes", error.Message);
    }

    [Fact]
    public void Create_WithAnUnknownOption_SuggestsTheNearest()
    {
        var error = Assert.Throws<ArgumentException>(() => TrainerCatalog.Create("LinearSvm", [new("tolerence", "1")]));

        Assert.Equal("LinearSvm has no option \"tolerence\"; did you mean \"tolerance\"? It has C, maxIterations, tolerance", error.Message);
    }

    [Theory]
    [InlineData("C", "much", "a number above 0, at most 1000000000")]
    [InlineData("C", "0", "a number above 0, at most 1000000000")]
    [InlineData("C", "-1", "a number above 0, at most 1000000000")]
    [InlineData("C", "NaN", "a number above 0, at most 1000000000")]
    [InlineData("C", "Infinity", "a number above 0, at most 1000000000")]
    [InlineData("C", "1,5", "a number above 0, at most 1000000000")]
    [InlineData("C", "", "a number above 0, at most 1000000000")]
    [InlineData("maxIterations", "0", "a whole number from 1 to 1000000")]
    [InlineData("maxIterations", "2.5", "a whole number from 1 to 1000000")]
    [InlineData("maxIterations", "99999999999", "a whole number from 1 to 1000000")]
    [InlineData("maxIterations", "true", "a whole number from 1 to 1000000")]
    public void Create_WithABadValue_NamesOptionValueAndRange(string key, string value, string allowed)
    {
        foreach (string trainer in new[] { "LinearSvm", "SdcaMaximumEntropy", "LbfgsMaximumEntropy" })
        {
            var error = Assert.Throws<ArgumentException>(() => TrainerCatalog.Create(trainer, [new(key, value)]));

            Assert.Equal($"option \"{key}\" of {trainer} is \"{value}\", {allowed} was expected", error.Message);
        }
    }

    [Fact]
    public void Constructors_RefuseOptionsOutsideTheirRange()
    {
        AssertRefused("option \"C\" of LinearSvm is \"0\", a number above 0, at most 1000000000 was expected", () => new LinearSvm(new() { C = 0 }));
        AssertRefused("option \"tolerance\" of LinearSvm is \"NaN\", a number above 0, at most 1000000000 was expected", () => new LinearSvm(new() { Tolerance = double.NaN }));
        AssertRefused("option \"maxIterations\" of SdcaMaximumEntropy is \"-3\", a whole number from 1 to 1000000 was expected", () => new SdcaMaximumEntropy(new() { MaxIterations = -3 }));
        AssertRefused("option \"memorySize\" of LbfgsMaximumEntropy is \"101\", a whole number from 1 to 100 was expected", () => new LbfgsMaximumEntropy(new() { MemorySize = 101 }));
        AssertRefused("option \"maxIterations\" of AveragedPerceptron is \"0\", a whole number from 1 to 1000000 was expected", () => new AveragedPerceptron(new() { MaxIterations = 0 }));
        AssertRefused("option \"smoothing\" of NaiveBayes is \"-1\", a number above 0, at most 1000000000 was expected", () => new NaiveBayes(new() { Smoothing = -1 }));
        Assert.Throws<ArgumentNullException>(() => new NaiveBayes(null!));
    }

    private static void AssertRefused(string message, Func<ITrainer> create) => Assert.Equal(message, Assert.Throws<ArgumentException>(create).Message);
}
