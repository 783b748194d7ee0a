using TopicModel.Training.Data;

namespace TopicModel.Training.Tests;

public sealed class ClassWeightingTests
{
    [Fact]
    public void Compute_BalancedExclusive_IsDocumentsOverLabelsTimesSupport()
    {
        var labels = new LabelMatrix(2, true, [[0], [0], [0], [1]]);
        (float[]? positive, float[]? negative) = ClassWeighting.Balanced.Compute(labels, ["a", "b"]);
        Assert.Equal([4f / 6, 2f], positive!);
        Assert.Null(negative);
    }

    [Fact]
    public void Compute_BalancedMultilabel_WeighsEachLabelsTwoSides()
    {
        var labels = new LabelMatrix(1, false, [[0], [], [], []]);
        (float[]? positive, float[]? negative) = ClassWeighting.Balanced.Compute(labels, ["a"]);
        Assert.Equal([2f], positive!);
        Assert.Equal([4f / 6], negative!);
    }

    [Fact]
    public void Compute_Given_NamedLabelsCountAsSaidOthersOnce()
    {
        var weighting = new ClassWeighting { Given = new Dictionary<string, double> { ["b"] = 2.5 } };
        (float[]? positive, float[]? negative) = weighting.Compute(new LabelMatrix(2, true, [[0], [1]]), ["a", "b"]);
        Assert.Equal([1f, 2.5f], positive!);
        Assert.Null(negative);
    }

    [Fact]
    public void Compute_None_IsNull() => Assert.Equal((null, null), ClassWeighting.None.Compute(new LabelMatrix(1, false, [[]]), ["a"]));
}
