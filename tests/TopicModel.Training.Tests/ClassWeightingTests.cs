using TopicModel.Training.Data;

namespace TopicModel.Training.Tests;

public sealed class ClassWeightingTests
{
    [Fact]
    public void Compute_BalancedExclusive_IsDocumentsOverLabelsTimesSupport()
    {
        var labels = new LabelMatrix(2, true, [[0], [0], [0], [1]]);
        (float[]? positive, float[]? negative) = ClassWeighting.Balanced.Compute(new EncodedLabels(["a", "b"], labels, ""));
        Assert.Equal([4f / 6, 2f], positive!);
        Assert.Null(negative);
    }

    [Fact]
    public void Compute_BalancedMultilabel_WeighsEachLabelsTwoSides()
    {
        var labels = new LabelMatrix(1, false, [[0], [], [], []]);
        (float[]? positive, float[]? negative) = ClassWeighting.Balanced.Compute(new EncodedLabels(["a"], labels, ""));
        Assert.Equal([2f], positive!);
        Assert.Equal([4f / 6], negative!);
    }

    [Fact]
    public void Compute_Given_NamedLabelsCountAsSaidOthersOnce()
    {
        var weighting = new ClassWeighting { Given = new Dictionary<string, double> { ["b"] = 2.5 } };
        (float[]? positive, float[]? negative) = weighting.Compute(new EncodedLabels(["a", "b"], new LabelMatrix(2, true, [[0], [1]]), ""));
        Assert.Equal([1f, 2.5f], positive!);
        Assert.Null(negative);
    }

    [Fact]
    public void Compute_None_IsNull() => Assert.Equal((null, null), ClassWeighting.None.Compute(new EncodedLabels(["a"], new LabelMatrix(1, false, [[]]), "")));

    [Fact]
    public void Compute_GivenForTheNegativeLabel_WeighsTheOtherSide()
    {
        var weighting = new ClassWeighting { Given = new Dictionary<string, double> { ["no"] = 3 } };
        (float[]? positive, float[]? negative) = weighting.Compute(new EncodedLabels(["yes"], new LabelMatrix(1, false, [[0], []]), "no"));
        Assert.Equal([1f], positive!);
        Assert.Equal([3f], negative!);
    }

    [Fact]
    public void Check_NameThatIsNoLabel_IsToldWithTheNearest()
    {
        var weighting = new ClassWeighting { Given = new Dictionary<string, double> { ["against"] = 2, ["favour"] = 3 } };
        var exception = Assert.Throws<DataException>(() => weighting.Check(new EncodedLabels(["against", "favor"], new LabelMatrix(2, true, [[0], [1]]), ""), "stance"));
        Assert.Equal("classifiers.stance.classWeights names 'favour', which is not a label (did you mean 'favor'?), expected 'against' or 'favor'", exception.Message);
    }
}
