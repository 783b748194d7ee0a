using System.Reflection;
using TopicModel.Models;

namespace TopicModel.Format;

/// <summary>Where apps have their models: a file, a stream, memory, the resources of an assembly. All end in <see cref="ModelReader"/>.</summary>
internal static class ModelSource
{
    /// <summary>Loads a model file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidModelException">The file cannot be used, or is of the other kind.</exception>
    public static TextModel Load(string path, bool isPassages)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return OfKind(ModelReader.Load(path), path, isPassages);
    }

    /// <summary>Loads a model from memory, which is copied.</summary>
    /// <exception cref="InvalidModelException">The bytes cannot be used, or are a model of the other kind.</exception>
    public static TextModel Load(ReadOnlyMemory<byte> model, bool isPassages) => OfKind(ModelReader.Read(model.Span, "bytes"), "bytes", isPassages);

    /// <summary>Loads a model from where a stream stands to its end; the stream stays open.</summary>
    /// <exception cref="InvalidModelException">The bytes cannot be used, or are a model of the other kind.</exception>
    public static TextModel Load(Stream stream, bool isPassages)
    {
        ArgumentNullException.ThrowIfNull(stream);
        string source = stream is FileStream file ? file.Name : "stream";
        return OfKind(Read(stream, source), source, isPassages);
    }

    /// <summary>Loads an embedded resource by its name, or by the end of its name that follows a dot ("theme.tmodel" of "App.models.theme.tmodel").</summary>
    /// <exception cref="FileNotFoundException">The assembly has no such resource, or several of that ending.</exception>
    /// <exception cref="InvalidModelException">The resource cannot be used, or is a model of the other kind.</exception>
    public static TextModel Load(Assembly assembly, string resourceName, bool isPassages)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentException.ThrowIfNullOrEmpty(resourceName);
        string name = FullName(assembly, resourceName);
        return OfKind(Load(assembly, name), name, isPassages);
    }

    /// <summary>Loads every embedded resource whose name ends in ".tmodel", in ordinal order of their names.</summary>
    /// <exception cref="FileNotFoundException">The assembly has no such resource.</exception>
    /// <exception cref="InvalidModelException">A resource cannot be used.</exception>
    public static IReadOnlyList<TextModel> LoadAll(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        string[] names = [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(ModelLayout.FileExtension, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        if (names.Length == 0) throw new FileNotFoundException($"{assembly.GetName().Name} has no embedded model (*{ModelLayout.FileExtension}); {Resources(assembly)}");
        return [.. names.Select(name => Load(assembly, name))];
    }

    private static TextModel Load(Assembly assembly, string fullName)
    {
        using Stream stream = assembly.GetManifestResourceStream(fullName)!;
        return Read(stream, fullName);
    }

    private static string FullName(Assembly assembly, string name)
    {
        string[] all = assembly.GetManifestResourceNames();
        if (all.Contains(name, StringComparer.Ordinal)) return name;
        string[] endings = [.. all.Where(resource => resource.EndsWith('.' + name, StringComparison.Ordinal))];
        return endings.Length == 1 ? endings[0] : throw new FileNotFoundException(endings.Length == 0
            ? $"{assembly.GetName().Name} has no embedded resource '{name}'; {Resources(assembly)}"
            : $"{assembly.GetName().Name} has {endings.Length} embedded resources that end in '.{name}': {string.Join(", ", endings)}; give the whole name of one");
    }

    private static string Resources(Assembly assembly) =>
        assembly.GetManifestResourceNames() is { Length: > 0 } names ? $"it has {string.Join(", ", names)}" : "it has none: embed files with <EmbeddedResource Include=\"...\" />";

    /// <summary>Reads to the end of a stream into an array that the model keeps.</summary>
    private static TextModel Read(Stream stream, string source)
    {
        using var bytes = new MemoryStream(stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position + SectionArray<byte>.Slack, 0, Array.MaxLength) : 0);
        stream.CopyTo(bytes);
        int length = (int)bytes.Length;
        bytes.SetLength(length + SectionArray<byte>.Slack);
        return ModelReader.Read(bytes.GetBuffer(), length, source);
    }

    private static TextModel OfKind(TextModel model, string source, bool isPassages)
    {
        if (model.Manifest.Kind == ClassifierKind.Passages == isPassages) return model;
        throw new InvalidModelException(source, isPassages
            ? $"the model is of kind {model.Manifest.Kind}; load it with TopicClassifier"
            : "the model is of kind Passages; load it with TaskListDetector");
    }
}
