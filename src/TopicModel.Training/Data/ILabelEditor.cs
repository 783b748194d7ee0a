namespace TopicModel.Training.Data;

/// <summary>Puts other labels into the contents of a data file of one format, and changes nothing else to the byte.</summary>
internal interface ILabelEditor
{
    /// <summary>The contents with the labels that the issues suggest.</summary>
    /// <param name="contents">Decompressed.</param>
    /// <param name="issues">Issues of this file.</param>
    /// <exception cref="DataException">A line is not what its issue says; the message names both.</exception>
    byte[] Correct(byte[] contents, IReadOnlyList<LabelIssue> issues);
}
