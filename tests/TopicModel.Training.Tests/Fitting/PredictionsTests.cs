using TopicModel.Models;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Fitting;

namespace TopicModel.Training.Tests.Fitting;

public sealed class PredictionsTests
{
    [Fact]
    public void Decide_ProbabilitiesThatRoundToTheSame_TakesTheHigherScoreAsThePredictorDoes()
    {
        var calibration = new Models.Calibration(LinkFunction.Softmax, [1e-20, 1e-20], [0, 0]);
        PredictionSet predictions = Predictions.Decide(ClassifierKind.Multiclass, ["a", "b"], "", new LabelMatrix(2, true, [[1]]), [1f, 2f], calibration, []);
        Assert.Equal([0.5, 0.5], predictions.Probabilities);
        Assert.Equal([false, true], predictions.Given);
    }
}
