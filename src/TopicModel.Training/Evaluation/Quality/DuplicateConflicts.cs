using TopicModel.Training.Data;
using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Evaluation.Mistakes;

namespace TopicModel.Training.Evaluation.Quality;

/// <summary>Near-duplicates that are labelled differently.</summary>
/// <param name="documents">The documents.</param>
/// <param name="groups">[document] -> its group of near-duplicates.</param>
/// <param name="labelsOf">Labels of a document, in one order.</param>
internal sealed class DuplicateConflicts(IReadOnlyList<Document> documents, int[] groups, Func<int, IReadOnlyList<string>> labelsOf)
{
    /// <summary>Pairs of a document and the first of its group with other labels, in the order of the documents; each pair once.</summary>
    public IReadOnlyList<(int Document, int Other)> Find()
    {
        var conflicts = new List<(int, int)>();
        var membersOf = new Dictionary<int, List<int>>();
        for (int i = 0; i < groups.Length; i++)
        {
            if (!membersOf.TryGetValue(groups[i], out List<int>? members)) membersOf.Add(groups[i], members = []);
            int other = members.FindIndex(member => !labelsOf(member).SequenceEqual(labelsOf(i)));
            if (other >= 0) conflicts.Add((i, members[other]));
            members.Add(i);
        }
        return conflicts;
    }

    /// <summary>A pair for the report.</summary>
    public DuplicatePair Describe((int Document, int Other) pair) => new(
        documents[pair.Document].Place, ArticleText.Title(documents[pair.Document]), labelsOf(pair.Document), documents[pair.Other].Place, labelsOf(pair.Other))
    {
        Id = documents[pair.Document].Id,
    };
}
