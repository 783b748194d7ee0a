using TopicModel.Text;

namespace TopicModel.Models;

/// <summary>A candidate sentence: index of its field, its place in it, its score before and after calibration.</summary>
internal readonly record struct SentenceScore(int Field, TextRange Range, float Score, double Probability);
