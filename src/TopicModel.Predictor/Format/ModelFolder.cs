using TopicModel.Models;

namespace TopicModel.Format;

/// <summary>Reads all models of a folder.</summary>
internal static class ModelFolder
{
    /// <summary>Every model of the folder with the path of its file, in ordinal order of the file names.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">The folder has no model.</exception>
    /// <exception cref="InvalidModelException">A model cannot be used, or two have the same name.</exception>
    public static IReadOnlyList<(string Path, TextModel Model)> Load(string folder)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"{folder}: there is no such folder of models");
        string[] files = Directory.GetFiles(folder, "*" + ModelLayout.FileExtension);
        Array.Sort(files, StringComparer.Ordinal);
        if (files.Length == 0) throw new FileNotFoundException($"{folder}: there is no model (*{ModelLayout.FileExtension}) in this folder");
        var names = new HashSet<string>(StringComparer.Ordinal);
        var models = new List<(string, TextModel)>(files.Length);
        foreach (string file in files)
        {
            TextModel model = ModelReader.Load(file);
            if (!names.Add(model.Manifest.Name)) throw new InvalidModelException(file, $"another file of the folder is a model named '{model.Manifest.Name}' too");
            models.Add((file, model));
        }
        return models;
    }
}
