namespace TopicModel.Training.Format;

/// <summary>A model file that was just written does not say what the trained model says. Nothing was replaced.</summary>
public sealed class ModelVerificationException : Exception
{
    /// <param name="path">The file.</param>
    /// <param name="expected">Scores of the trained model.</param>
    /// <param name="found">Scores of the file.</param>
    public ModelVerificationException(string path, string expected, string found)
        : base($"{path} was read back and scores a training document [{found}], the trained model [{expected}]; nothing was replaced")
    {
    }
}
