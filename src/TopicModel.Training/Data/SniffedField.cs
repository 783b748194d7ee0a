namespace TopicModel.Training.Data;

/// <summary>What the first rows of a data file have in a field.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Filled">Rows in which it is neither missing nor empty.</param>
/// <param name="MeanLength">Mean length of its values (of a list: of the items) in UTF-16 units.</param>
/// <param name="DistinctValues">Number of different values (of lists: of different items).</param>
/// <param name="IsList">Whether it has lists.</param>
public sealed record SniffedField(string Name, int Filled, double MeanLength, int DistinctValues, bool IsList);
